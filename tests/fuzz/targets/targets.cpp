// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets/targets.h"

#include <array>

namespace wenlan::fuzz {

std::span<const Target> targets() {
    static const std::array<Target, 9> all{{
        {"manifest", run_manifest, sample_manifest},
        {"root", run_root, sample_root},
        {"avail", run_avail, sample_avail},
        {"patch", run_patch, sample_patch},
        {"pairing", run_pairing, sample_pairing},
        {"health", run_health, sample_health},
        {"ics", run_ics, sample_ics, 300},
        {"csv", run_csv, sample_csv, 300},
        {"poster", run_poster, sample_poster, 60},
    }};
    return all;
}

}  // namespace wenlan::fuzz
