// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/tour.h"
#include "base/result.h"
#include "text/tone_table.h"
#include "ui/semantics/semantics.h"

namespace wenlan::app {

// What a scripted visitor does with the keyboard and the pad, by touches alone.
class TourTyping {
public:
    struct Hands {
        std::function<const ui::Semantics&()> look;
        std::function<void(PanelPoint)> press;  // and waits until what follows is on the screen
        // Moves lists until `found` says so.
        std::function<bool(const std::function<bool()>&)> search_lists;
        float panel_per_virtual = 1;
    };
    explicit TourTyping(Hands hands) : hands_(std::move(hands)) {}

    // Latin letters as they are, in the language in which the keyboard stands; Chinese by its
    // pinyin, and by picking what is wanted from the candidates; digits on a number pad as well.
    base::Result<void> type(const std::string& text);

    bool has_keys() const;
    bool has_pad() const;

private:
    base::Result<void> type_plain(char32_t sign);
    base::Result<void> type_chinese(const std::u32string& run);
    base::Result<bool> compose(const std::u32string& run, const std::string& keys);
    base::Result<void> key(std::string_view label);
    base::Result<void> show_letters(bool latin);
    const ui::Element* find_key(std::string_view label) const;
    const ui::Element* find_key_of(int word) const;
    const ui::Element* candidate_for(std::u32string_view rest) const;
    bool latin() const;
    std::string keys_of(const std::u32string& run) const;
    void press(const ui::Element& element);

    Hands hands_;
    text::ToneTable table_;
};

}  // namespace wenlan::app
