// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace wenlan::domain {

// Port: the pinyin of a Chinese text, for those who read no characters and for search.
class Readings {
public:
    virtual ~Readings() = default;
    // "Chǔmén lǎojiē"; text without Chinese comes back as it is.
    virtual std::string pinyin(std::string_view text) const = 0;
    // How a character is read, blanks between, with or without tones ("chang2 zhang3"): every
    // reading of it. Empty: none is known.
    virtual std::string keys(char32_t) const { return {}; }
    // Nothing will be asked for a while: what only serves to answer may go.
    virtual void rest() const {}
};

}  // namespace wenlan::domain
