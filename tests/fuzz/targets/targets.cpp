// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets/targets.h"

#include <array>

namespace wenlan::fuzz {

std::span<const Target> targets() {
    static const std::array<Target, 4> all{{
        {"manifest", run_manifest, sample_manifest},
        {"root", run_root, sample_root},
        {"avail", run_avail, sample_avail},
        {"patch", run_patch, sample_patch},
    }};
    return all;
}

}  // namespace wenlan::fuzz
