// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/syllables.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace wenlan::text::input {
namespace {

constexpr std::size_t letters_max = 6;  // zhuang

std::string without_tone(std::string_view syllable) {
    std::string letters(syllable);
    if (!letters.empty() && std::isdigit(static_cast<unsigned char>(letters.back())) != 0)
        letters.pop_back();
    return letters;
}

std::string swapped_begin(std::string_view syllable) {
    constexpr std::array<std::array<std::string_view, 2>, 5> pairs{
        {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}, {"l", "n"}}};
    for (const auto& [from, to] : pairs)
        if (syllable.starts_with(from))
            return std::string(to) + std::string(syllable.substr(from.size()));
    if (!syllable.empty() && std::string_view("zcs").find(syllable[0]) != std::string_view::npos)
        return std::string(syllable.substr(0, 1)) + "h" + std::string(syllable.substr(1));
    return std::string(syllable);
}

std::string swapped_end(std::string_view syllable) {
    for (const std::string_view end : {"ang", "eng", "ing"})
        if (syllable.ends_with(end)) return std::string(syllable.substr(0, syllable.size() - 1));
    for (const std::string_view end : {"an", "en", "in"})
        if (syllable.ends_with(end)) return std::string(syllable) + "g";
    return std::string(syllable);
}

}  // namespace

Syllables::Syllables(const ToneTable& table) {
    // Usual readings in a first round, the others after them.
    for (const bool usual : {true, false}) {
        for (const auto& [character, readings] : table.characters()) {
            for (std::size_t at = 0; at < readings.size();) {
                const std::size_t end = std::min(readings.find(' ', at), readings.size());
                auto& same = characters_[without_tone(readings.substr(at, end - at))];
                if ((at == 0) == usual &&
                    std::find(same.begin(), same.end(), character) == same.end())
                    same.push_back(character);
                at = end + 1;
            }
        }
    }
    // Sounds like "hm" are no syllables of names and words, and would part others.
    std::erase_if(characters_, [](const auto& entry) {
        return entry.first.find_first_of("aeiouv") == std::string::npos;
    });
}

bool Syllables::known(std::string_view syllable) const {
    return characters_.find(syllable) != characters_.end();
}

bool Syllables::may_begin(std::string_view keys) const {
    if (keys.starts_with('\'')) return true;
    const std::string_view head = keys.substr(0, 2);
    const auto found = characters_.lower_bound(head);
    return keys.empty() || (found != characters_.end() && found->first.starts_with(head)) ||
           known(keys.substr(0, 1));
}

const std::vector<char32_t>& Syllables::characters(std::string_view syllable) const {
    static const std::vector<char32_t> none;
    const auto found = characters_.find(syllable);
    return found == characters_.end() ? none : found->second;
}

std::vector<std::string> Syllables::alike(std::string_view syllable, Fuzzy fuzzy) const {
    std::vector<std::string> all{std::string(syllable)};
    if (fuzzy == Fuzzy::on) {
        const std::string end = swapped_end(syllable);
        for (const std::string& other : {swapped_begin(syllable), end, swapped_begin(end)})
            if (std::find(all.begin(), all.end(), other) == all.end()) all.push_back(other);
    }
    std::erase_if(all, [&](const std::string& one) { return !known(one); });
    return all;
}

std::vector<std::vector<std::string>> Syllables::partings(std::string_view keys,
                                                          std::size_t syllables_max) const {
    if (keys.empty()) return {{}};
    std::vector<std::vector<std::string>> all;
    if (syllables_max == 0) return all;
    for (std::size_t count = std::min(letters_max, keys.size()); count > 0; --count) {
        if (!known(keys.substr(0, count))) continue;
        std::string_view rest = keys.substr(count);
        if (rest.starts_with('\'')) rest.remove_prefix(1);
        for (auto& after : partings(rest, syllables_max - 1)) {
            after.insert(after.begin(), std::string(keys.substr(0, count)));
            all.push_back(std::move(after));
        }
    }
    return all;
}

}  // namespace wenlan::text::input
