// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace wenlan::base {

// Memory for what a visitor gives away: pages of its own, kept out of swap where the system allows
// it, out of core dumps, and overwritten before they are given back. It does not grow: growing
// would leave copies behind.
class LockedMemory {
public:
    explicit LockedMemory(std::size_t bytes);
    ~LockedMemory();
    LockedMemory(LockedMemory&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)),
          size_(std::exchange(other.size_, 0)),
          locked_(other.locked_) {}
    LockedMemory& operator=(LockedMemory&& other) noexcept;

    std::span<std::byte> bytes() const { return {data_, size_}; }
    bool locked() const { return locked_; }  // false: the system's limit was reached
    void wipe();

private:
    std::byte* data_ = nullptr;
    std::size_t size_ = 0;
    bool locked_ = false;
};

// A text in such memory.
class LockedText {
public:
    static constexpr std::size_t bytes_max = 4096;

    LockedText() : memory_(bytes_max) {}

    std::string_view view() const {
        return {reinterpret_cast<const char*>(memory_.bytes().data()), size_};
    }
    bool empty() const { return size_ == 0; }
    // False, and nothing is added, where there is no room for all of it.
    bool append(std::string_view text);
    bool assign(std::string_view text);
    // The last character, whole.
    void pop_character();
    void clear();

private:
    LockedMemory memory_;
    std::size_t size_ = 0;
};

// Overwrites what returned functions left on this thread's stack.
void wipe_stack_below();

}  // namespace wenlan::base
