// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/search_match.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"

namespace wenlan::domain {
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

bool is_blank(char32_t character) {
    return character == U' ' || character == 0xA0 || (character >= 0x2000 && character <= 0x200A) ||
           character == 0x202F || character == 0x205F || character == 0x3000;
}

bool is_ideograph(char32_t character) {
    return character == 0x3007 || (character >= 0x3400 && character <= 0x9FFF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

// Latin letters of any kind; é is typed as it is.
bool is_plain(char32_t given, char32_t small) {
    const bool digit = small >= U'0' && small <= U'9';
    return digit || is_letter(small) ||
           (given >= 0xC0 && given <= 0x24F && given != 0xD7 && given != 0xF7);
}

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

// How one character of the title was met; the better the lower.
enum class Met : std::uint8_t { character, whole, beginning };

// Meets the term with the units from one on, in order, each by its character, by all letters of a
// reading, by its first letter (zh, ch and sh count as one), and the last one by any beginning.
class Walk {
public:
    Walk(std::u32string_view term, const std::vector<SearchableTitle::Unit>& units)
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
        const std::size_t letters = common_letters(term_.substr(at), key);
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

    std::u32string_view term_;
    const std::vector<SearchableTitle::Unit>& units_;
    std::vector<std::uint8_t> failed_;
    std::vector<std::size_t> way_;  // the last unit first
    int cost_ = 0;
};

struct TermMatch {
    std::vector<std::size_t> units;
    std::uint32_t rank = 0;
};

std::optional<TermMatch> match_term(std::u32string_view term, const SearchableTitle& title) {
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

std::size_t common_letters(std::u32string_view term, std::string_view key) {
    std::size_t count = 0;
    while (count < term.size() && count < key.size() &&
           (term[count] == static_cast<char32_t>(key[count]) ||
            (key[count] == 'v' && term[count] == U'u')))
        ++count;
    return count;
}

std::vector<std::u32string> search_terms(std::string_view query) {
    std::vector<std::u32string> terms(1);
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

TypedCharacter typed_character(char32_t given, const Readings& readings) {
    TypedCharacter typed{.character = folded(given), .keys = {}};
    typed.plain = is_plain(given, typed.character);
    if (typed.plain) {
        base::utf8::append(typed.keys, typed.character);
        return typed;
    }
    if (!is_ideograph(given)) return typed;
    typed.keys = keys_of(readings.keys(given));
    if (typed.keys.empty()) base::utf8::append(typed.keys, given);
    return typed;
}

SearchableTitle::SearchableTitle(std::string_view title, const Readings& readings)
    : title_(base::utf8::repaired(title)) {
    std::uint32_t byte = 0;
    bool after_letter = false;
    for (const char32_t given : base::utf8::decode(title_)) {
        std::string encoded;
        base::utf8::append(encoded, given);
        TypedCharacter typed = typed_character(given, readings);
        Unit unit{.byte_begin = byte, .keys = std::move(typed.keys), .character = typed.character};
        byte += static_cast<std::uint32_t>(encoded.size());
        unit.byte_end = byte;
        unit.begins_word = !(typed.plain && after_letter);
        after_letter = typed.plain;
        units_.push_back(std::move(unit));
    }
}

std::optional<Match> match(std::string_view query, const SearchableTitle& title) {
    const auto terms = search_terms(query);
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

}  // namespace wenlan::domain
