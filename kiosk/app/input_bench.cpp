// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_bench.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include "app/measured.h"
#include "base/utf8.h"
#include "domain/search_match.h"
#include "text/input/handwriting.h"
#include "text/input/pinyin.h"
#include "text/readings.h"

namespace wenlan::app {
namespace {

using Row = std::array<std::string, 3>;
using text::input::PinyinComposer;
using text::input::Purpose;

constexpr std::size_t table_bytes_max = std::size_t{256} << 20;

double ms_of(const std::chrono::steady_clock::duration& time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

// The value that a share of all do not exceed.
double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(last * share + 0.5)];
}

std::vector<Row> rows_of(std::string_view table, std::string_view heading) {
    std::vector<Row> rows;
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        Row row;
        for (std::string& field : row) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            field = line.substr(0, tab);
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
        if (!row[0].empty() && !row[1].empty() && row[0] != heading) rows.push_back(row);
    }
    return rows;
}

// The keys for pinyin however it is written: "lǚ", "lü3" and "lv" are lv.
std::string keys_of(std::string_view pinyin) {
    constexpr std::array<std::u32string_view, 6> marked{U"aāáǎàÀÁĀǍ", U"eēéěèÈÉĒĚ", U"iīíǐì",
                                                        U"oōóǒòÒÓŌǑ", U"uūúǔù",     U"vǖǘǚǜüÜ"};
    std::string keys;
    for (const char32_t letter : base::utf8::decode(pinyin)) {
        for (const std::u32string_view row : marked)
            if (letter > 0x7F && row.find(letter) != std::u32string_view::npos)
                keys += static_cast<char>(row[0]);
        if (letter >= U'a' && letter <= U'z') keys += static_cast<char>(letter);
        if (letter >= U'A' && letter <= U'Z') keys += static_cast<char>(letter + 32);
    }
    return keys;
}

// The first letters of the characters from one on, if these keys are their readings in a row.
std::optional<std::string> initials_along(const domain::SearchableTitle& title, std::size_t unit,
                                          std::string_view keys) {
    const auto& units = title.units();
    while (unit < units.size() && units[unit].keys.empty()) ++unit;
    if (unit == units.size()) return keys.empty() ? std::optional(std::string()) : std::nullopt;
    std::string_view readings = units[unit].keys;
    while (!readings.empty()) {
        const std::size_t end = std::min(readings.find(' '), readings.size());
        const std::string reading = keys_of(readings.substr(0, end));
        readings.remove_prefix(std::min(end + 1, readings.size()));
        if (reading.empty() || !keys.starts_with(reading)) continue;
        if (const auto rest = initials_along(title, unit + 1, keys.substr(reading.size())))
            return reading.substr(0, 1) + *rest;
    }
    return std::nullopt;
}

// The first letter of each syllable, however they are parted.
std::string initials_of(const domain::SearchableTitle& title, std::string_view pinyin) {
    if (auto along = initials_along(title, 0, keys_of(pinyin))) return *along;
    std::string initials;
    while (!pinyin.empty()) {
        const std::size_t end = std::min(pinyin.find_first_of(" '"), pinyin.size());
        initials += keys_of(pinyin.substr(0, end)).substr(0, 1);
        pinyin.remove_prefix(std::min(end + 1, pinyin.size()));
    }
    return initials;
}

// Picks, at each step, of the candidates with which the rest of the text begins the longest one, or
// always a single character. How many picks it took; nothing if the text cannot be put together.
int picks_for(PinyinComposer& composer, std::string_view wanted, bool longest) {
    std::string done;
    for (int picks = 1; picks <= 32; ++picks) {
        const auto& candidates = composer.now().candidates;
        const std::string_view rest = wanted.substr(composer.now().picked.size());
        std::size_t best = candidates.size();
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (!rest.starts_with(candidates[i])) continue;
            const bool better = best == candidates.size() ||
                                (longest ? candidates[i].size() > candidates[best].size()
                                         : candidates[i].size() < candidates[best].size());
            if (better) best = i;
        }
        if (best == candidates.size()) return 0;
        done = composer.pick(best);
        if (!done.empty()) return done == wanted ? picks : 0;
    }
    return 0;
}

void type(PinyinComposer& composer, const std::string& keys, std::vector<double>* times_ms) {
    for (const char key : keys) {
        const auto before = std::chrono::steady_clock::now();
        composer.press(key);
        if (times_ms != nullptr)
            times_ms->push_back(ms_of(std::chrono::steady_clock::now() - before));
    }
}

base::Result<void> bench_pinyin(const std::vector<Row>& rows) {
    const auto composer = TRY(PinyinComposer::create(text::pinyin_model()));
    std::vector<double> times_ms;
    std::size_t composable = 0, top1 = 0, top5 = 0, top20 = 0;
    int picks_in_all = 0;
    for (const auto& [kind, wanted, syllables] : rows) {
        const Purpose purpose = kind == "name" ? Purpose::name : Purpose::text;
        const std::string keys = keys_of(syllables);
        composer->begin(purpose, text::input::Fuzzy::off);
        type(*composer, keys, &times_ms);
        const auto& candidates = composer->now().candidates;
        const auto found = std::find(candidates.begin(), candidates.end(), wanted);
        const auto rank = static_cast<std::size_t>(found - candidates.begin());
        if (found != candidates.end()) {
            top1 += rank < 1 ? 1 : 0;
            top5 += rank < 5 ? 1 : 0;
            top20 += rank < 20 ? 1 : 0;
        }
        int picks = picks_for(*composer, wanted, true);
        if (picks == 0) {
            composer->begin(purpose, text::input::Fuzzy::off);
            type(*composer, keys, nullptr);
            picks = picks_for(*composer, wanted, false);
        }
        composable += picks > 0 ? 1 : 0;
        picks_in_all += picks;
    }
    std::printf(
        "{\"n\":%zu,\"composable\":%zu,\"mean_picks\":%.2f,\"top1\":%zu,\"top5\":%zu,"
        "\"top20\":%zu,\"key_ms_p99\":%.2f}\n",
        rows.size(), composable,
        composable == 0 ? 0 : picks_in_all / static_cast<double>(composable), top1, top5, top20,
        quantile(times_ms, 0.99));
    return {};
}

base::Result<void> bench_initials(const std::vector<Row>& rows) {
    const auto readings = TRY(text::PhraseReadings::create());
    std::size_t found = 0;
    for (const auto& [title, pinyin, rest] : rows) {
        const domain::SearchableTitle searchable(title, *readings);
        const bool by_initials =
            domain::match(initials_of(searchable, pinyin), searchable).has_value();
        const bool by_pinyin = domain::match(keys_of(pinyin), searchable).has_value();
        found += by_initials && by_pinyin ? 1 : 0;
    }
    std::printf("{\"n\":%zu,\"found\":%zu}\n", rows.size(), found);
    return {};
}

// "x,y x,y;x,y": blanks between points, a semicolon between strokes.
text::input::Ink ink_of(const std::string& strokes) {
    text::input::Ink ink(1);
    const char* at = strokes.c_str();
    while (*at != '\0') {
        char* end = nullptr;
        const float x = std::strtof(at, &end);
        if (end != at && *end == ',') {
            const char* second = end + 1;
            const float y = std::strtof(second, &end);
            if (end != second) ink.back().push_back({x, y});
            at = end;
        } else {
            if (*at == ';') ink.emplace_back();
            ++at;
        }
    }
    return ink;
}

base::Result<void> bench_handwriting(const std::vector<Row>& rows) {
    const double before_mib = memory_mib();
    const auto recogniser = TRY(text::input::HandwritingRecogniser::create());
    std::vector<double> times_ms;
    std::size_t first = 0, among_ten = 0;
    for (const auto& [source, character, strokes] : rows) {
        const auto ink = ink_of(strokes);
        const auto before = std::chrono::steady_clock::now();
        const auto found = recogniser->recognise(ink, 10);
        times_ms.push_back(ms_of(std::chrono::steady_clock::now() - before));
        const auto place = std::find(found.begin(), found.end(), character);
        first += !found.empty() && place == found.begin() ? 1 : 0;
        among_ten += place != found.end() ? 1 : 0;
    }
    std::printf(
        "{\"n\":%zu,\"top1\":%zu,\"top10\":%zu,\"ms_p50\":%.1f,\"ms_p99\":%.1f,\"mb\":%.1f}\n",
        rows.size(), first, among_ten, quantile(times_ms, 0.5), quantile(times_ms, 0.99),
        memory_mib() - before_mib);
    return {};
}

}  // namespace

bool is_input_bench(const std::string& name) {
    return name == "pinyin" || name == "initials" || name == "handwriting";
}

base::Result<void> run_input_bench(const std::string& name, const std::filesystem::path& input,
                                   base::Disk& disk) {
    const std::string table = TRY(disk.read(input, table_bytes_max));
    if (name == "pinyin") return bench_pinyin(rows_of(table, "kind"));
    if (name == "handwriting") return bench_handwriting(rows_of(table, "source"));
    return bench_initials(rows_of(table, "title"));
}

}  // namespace wenlan::app
