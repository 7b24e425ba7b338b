// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>

#include "fuzz/targets/targets.h"

// One program a target; WENLAN_FUZZ_TARGET is its function.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    wenlan::fuzz::WENLAN_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), count});
    return 0;
}
