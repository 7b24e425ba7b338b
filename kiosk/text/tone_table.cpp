// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tone_table.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/embedded.h"

namespace wenlan::text {
namespace {

// Takes the next line off; without its end.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

struct Fields {
    std::string_view left, right;
};
Fields fields_of(std::string_view line) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    return {line.substr(0, tab), line.substr(std::min(tab + 1, line.size()))};
}

}  // namespace

ToneTable::ToneTable() {
    std::string_view rest = embedded_tones();
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty()) break;  // the words follow
        const Fields fields = fields_of(line);
        for (const char32_t character : base::utf8::decode(fields.left))
            characters_.push_back({character, fields.right});
    }
    std::sort(characters_.begin(), characters_.end(),
              [](const Character& a, const Character& b) { return a.character < b.character; });
    const auto in_order = [](const Entry& a, const Entry& b) { return a.word < b.word; };
    const auto fill = [&](std::vector<Entry>& entries) {
        while (!rest.empty()) {
            const Fields fields = fields_of(take_line(rest));
            entries.push_back({fields.left, fields.right});
        }
        std::sort(entries.begin(), entries.end(), in_order);
    };
    fill(words_);
    rest = embedded_names();
    fill(names_);
    for (const Entry& name : names_) name_bytes_max_ = std::max(name_bytes_max_, name.word.size());
}

std::string_view ToneTable::readings(char32_t character) const {
    const auto found = std::lower_bound(
        characters_.begin(), characters_.end(), character,
        [](const Character& entry, char32_t wanted) { return entry.character < wanted; });
    if (found == characters_.end() || found->character != character) return {};
    return found->readings;
}

std::string_view ToneTable::spelling_of(const std::vector<Entry>& entries, std::string_view word) {
    const auto found = std::lower_bound(
        entries.begin(), entries.end(), word,
        [](const Entry& entry, std::string_view wanted) { return entry.word < wanted; });
    return found == entries.end() || found->word != word ? std::string_view() : found->spelling;
}

std::string_view ToneTable::word(std::string_view word) const { return spelling_of(words_, word); }

ToneTable::Name ToneTable::name_at_begin(std::string_view text) const {
    std::string_view piece = base::utf8::prefix(text, name_bytes_max_);
    while (!piece.empty()) {
        if (const std::string_view spelling = spelling_of(names_, piece); !spelling.empty())
            return {piece.size(), spelling};
        piece = base::utf8::prefix(piece, piece.size() - 1);
    }
    return {};
}

}  // namespace wenlan::text
