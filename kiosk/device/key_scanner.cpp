// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/key_scanner.h"

#include <utility>

namespace wenlan::device {

namespace {
// The slowest scanners type a character in 20 ms, the fastest fingers in 60.
constexpr base::Duration gap_max{45};
constexpr std::size_t least = 6, most = 400, waiting_max = 4;
}  // namespace

bool KeyScanner::key(char32_t character, base::Duration time) {
    const bool follows = !typed_.empty() && time - last_ <= gap_max;
    last_ = time;
    if (character == 0) {
        const bool burst = follows && typed_.view().size() >= least;
        if (burst && read_.size() < waiting_max) read_.emplace_back(typed_.view());
        typed_.clear();
        return burst;
    }
    if (!follows) typed_.clear();
    // Codes are of ASCII; another sign ends what was no code.
    if (character < 0x20 || character > 0x7E || typed_.view().size() >= most) {
        typed_.clear();
        return false;
    }
    const char letter = static_cast<char>(character);
    typed_.append(std::string_view(&letter, 1));
    return false;
}

std::optional<std::string> KeyScanner::take() {
    if (read_.empty()) return std::nullopt;
    std::string text = std::move(read_.front());
    read_.pop_front();
    return text;
}

}  // namespace wenlan::device
