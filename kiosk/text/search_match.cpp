// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/search_match.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "base/utf8.h"
#include "text/clean_text.h"

namespace wenlan::text {
namespace {

// A term of more characters than this is looked for by its beginning.
constexpr std::size_t term_characters_max = 64;

char32_t folded(char32_t character) {
    if (character >= 0xFF01 && character <= 0xFF5E) character -= 0xFEE0;
    if (character >= U'A' && character <= U'Z') return character + 32;
    if (character == U'ü' || character == U'Ü') return U'v';
    return character;
}

bool is_letter(char32_t character) { return character >= U'a' && character <= U'z'; }

// "chang2 zhang3" -> "chang zhang", each once.
std::string keys_of(std::string_view readings) {
    std::string keys;
    for (std::size_t at = 0; at < readings.size();) {
        const std::size_t end = std::min(readings.find(' ', at), readings.size());
        std::string key(readings.substr(at, end - at));
        if (!key.empty() && std::isdigit(static_cast<unsigned char>(key.back())) != 0)
            key.pop_back();
        if ((" " + keys + " ").find(" " + key + " ") == std::string::npos)
            keys += (keys.empty() ? "" : " ") + key;
        at = end + 1;
    }
    return keys;
}

// Of the letters that a query can spend on a syllable: how many, for all or a part of it. ü is
// typed as v or as u.
std::size_t common_letters(std::span<const char32_t> query, std::string_view key) {
    std::size_t count = 0;
    while (count < query.size() && count < key.size() &&
           (query[count] == static_cast<char32_t>(key[count]) ||
            (key[count] == 'v' && query[count] == U'u')))
        ++count;
    return count;
}

// How one character of the title was met; the better the lower.
enum class Met : std::uint8_t { character, whole, beginning };

// Meets the term with the units from one on, in order, each by its character, by all letters of a
// reading, by its first letter (zh, ch and sh count as one), and the last one by any beginning.
class Walk {
public:
    Walk(std::span<const char32_t> term, const std::vector<SearchableTitle::Unit>& units)
        : term_(term), units_(units), failed_((term.size() + 1) * (units.size() + 1)) {}

    // The unit after the last that matched; nothing if the term is not there.
    std::optional<std::size_t> from(std::size_t unit, std::vector<std::size_t>& met, int& cost) {
        met.clear();
        cost = 0;
        if (!go(0, unit)) return std::nullopt;
        met.assign(way_.rbegin(), way_.rend());
        cost = cost_;
        return way_.front() + 1;
    }

private:
    bool go(std::size_t at, std::size_t unit) {
        if (at == term_.size()) {
            way_.clear();
            cost_ = 0;
            return true;
        }
        if (unit >= units_.size()) return false;
        const std::size_t state = at * (units_.size() + 1) + unit;
        if (failed_[state] != 0) return false;
        if (meet(at, unit)) return true;
        failed_[state] = 1;
        return false;
    }

    bool meet(std::size_t at, std::size_t unit) {
        const SearchableTitle::Unit& here = units_[unit];
        // Signs are passed over, but a term does not begin with them.
        if (here.keys.empty()) return at > 0 && go(at, unit + 1);
        if (term_[at] == here.character) return taken(at + 1, unit, Met::character);
        if (is_letter(here.character) || !is_letter(term_[at])) return false;
        for (std::size_t begin = 0; begin < here.keys.size();) {
            const std::size_t end = std::min(here.keys.find(' ', begin), here.keys.size());
            if (meet_key(at, unit, std::string_view(here.keys).substr(begin, end - begin)))
                return true;
            begin = end + 1;
        }
        return false;
    }

    bool meet_key(std::size_t at, std::size_t unit, std::string_view key) {
        const std::size_t letters = common_letters(term_.subspan(at), key);
        if (letters == 0) return false;
        if (letters == key.size() && taken(at + letters, unit, Met::whole)) return true;
        const bool to_the_end = at + letters == term_.size();
        if (to_the_end && taken(at + letters, unit, Met::beginning)) return true;
        if (letters >= 2 && key[1] == 'h' && taken(at + 2, unit, Met::beginning)) return true;
        return taken(at + 1, unit, Met::beginning);
    }

    bool taken(std::size_t at, std::size_t unit, Met met) {
        if (!go(at, unit + 1)) return false;
        way_.push_back(unit);
        cost_ += static_cast<int>(met);
        return true;
    }

    std::span<const char32_t> term_;
    const std::vector<SearchableTitle::Unit>& units_;
    std::vector<std::uint8_t> failed_;
    std::vector<std::size_t> way_;  // the last unit first
    int cost_ = 0;
};

struct TermMatch {
    std::vector<std::size_t> units;
    std::uint32_t rank = 0;
};

std::optional<TermMatch> match_term(std::span<const char32_t> term, const SearchableTitle& title) {
    const auto& units = title.units();
    Walk walk(term, units);
    std::optional<TermMatch> best;
    std::vector<std::size_t> met;
    for (std::size_t begin = 0; begin < units.size(); ++begin) {
        if (!units[begin].begins_word || units[begin].keys.empty()) continue;
        int cost = 0;
        if (!walk.from(begin, met, cost)) continue;
        const bool whole = met.size() == units.size();
        const std::uint32_t place = whole ? 0 : begin == 0 ? 1 : 2;
        const std::uint32_t per_unit =
            static_cast<std::uint32_t>(cost) * 100 / static_cast<std::uint32_t>(met.size());
        const std::uint32_t rank = place * 1000 + per_unit;
        if (!best || rank < best->rank) best = TermMatch{met, rank};
    }
    return best;
}

std::vector<std::vector<char32_t>> terms_of(std::string_view query) {
    std::vector<std::vector<char32_t>> terms(1);
    for (const char32_t given : base::utf8::decode(query)) {
        const char32_t character = folded(given);
        if (is_blank(character) || character < U' ') {
            if (!terms.back().empty()) terms.emplace_back();
        } else if (character != U'\'' && terms.back().size() < term_characters_max) {
            terms.back().push_back(character);
        }
    }
    if (terms.back().empty()) terms.pop_back();
    return terms;
}

std::vector<ByteRange> ranges_of(std::vector<std::size_t> units, const SearchableTitle& title) {
    std::sort(units.begin(), units.end());
    std::vector<ByteRange> ranges;
    for (const std::size_t unit : units) {
        const auto& [begin, end, keys, character, word] = title.units()[unit];
        if (!ranges.empty() && begin <= ranges.back().end)
            ranges.back().end = std::max(ranges.back().end, end);
        else
            ranges.push_back({begin, end});
    }
    return ranges;
}

}  // namespace

SearchableTitle::SearchableTitle(std::string_view title, const ToneTable& table)
    : title_(base::utf8::repaired(title)) {
    std::uint32_t byte = 0;
    bool after_letter = false;
    for (const char32_t given : base::utf8::decode(title_)) {
        std::string encoded;
        base::utf8::append(encoded, given);
        Unit unit{.byte_begin = byte, .keys = {}, .character = folded(given)};
        byte += static_cast<std::uint32_t>(encoded.size());
        unit.byte_end = byte;
        const bool plain = is_latin_letter(given) || is_digit(unit.character);
        unit.keys = plain ? encoded : keys_of(table.readings(given));
        if (unit.keys.empty() && is_ideograph(given)) unit.keys = encoded;
        unit.begins_word = !(plain && after_letter);
        after_letter = plain;
        units_.push_back(std::move(unit));
    }
}

std::optional<Match> match(std::string_view query, const SearchableTitle& title) {
    const auto terms = terms_of(query);
    if (terms.empty()) return std::nullopt;
    Match whole;
    std::vector<std::size_t> units;
    for (const auto& term : terms) {
        const auto found = match_term(term, title);
        if (!found) return std::nullopt;
        units.insert(units.end(), found->units.begin(), found->units.end());
        whole.rank = std::max(whole.rank, found->rank);
    }
    whole.rank =
        whole.rank * 256 + static_cast<std::uint32_t>(std::min<std::size_t>(title.size(), 255));
    whole.ranges = ranges_of(std::move(units), title);
    return whole;
}

}  // namespace wenlan::text
