// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/report.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace wenlan::hub {
namespace {

constexpr std::size_t lines_max = 20'000;
constexpr std::size_t title_bytes_max = 90;

std::string_view word(Verdict verdict) {
    switch (verdict) {
        case Verdict::refused:
            return "refused";
        case Verdict::skipped:
            return "skipped";
        case Verdict::note:
            break;
    }
    return "note";
}

// Made safe for a terminal: sentences and titles hold words of the file.
std::string harmless(std::string_view text) {
    std::string out = base::utf8::repaired(text);
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return out;
}

std::string shown(std::string_view title) {
    std::string out = harmless(base::utf8::prefix(title, title_bytes_max));
    if (title.size() > title_bytes_max) out += "…";
    return out;
}

}  // namespace

void Report::refuse(int line, std::string_view code, std::string_view sentence,
                    std::string_view title) {
    ++refused_;
    add({line, Verdict::refused, std::string{code}, harmless(sentence), shown(title)});
}

void Report::skip(int line, std::string_view code, std::string_view sentence,
                  std::string_view title) {
    ++skipped_;
    add({line, Verdict::skipped, std::string{code}, harmless(sentence), shown(title)});
}

void Report::note(int line, std::string_view code, std::string_view sentence,
                  std::string_view title) {
    ++notes_;
    add({line, Verdict::note, std::string{code}, harmless(sentence), shown(title)});
}

void Report::add(ReportLine line) {
    if (lines_.size() < lines_max) {
        lines_.push_back(std::move(line));
    } else {
        ++left_out_;
    }
}

std::vector<ReportLine> Report::lines() const {
    std::vector<ReportLine> sorted = lines_;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const ReportLine& a, const ReportLine& b) { return a.line < b.line; });
    return sorted;
}

bool Report::has(std::string_view code) const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [&](const ReportLine& line) { return line.code == code; });
}

std::string Report::text(std::string_view file_name) const {
    std::string out;
    for (const ReportLine& line : lines()) {
        out += file_name;
        if (line.line > 0) out += ":" + std::to_string(line.line);
        out += ": ";
        out += word(line.verdict);
        out += " [" + line.code + "]: " + line.sentence;
        if (!line.title.empty()) out += " (" + line.title + ")";
        out += '\n';
    }
    if (left_out_ > 0) out += "and " + std::to_string(left_out_) + " lines more\n";
    return out;
}

}  // namespace wenlan::hub
