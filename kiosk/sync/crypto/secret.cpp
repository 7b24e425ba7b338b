// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/crypto/secret.h"

#include "sync/crypto/sodium.h"

namespace wenlan::sync {

void wipe(void* bytes, std::size_t count) { sodium_memzero(bytes, count); }

}  // namespace wenlan::sync
