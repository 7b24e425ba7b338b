// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <malloc.h>
#include <string.h>

// What a visitor types passes through strings on its way to the glass: labels, questions, keys. So
// that none of it stays behind, memory is overwritten as it is given back, in this program and in
// the libraries that it uses. Larger blocks hold pixels and tables, not texts.

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void __libc_free(void* block);
}

namespace wenlan::app {
namespace {

constexpr std::size_t wiped_max = std::size_t{256} << 10;

void wipe_block(void* block) {
    const std::size_t size = ::malloc_usable_size(block);
    if (size <= wiped_max) ::explicit_bzero(block, size);
}

}  // namespace

extern "C" void free(void* block) {
    if (block == nullptr) return;
    wipe_block(block);
    __libc_free(block);
}

extern "C" void* realloc(void* block, std::size_t size) {
    if (block == nullptr) return __libc_malloc(size);
    const std::size_t had = ::malloc_usable_size(block);
    // A large block may be moved by the system, page by page.
    if (had > wiped_max) return __libc_realloc(block, size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    if (size <= had && had - size < 64) return block;
    void* const moved = __libc_malloc(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, block, std::min(had, size));
    free(block);
    return moved;
}

}  // namespace wenlan::app

#endif
