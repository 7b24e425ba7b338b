// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan::hub {

enum class Verdict : std::uint8_t {
    refused,  // cannot be taken
    skipped,  // left out on purpose: over, private, superseded
    note,     // taken, with this understanding of it
};

struct ReportLine {
    int line = 0;  // of the file, from 1; 0: the file as a whole
    Verdict verdict = Verdict::note;
    std::string code;      // for machines: "csv.no-date"
    std::string sentence;  // for people
    std::string title;     // of the entry; empty: not known
};

// What an import says of a file, entry by entry. A hostile file cannot make it grow without bound:
// beyond a limit only the counts go on.
class Report {
public:
    void refuse(int line, std::string_view code, std::string_view sentence,
                std::string_view title = {});
    void skip(int line, std::string_view code, std::string_view sentence,
              std::string_view title = {});
    void note(int line, std::string_view code, std::string_view sentence,
              std::string_view title = {});

    int refused() const { return refused_; }
    int skipped() const { return skipped_; }
    int notes() const { return notes_; }
    // In the order of the file.
    std::vector<ReportLine> lines() const;
    bool has(std::string_view code) const;
    // "FILE:12: refused [csv.no-date]: The row has no date. (Spring Gala)", a line each.
    std::string text(std::string_view file_name) const;

private:
    void add(ReportLine line);

    std::vector<ReportLine> lines_;
    int refused_ = 0;
    int skipped_ = 0;
    int notes_ = 0;
    int left_out_ = 0;
};

}  // namespace wenlan::hub
