// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace wenlan::sync {

void wipe(void* bytes, std::size_t count);

// Bytes that are wiped when they go. Moving wipes what is left behind.
template <std::size_t Size>
class Secret {
public:
    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : bytes_(other.bytes_) { other.clear(); }
    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            bytes_ = other.bytes_;
            other.clear();
        }
        return *this;
    }
    ~Secret() { clear(); }

    std::array<std::uint8_t, Size>& bytes() { return bytes_; }
    const std::array<std::uint8_t, Size>& bytes() const { return bytes_; }

private:
    void clear() { wipe(bytes_.data(), Size); }
    std::array<std::uint8_t, Size> bytes_{};
};

}  // namespace wenlan::sync
