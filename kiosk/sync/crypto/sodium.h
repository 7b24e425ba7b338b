// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sodium.h>
#include <string_view>

#include "base/result.h"

namespace wenlan::sync {

// Makes the library ready, at the first call. Any thread.
inline void ready_sodium() {
    static const bool ready = sodium_init() >= 0;
    base::ensure(ready, "libsodium is ready");
}

inline const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace wenlan::sync
