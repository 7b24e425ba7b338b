// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/readings.h"
#include "domain/search_match.h"

namespace wenlan::domain {

// The characters of many titles as small numbers, so that a hundred thousand titles take a few
// megabytes and are looked through in milliseconds.
using TitleLetter = std::uint16_t;

class TitleAlphabet {
public:
    struct Entry {
        char32_t character = 0;
        bool begins_word = true;  // Latin letters that follow another do not
        std::string keys;         // as in TypedCharacter
    };
    // 0 is a sign, and whatever finds no room.
    TitleAlphabet();

    std::vector<TitleLetter> letters_of(std::string_view title, const Readings& readings);
    const std::vector<Entry>& entries() const { return entries_; }
    // As read from a file, in order; false: there is no more room.
    bool add(Entry entry);

private:
    std::vector<Entry> entries_;
    std::unordered_map<std::uint32_t, TitleLetter> known_;
};

// One query, made ready for all titles of an alphabet. It finds what match() finds.
class TitleScan {
public:
    TitleScan(std::string_view query, const TitleAlphabet& alphabet);

    struct Found {
        // Some letters stand for nothing but the beginnings of syllables.
        bool loose = false;
        // At the title's beginning, or after a sign.
        bool at_begin = false;
    };
    std::size_t terms() const { return terms_.size(); }
    std::optional<Found> find(std::size_t term, std::span<const TitleLetter> title) const;

private:
    // Bit n: so many characters of the term are spent.
    using Spent = std::uint64_t;
    struct Term {
        std::size_t size = 0;
        std::vector<Spent> way;     // for each letter and number spent, what may be spent after it
        std::vector<Spent> strict;  // the same without mere beginnings
        std::vector<std::uint8_t> starts;  // of a letter: the term may begin with it
    };
    static bool goes(const std::vector<Spent>& way, const Term& term,
                     std::span<const TitleLetter> title, std::size_t from);
    void meet(Term& term, std::u32string_view text, TitleLetter letter,
              const TitleAlphabet::Entry& entry) const;

    std::vector<Term> terms_;
    std::vector<std::uint8_t> may_begin_;  // of a letter: 1 a word, 2 it is a sign
};

}  // namespace wenlan::domain
