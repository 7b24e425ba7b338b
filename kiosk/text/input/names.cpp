// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/names.h"

#include <algorithm>

#include "text/embedded.h"

namespace wenlan::text::input {
namespace {

// Natural logarithms of likelihoods, by measure on names: how much rarer the next in a row of
// `given.tsv` or `surnames.tsv` is, one who is called by a man's and a woman's character, a sound
// that was not typed but sounds like it, a name of one syllable more; and how much likelier one is
// that many people have.
constexpr float next_given = 0.45F, next_surname = 0.6F, mixed = 0.8F, unlike = 1.5F, longer = 1.0F,
                known_pair = 2.0F;
// A row is likely used so far.
constexpr std::size_t of_a_row_max = 12;
constexpr std::size_t syllables_max = 4;

template <typename Word>
void each_word(std::string_view words, Word word) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" \n"), words.size());
        if (end > 0) word(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

template <typename Row>
void each_row(std::string_view table, Row row) {
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        const std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        each_word(line.substr(tab + 1),
                  [&](std::string_view word) { row(std::string(line.substr(0, tab)), word); });
    }
}

void keep_best(std::vector<Names::Name>& names, std::size_t names_max) {
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.cost < b.cost; });
    std::vector<Names::Name> once;
    for (Names::Name& name : names) {
        const bool known = std::any_of(once.begin(), once.end(),
                                       [&](const auto& other) { return other.text == name.text; });
        if (!known) once.push_back(std::move(name));
        if (once.size() == names_max) break;
    }
    names = std::move(once);
}

}  // namespace

Names::Names(const Syllables& syllables) : syllables_(syllables) {
    each_row(embedded_surnames(), [&](const std::string& syllable, std::string_view word) {
        auto& row = surnames_[syllable];
        if (std::find(row.begin(), row.end(), word) == row.end()) row.emplace_back(word);
    });
    each_row(embedded_given(), [&](const std::string& syllable, std::string_view word) {
        auto& row = given_[syllable];
        const Bearer bearer = word.ends_with('f')   ? Bearer::woman
                              : word.ends_with('m') ? Bearer::man
                                                    : Bearer::anyone;
        if (bearer != Bearer::anyone) word.remove_suffix(1);
        const bool known = std::any_of(row.begin(), row.end(),
                                       [&](const Given& one) { return one.character == word; });
        if (!known)
            row.push_back({std::string(word), bearer, next_given * static_cast<float>(row.size())});
    });
    each_word(embedded_given_pairs(), [&](std::string_view pair) { given_pairs_.emplace(pair); });
}

std::vector<Names::Given> Names::given_of(std::string_view syllable, Fuzzy fuzzy) const {
    std::vector<Given> all;
    for (const std::string& sound : syllables_.alike(syllable, fuzzy)) {
        const auto row = given_.find(sound);
        if (row == given_.end()) continue;
        for (Given one : row->second) {
            if (sound != syllable) one.cost += unlike;
            all.push_back(std::move(one));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Given& a, const Given& b) { return a.cost < b.cost; });
    return all;
}

std::vector<Names::Name> Names::given_names(const std::vector<std::string>& syllables,
                                            Fuzzy fuzzy) const {
    std::vector<Name> names;
    if (syllables.empty() || syllables.size() > 2) return names;
    auto first = given_of(syllables[0], fuzzy);
    first.resize(std::min(first.size(), of_a_row_max));
    if (syllables.size() == 1) {
        for (const Given& one : first) names.push_back({one.character, one.cost});
        return names;
    }
    auto second = given_of(syllables[1], fuzzy);
    second.resize(std::min(second.size(), of_a_row_max));
    const bool doubled = syllables[0] == syllables[1];
    for (const Given& a : first) {
        for (const Given& b : second) {
            const bool both = a.bearer != Bearer::anyone && b.bearer != Bearer::anyone;
            float cost = longer + a.cost + b.cost;
            if (both && a.bearer != b.bearer) cost += mixed;
            // Who is called twice the same is called by the same character.
            if (doubled && a.character == b.character) cost = longer + a.cost;
            std::string name = a.character + b.character;
            if (given_pairs_.contains(name)) cost -= known_pair;
            names.push_back({std::move(name), cost});
        }
    }
    return names;
}

std::vector<Names::Name> Names::given(std::string_view keys, Fuzzy fuzzy,
                                      std::size_t names_max) const {
    std::vector<Name> names;
    for (const auto& syllables : syllables_.partings(keys, 2)) {
        auto some = given_names(syllables, fuzzy);
        names.insert(names.end(), some.begin(), some.end());
    }
    keep_best(names, names_max);
    return names;
}

std::vector<Names::Name> Names::whole(std::string_view keys, Fuzzy fuzzy,
                                      std::size_t names_max) const {
    std::vector<Name> names;
    for (const auto& syllables : syllables_.partings(keys, syllables_max)) {
        for (std::size_t of_surname : {std::size_t{2}, std::size_t{1}}) {
            if (syllables.size() <= of_surname) continue;
            const std::vector<std::string> rest(
                syllables.begin() + static_cast<std::ptrdiff_t>(of_surname), syllables.end());
            auto given = given_names(rest, fuzzy);
            if (given.empty()) continue;
            keep_best(given, names_max);
            const std::string sound = of_surname == 1 ? syllables[0] : syllables[0] + syllables[1];
            for (const std::string& like :
                 of_surname == 1 ? syllables_.alike(sound, fuzzy) : std::vector{sound}) {
                const auto row = surnames_.find(like);
                if (row == surnames_.end()) continue;
                for (std::size_t i = 0; i < row->second.size(); ++i) {
                    const bool two = row->second[i].size() > 4;
                    if (two != (of_surname == 2)) continue;
                    const float cost =
                        next_surname * static_cast<float>(i) + (like == sound ? 0 : unlike);
                    for (const Name& name : given)
                        names.push_back({row->second[i] + name.text, cost + name.cost});
                }
            }
        }
    }
    keep_best(names, names_max);
    return names;
}

std::vector<Names::Surname> Names::surnames(std::string_view keys, Fuzzy fuzzy) const {
    std::vector<Surname> two, one;
    for (std::size_t count = std::min<std::size_t>(keys.size(), 12); count > 0; --count) {
        std::string sound(keys.substr(0, count));
        if (sound.ends_with('\'') || !syllables_.may_begin(keys.substr(count))) continue;
        std::erase(sound, '\'');
        for (const std::string& like :
             syllables_.known(sound) ? syllables_.alike(sound, fuzzy) : std::vector{sound}) {
            const auto row = surnames_.find(like);
            if (row == surnames_.end()) continue;
            for (const std::string& surname : row->second)
                (surname.size() > 4 ? two : one).push_back({surname, count});
        }
    }
    two.insert(two.end(), one.begin(), one.end());
    return two;
}

std::vector<std::string> Names::given_characters(std::string_view syllable, Fuzzy fuzzy) const {
    std::vector<std::string> characters;
    for (const Given& one : given_of(syllable, fuzzy)) characters.push_back(one.character);
    return characters;
}

}  // namespace wenlan::text::input
