// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/title_scan.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace wenlan::domain {
namespace {

constexpr std::size_t letters_max = 65'000;
constexpr std::size_t term_size_max = 40;
constexpr std::size_t title_size_max = 200;
constexpr std::uint8_t begins = 1, sign = 2;

bool is_letter(char32_t character) { return character >= U'a' && character <= U'z'; }

std::uint32_t key_of(char32_t character, bool begins_word) {
    return static_cast<std::uint32_t>(character) * 2 + (begins_word ? 1 : 0);
}

}  // namespace

TitleAlphabet::TitleAlphabet() { entries_.push_back({U' ', true, {}}); }

bool TitleAlphabet::add(Entry entry) {
    if (entries_.size() >= letters_max) return false;
    known_.emplace(key_of(entry.character, entry.begins_word),
                   static_cast<TitleLetter>(entries_.size()));
    entries_.push_back(std::move(entry));
    return true;
}

std::vector<TitleLetter> TitleAlphabet::letters_of(std::string_view title,
                                                   const Readings& readings) {
    std::vector<TitleLetter> letters;
    bool after_letter = false;
    for (const char32_t given : base::utf8::decode(title)) {
        if (letters.size() == title_size_max) break;
        // Chinese characters are as they are given, and are not read again.
        const auto seen = given > 0x2E80 ? known_.find(key_of(given, true)) : known_.end();
        if (seen != known_.end()) {
            letters.push_back(seen->second);
            after_letter = false;
            continue;
        }
        TypedCharacter typed = typed_character(given, readings);
        const bool begins_word = !(typed.plain && after_letter);
        after_letter = typed.plain;
        if (typed.keys.empty()) {
            letters.push_back(0);
            continue;
        }
        const auto known = known_.find(key_of(typed.character, begins_word));
        if (known != known_.end()) {
            letters.push_back(known->second);
            continue;
        }
        const bool added = add({typed.character, begins_word, std::move(typed.keys)});
        letters.push_back(added ? static_cast<TitleLetter>(entries_.size() - 1) : 0);
    }
    return letters;
}

TitleScan::TitleScan(std::string_view query, const TitleAlphabet& alphabet) {
    const auto& entries = alphabet.entries();
    may_begin_.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        may_begin_[i] = entries[i].keys.empty() ? sign : entries[i].begins_word ? begins : 0;
    for (const std::u32string& text : search_terms(query)) {
        const std::u32string_view used = std::u32string_view(text).substr(0, term_size_max);
        Term term;
        term.size = used.size();
        term.way.resize(entries.size() * used.size());
        term.strict.resize(term.way.size());
        for (std::size_t i = 0; i < entries.size(); ++i)
            meet(term, used, static_cast<TitleLetter>(i), entries[i]);
        term.starts.resize(entries.size());
        for (std::size_t i = 0; i < entries.size() && term.size > 0; ++i)
            term.starts[i] = may_begin_[i] == begins && term.way[i * term.size] != 0 ? 1 : 0;
        terms_.push_back(std::move(term));
    }
}

void TitleScan::meet(Term& term, std::u32string_view text, TitleLetter letter,
                     const TitleAlphabet::Entry& entry) const {
    Spent* const way = &term.way[letter * term.size];
    Spent* const strict = &term.strict[letter * term.size];
    if (entry.keys.empty()) {
        // Signs are passed over, but a term does not begin with them.
        for (std::size_t at = 1; at < term.size; ++at) way[at] = strict[at] = Spent{1} << at;
        return;
    }
    const bool latin = entry.keys.size() == 1 && is_letter(entry.character);
    for (std::size_t at = 0; at < term.size; ++at) {
        if (text[at] == entry.character) {
            way[at] |= Spent{1} << (at + 1);
            strict[at] |= Spent{1} << (at + 1);
            continue;
        }
        if (latin || !is_letter(text[at])) continue;
        for (std::size_t begin = 0; begin < entry.keys.size();) {
            const std::size_t end = std::min(entry.keys.find(' ', begin), entry.keys.size());
            const std::string_view key(entry.keys.data() + begin, end - begin);
            begin = end + 1;
            const std::size_t common = common_letters(text.substr(at), key);
            if (common == 0) continue;
            if (common == key.size() || at + common == text.size()) {
                way[at] |= Spent{1} << (at + common);
                strict[at] |= Spent{1} << (at + common);
            }
            way[at] |= Spent{1} << (at + 1);
            if (common >= 2 && key[1] == 'h') way[at] |= Spent{1} << (at + 2);
        }
    }
}

bool TitleScan::goes(const std::vector<Spent>& way, const Term& term,
                     std::span<const TitleLetter> title, std::size_t from) {
    const Spent all = Spent{1} << term.size;
    Spent spent = way[title[from] * term.size];
    for (std::size_t i = from + 1; spent != 0; ++i) {
        if ((spent & all) != 0) return true;
        if (i == title.size()) return false;
        const Spent* const next = &way[title[i] * term.size];
        Spent after = 0;
        for (Spent rest = spent; rest != 0; rest &= rest - 1) after |= next[std::countr_zero(rest)];
        spent = after;
    }
    return false;
}

std::optional<TitleScan::Found> TitleScan::find(std::size_t index,
                                                std::span<const TitleLetter> title) const {
    const Term& term = terms_[index];
    std::optional<Found> best;
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (term.starts[title[i]] == 0) continue;
        if (!goes(term.way, term, title, i)) continue;
        const Found found{.loose = !goes(term.strict, term, title, i),
                          .at_begin = i == 0 || may_begin_[title[i - 1]] == sign};
        if (!best || (best->loose && !found.loose) ||
            (best->loose == found.loose && !best->at_begin && found.at_begin))
            best = found;
        if (!best->loose && best->at_begin) break;
    }
    return best;
}

}  // namespace wenlan::domain
