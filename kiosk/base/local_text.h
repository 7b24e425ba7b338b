// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace wenlan::base {

enum class Language : std::uint8_t { zh, en };

// A text of the programme in each language, UTF-8. `en` may be empty: whoever shows it falls back
// to pinyin and the Chinese text (domain::Readings).
struct LocalText {
    std::string zh;
    std::string en;

    bool empty() const { return zh.empty() && en.empty(); }
    const std::string& in(Language language) const {
        return language == Language::en && !en.empty() ? en : (zh.empty() ? en : zh);
    }
    bool operator==(const LocalText&) const = default;
};

}  // namespace wenlan::base
