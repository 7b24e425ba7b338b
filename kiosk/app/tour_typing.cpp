// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour_typing.h"

#include <algorithm>

#include "app/finder.h"
#include "base/utf8.h"
#include "ui/i18n/strings.h"

namespace wenlan::app {
namespace {

using ui::Element;
using ui::Key;
using ui::Role;

constexpr std::size_t run_max = 8;
// Candidates stand at most so far over the first row of keys (virtual px).
constexpr float bar_over_keys = 140;

base::Error cannot(std::string why) { return {"tour.cannot", std::move(why), {}}; }

bool is_letter(char32_t sign) { return sign >= U'a' && sign <= U'z'; }
bool is_capital(char32_t sign) { return sign >= U'A' && sign <= U'Z'; }

std::string encoded(std::u32string_view text) {
    std::string bytes;
    for (const char32_t one : text) base::utf8::append(bytes, one);
    return bytes;
}

// "chang2" -> "chang"
std::string toneless(std::string_view syllable) {
    std::string keys;
    for (const char one : syllable) {
        if (one >= 'a' && one <= 'z') keys += one;
        if (one >= 'A' && one <= 'Z') keys += static_cast<char>(one + 32);
    }
    return keys;
}

}  // namespace

bool TourTyping::has_keys() const {
    const auto& elements = hands_.look().elements;
    return std::any_of(elements.begin(), elements.end(),
                       [](const Element& one) { return one.role == Role::key; });
}

bool TourTyping::has_pad() const {
    const auto& elements = hands_.look().elements;
    return std::any_of(elements.begin(), elements.end(), [](const Element& one) {
        return one.role == Role::region &&
               (one.label == ui::text(Key::typing_pad, base::Language::zh) ||
                one.label == ui::text(Key::typing_pad, base::Language::en));
    });
}

const Element* TourTyping::find_key(std::string_view label) const {
    for (const Element& one : hands_.look().elements)
        if (one.role == Role::key && one.label == label) return &one;
    return nullptr;
}

// By its word in either language.
const Element* TourTyping::find_key_of(int word) const {
    for (const base::Language language : {base::Language::zh, base::Language::en}) {
        const std::string_view label = ui::text(static_cast<Key>(word), language);
        for (const Element& one : hands_.look().elements) {
            const bool can_be = one.role == Role::key || one.role == Role::tab;
            if (can_be && one.label == label) return &one;
        }
    }
    return nullptr;
}

void TourTyping::press(const Element& element) {
    hands_.press(
        {element.rect.x + element.rect.width / 2, element.rect.y + element.rect.height / 2});
}

base::Result<void> TourTyping::key(std::string_view label) {
    const Element* found = find_key(label);
    if (found == nullptr) return cannot("the keyboard has no key " + std::string(label));
    press(*found);
    return {};
}

bool TourTyping::latin() const {
    return find_key_of(static_cast<int>(Key::typing_capitals)) != nullptr;
}

base::Result<void> TourTyping::show_letters(bool want_latin) {
    for (const Key word : {Key::typing_mode_keys, Key::typing_fold, Key::typing_letters}) {
        if (const Element* turn = find_key_of(static_cast<int>(word))) press(*turn);
    }
    const Element* other = find_key_of(static_cast<int>(Key::typing_language));
    if (latin() != want_latin && other != nullptr) press(*other);
    if (latin() != want_latin) return cannot("the keyboard does not change its language");
    return {};
}

base::Result<void> TourTyping::type(const std::string& text) {
    if (!has_keys()) return cannot("no keyboard is on the screen");
    const auto decoded = base::utf8::decode(text);
    const std::u32string all(decoded.begin(), decoded.end());
    const bool plain = std::all_of(all.begin(), all.end(),
                                   [](char32_t one) { return is_letter(one) || one == U'\''; });
    const bool letters = find_key("q") != nullptr || find_key("Q") != nullptr ||
                         find_key_of(static_cast<int>(Key::typing_letters)) != nullptr || has_pad();
    if (plain && letters) TRY(show_letters(latin()));
    for (std::size_t at = 0; at < all.size();) {
        // Each language has its own signs; digits and blanks are in both.
        const bool either = all[at] == U' ' || (all[at] >= U'0' && all[at] <= U'9');
        if (letters && !plain && !either) TRY(show_letters(all[at] < 0x80));
        std::size_t end = at;
        while (end < all.size() && end - at < run_max && !table_.readings(all[end]).empty()) ++end;
        if (end > at) {
            TRY(show_letters(false));
            TRY(type_chinese(all.substr(at, end - at)));
            at = end;
            continue;
        }
        TRY(type_plain(all[at]));
        ++at;
    }
    return {};
}

base::Result<void> TourTyping::type_plain(char32_t sign) {
    if (sign == U' ') {
        const Key word = latin() ? Key::typing_space_latin : Key::typing_space;
        const Element* space = find_key_of(static_cast<int>(word));
        if (space == nullptr) space = find_key_of(static_cast<int>(Key::typing_space));
        if (space == nullptr) return cannot("the keyboard has no space");
        press(*space);
        return {};
    }
    if (is_capital(sign)) {
        const std::string small(1, static_cast<char>(sign + 32));
        if (find_key(encoded({&sign, 1})) == nullptr) {
            const Element* capitals = find_key_of(static_cast<int>(Key::typing_capitals));
            if (capitals != nullptr) press(*capitals);
        }
        return key(encoded({&sign, 1}));
    }
    const std::string label = encoded({&sign, 1});
    // Turns the pages until the key is there.
    for (const Key page : {Key::typing_letters, Key::typing_numbers, Key::typing_symbols}) {
        if (find_key(label) != nullptr) break;
        if (const Element* turn = find_key_of(static_cast<int>(page))) press(*turn);
    }
    return key(label);
}

// A name or a word as it is read; else by the usual reading of each character.
std::string TourTyping::keys_of(const std::u32string& run) const {
    std::string keys;
    std::string rest = encoded(run);
    std::string_view left = rest;
    while (!left.empty()) {
        const auto name = table_.name_at_begin(left);
        std::size_t bytes = name.bytes;
        std::string syllables;
        if (bytes > 0) {
            syllables = toneless(name.spelling);
        } else {
            bytes = 1;
            while (bytes < left.size() && (left[bytes] & 0xC0) == 0x80) ++bytes;
            const auto readings = table_.readings(base::utf8::decode(left.substr(0, bytes))[0]);
            syllables = toneless(readings.substr(0, readings.find(' ')));
        }
        // An apostrophe where the next syllable begins with a vowel.
        const bool vowel = !keys.empty() && !syllables.empty() &&
                           std::string_view("aeo").find(syllables[0]) != std::string_view::npos;
        keys += (vowel ? "'" : "") + syllables;
        left.remove_prefix(bytes);
    }
    return keys;
}

base::Result<void> TourTyping::type_chinese(const std::u32string& run) {
    const std::string word =
        table_.word(encoded(run)).empty() ? keys_of(run) : toneless(table_.word(encoded(run)));
    if (TRY(compose(run, word))) return {};
    // One by one, every reading of each.
    for (const char32_t one : run) {
        const std::string_view all = table_.readings(one);
        bool done = false;
        for (std::size_t at = 0; at < all.size() && !done;) {
            const std::size_t end = std::min(all.find(' ', at), all.size());
            done = TRY(compose(std::u32string(1, one), toneless(all.substr(at, end - at))));
            at = end + 1;
        }
        if (!done) return cannot("the keyboard does not offer " + encoded({&one, 1}));
    }
    return {};
}

// Among the candidates that the text goes on with, the longest.
const Element* TourTyping::candidate_for(std::u32string_view rest) const {
    const auto& elements = hands_.look().elements;
    float keys_top = 1e9F;
    for (const Element& one : elements)
        if (one.role == Role::key) keys_top = std::min(keys_top, one.rect.y);
    const float top = keys_top - bar_over_keys * hands_.panel_per_virtual;
    const std::string wanted = encoded(rest);
    const Element* best = nullptr;
    for (const Element& one : elements) {
        if (one.role != Role::chip || one.rect.y < top || one.visible.height < one.rect.height)
            continue;
        if (!wanted.starts_with(one.label) || one.label.empty()) continue;
        if (best == nullptr || one.label.size() > best->label.size()) best = &one;
    }
    return best;
}

// False: it is not to be had so; nothing is left composing.
base::Result<bool> TourTyping::compose(const std::u32string& run, const std::string& keys) {
    for (const char one : keys) TRY(key(std::string_view(&one, 1)));
    std::u32string_view rest = run;
    while (!rest.empty()) {
        const Element* wanted = candidate_for(rest);
        if (wanted == nullptr) {
            if (const Element* more = find_key_of(static_cast<int>(Key::typing_more))) press(*more);
            hands_.search_lists([&] { return candidate_for(rest) != nullptr; });
            wanted = candidate_for(rest);
        }
        if (wanted == nullptr) break;
        const std::size_t length = base::utf8::length(wanted->label);
        press(*wanted);
        rest.remove_prefix(length);
    }
    if (rest.empty()) return true;
    if (const Element* fold = find_key_of(static_cast<int>(Key::typing_fold))) press(*fold);
    // As many characters as were picked come back as keys first.
    const std::size_t presses = keys.size() + 2 * (run.size() - rest.size());
    for (std::size_t i = 0; i < presses; ++i) {
        const Element* back = find_key_of(static_cast<int>(Key::typing_backspace));
        if (back == nullptr || find_key("'") == nullptr) break;
        press(*back);
    }
    return false;
}

}  // namespace wenlan::app
