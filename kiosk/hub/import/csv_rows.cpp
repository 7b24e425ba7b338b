// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/csv_rows.h"

#include <algorithm>
#include <optional>

#include "hub/import/event.h"

namespace wenlan::hub {
namespace {

constexpr std::size_t cells_max = 256;
constexpr std::size_t row_bytes_max = 64 * 1024;
constexpr int row_lines_max = 500;
constexpr std::string_view separators[] = {",", "\t", ";", "，", "|"};

// Reads from the left; `at` moves only forward but for a quote that turns out to be open.
class RowReader {
public:
    RowReader(std::string_view text, std::string_view separator)
        : text_(text), separator_(separator) {}

    bool done() const { return at_ >= text_.size(); }
    int line() const { return line_; }

    // None: a quote in the row is never closed; the reader stands at the next line.
    std::optional<CsvRow> next() {
        const std::size_t begin = at_;
        const int first_line = line_;
        CsvRow row{line_, {}};
        while (true) {
            auto cell = next_cell(begin, first_line);
            if (!cell) {
                at_ = begin;
                line_ = first_line;
                skip_line();
                return std::nullopt;
            }
            if (row.cells.size() < cells_max) row.cells.push_back(std::move(*cell));
            if (take(separator_)) continue;
            take_line_end();
            return row;
        }
    }

private:
    bool take(std::string_view expected) {
        if (!text_.substr(at_).starts_with(expected)) return false;
        at_ += expected.size();
        return true;
    }
    bool at_line_end() const { return done() || text_[at_] == '\n' || text_[at_] == '\r'; }
    void take_line_end() {
        if (done()) return;
        if (text_[at_] == '\r') ++at_;
        if (!done() && text_[at_] == '\n') ++at_;
        ++line_;
    }
    void skip_line() {
        while (!at_line_end()) ++at_;
        take_line_end();
    }
    bool at_separator() const { return text_.substr(at_).starts_with(separator_); }

    std::optional<std::string> next_cell(std::size_t row_begin, int first_line) {
        std::size_t quote = at_;
        while (quote < text_.size() && text_[quote] == ' ') ++quote;
        if (quote < text_.size() && text_[quote] == '"') {
            at_ = quote + 1;
            return quoted_cell(row_begin, first_line);
        }
        return plain_cell();
    }
    std::string plain_cell() {
        const std::size_t begin = at_;
        while (!at_line_end() && !at_separator()) ++at_;
        return std::string{text_.substr(begin, at_ - begin)};
    }
    std::optional<std::string> quoted_cell(std::size_t row_begin, int first_line) {
        std::string cell;
        while (!done()) {
            if (at_ - row_begin > row_bytes_max || line_ - first_line > row_lines_max) break;
            const char c = text_[at_];
            if (c == '"' && text_.substr(at_).starts_with("\"\"")) {
                cell += '"';
                at_ += 2;
            } else if (c == '"') {
                ++at_;
                // What follows a closing quote belongs to the cell, as spreadsheets have it.
                cell += plain_cell();
                return cell;
            } else if (c == '\n' || c == '\r') {
                take_line_end();
                cell += '\n';
            } else {
                cell += c;
                ++at_;
            }
        }
        return std::nullopt;
    }

    std::string_view text_;
    std::string_view separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

// How many cells the first rows have in most cases, and in how many of them.
struct Agreement {
    std::size_t cells = 1;
    std::size_t rows = 0;
};

Agreement agreement_on(std::string_view text, std::string_view separator) {
    constexpr std::size_t sample_rows = 12;
    RowReader reader{text, separator};
    std::vector<std::size_t> counts;
    while (!reader.done() && counts.size() < sample_rows) {
        const auto row = reader.next();
        if (row && !row->blank()) counts.push_back(row->cells.size());
    }
    Agreement best;
    for (const std::size_t cells : counts) {
        const auto rows = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), cells));
        if (cells > 1 && rows > best.rows) best = {cells, rows};
    }
    return best;
}

std::string_view separator_of(std::string_view text) {
    std::string_view chosen = separators[0];
    Agreement best;
    for (const std::string_view separator : separators) {
        const Agreement agreement = agreement_on(text, separator);
        const bool better = agreement.rows > best.rows ||
                            (agreement.rows == best.rows && agreement.cells > best.cells);
        if (agreement.cells > 1 && better) {
            chosen = separator;
            best = agreement;
        }
    }
    return chosen;
}

// Excel writes "sep=;" before a table when asked to.
std::optional<std::string_view> declared_separator(std::string_view text) {
    if (!text.starts_with("sep=")) return std::nullopt;
    for (const std::string_view separator : separators) {
        if (text.substr(4).starts_with(separator)) return separator;
    }
    return std::nullopt;
}

}  // namespace

bool CsvRow::blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

base::Result<std::vector<CsvRow>> read_csv_rows(std::string_view text, Report& report) {
    const auto declared = declared_separator(text);
    RowReader reader{text, declared ? *declared : separator_of(text)};
    std::vector<CsvRow> rows;
    if (declared) static_cast<void>(reader.next());
    while (!reader.done()) {
        const int line = reader.line();
        auto row = reader.next();
        if (!row) {
            report.refuse(line, "csv.open-quote", "A quotation mark of the row is never closed.");
        } else if (!row->blank()) {
            rows.push_back(std::move(*row));
        }
        if (rows.size() > import_events_max + 100) {
            return base::Error{
                "import.too-many-events",
                "The table has more than " + std::to_string(import_events_max) + " rows."};
        }
    }
    return rows;
}

}  // namespace wenlan::hub
