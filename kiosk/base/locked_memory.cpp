// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/locked_memory.h"

#include <array>
#include <cstring>
#include <string.h>
#include <sys/mman.h>

#include "base/result.h"

namespace wenlan::base {

LockedMemory::LockedMemory(std::size_t bytes) : size_(bytes) {
    void* pages =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ensure(pages != MAP_FAILED, "memory for what is typed");
    data_ = static_cast<std::byte*>(pages);
    locked_ = ::mlock(pages, bytes) == 0;
    ::madvise(pages, bytes, MADV_DONTDUMP);
}

LockedMemory::~LockedMemory() {
    if (data_ == nullptr) return;
    wipe();
    ::munmap(data_, size_);
}

LockedMemory& LockedMemory::operator=(LockedMemory&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(locked_, other.locked_);
    return *this;
}

void LockedMemory::wipe() {
    if (data_ != nullptr) ::explicit_bzero(data_, size_);
}

bool LockedText::append(std::string_view text) {
    const auto bytes = memory_.bytes();
    if (text.size() > bytes.size() - size_) return false;
    if (!text.empty()) std::memcpy(bytes.data() + size_, text.data(), text.size());
    size_ += text.size();
    return true;
}

bool LockedText::assign(std::string_view text) {
    if (text.size() > memory_.bytes().size()) return false;
    clear();
    return append(text);
}

void LockedText::pop_character() {
    const auto bytes = memory_.bytes();
    while (size_ > 0) {
        --size_;
        const bool begins = (std::to_integer<unsigned>(bytes[size_]) & 0xC0U) != 0x80U;
        bytes[size_] = std::byte{0};
        if (begins) return;
    }
}

void LockedText::clear() {
    memory_.wipe();
    size_ = 0;
}

[[gnu::noinline]] void wipe_stack_below() {
    std::array<std::byte, std::size_t{192} << 10> below;
    ::explicit_bzero(below.data(), below.size());
}

}  // namespace wenlan::base
