// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/csv_row_event.h"

#include "hub/import/clean_text.h"
#include "hub/import/csv_when.h"

namespace wenlan::hub {
namespace {

using base::Error;
using base::Result;

constexpr int capacity_max = 100'000;
constexpr std::size_t tags_max = 8;

// "30", "30人", "限30人", "不限": seats; 0 where none are counted.
Result<int> read_capacity(std::string_view cell) {
    const std::string text = folded(cell);
    int value = 0;
    bool any = false;
    bool ended = false;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            ended = any;
            continue;
        }
        if (ended || value > capacity_max) {
            return Error{"csv.bad-capacity", "The number of places \"" + cut(clean_line(cell), 20) +
                                                 "\" is not one number up to 100000."};
        }
        any = true;
        value = value * 10 + (c - '0');
    }
    const bool open = text.empty() || text.find("不限") != text.npos ||
                      text.find("无限") != text.npos || text == "无" || text == "unlimited" ||
                      text == "none" || text == "-" || text == "/";
    if (!any && open) return 0;
    if (!any || value > capacity_max || text.find('-') == 0 || text.find('.') != text.npos) {
        return Error{"csv.bad-capacity", "The number of places \"" + cut(clean_line(cell), 20) +
                                             "\" is not one number up to 100000."};
    }
    return value;
}

std::optional<domain::Join> read_join(std::string_view cell) {
    const std::string word = folded(cell);
    const auto is = [&](std::initializer_list<const char*> words) {
        for (const char* candidate : words) {
            if (word.find(candidate) != word.npos) return true;
        }
        return false;
    };
    if (word.empty()) return std::nullopt;
    if (is({"咨询", "ask"})) return domain::Join::ask;
    if (is({"无需", "免报名", "不需", "自由", "直接", "walk"}) || word == "否" || word == "no") {
        return domain::Join::walk_in;
    }
    if (is({"报名", "预约", "sign", "book", "regist"}) || word == "是" || word == "yes") {
        return domain::Join::sign_up;
    }
    return std::nullopt;
}

bool is_cancelled(std::string_view cell) {
    const std::string word = folded(cell);
    return word.find("取消") != word.npos || word.find("cancel") != word.npos;
}

bool is_draft_or_private(const CsvRow& row, const Columns& columns) {
    const std::string status = folded(columns.cell(row, Column::status));
    const std::string secret = folded(columns.cell(row, Column::is_private));
    return status == "草稿" || status == "draft" || secret == "true" || secret == "yes" ||
           secret == "是" || secret == "1";
}

// Several words in one cell, with any of the marks people put between them.
std::vector<std::string> words_of(std::string_view cell) {
    std::vector<std::string> words;
    std::string text{cell};
    for (const char* mark : {"、", "，", "；", ";", "/", "|"}) {
        for (std::size_t at = 0; (at = text.find(mark, at)) != text.npos;) {
            text.replace(at, std::string_view{mark}.size(), ",");
        }
    }
    std::string_view rest = text;
    while (!rest.empty() && words.size() < tags_max) {
        const std::string_view part = rest.substr(0, rest.find(','));
        if (std::string word = clean_line(part); !word.empty()) words.push_back(std::move(word));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    return words;
}

ImportedEvent words_of_row(const CsvRow& row, const Columns& columns) {
    const auto line = [&](Column column) { return clean_line(columns.cell(row, column)); };
    const auto paragraphs = [&](Column column) {
        return clean_paragraphs(columns.cell(row, column));
    };
    ImportedEvent event;
    event.line = row.line;
    event.title = local_text(line(Column::title), line(Column::title_en));
    event.subtitle = local_text(line(Column::subtitle), {});
    event.body = local_text(paragraphs(Column::description), paragraphs(Column::description_en));
    event.organiser = local_text(line(Column::organiser), {});
    event.audience = local_text(line(Column::audience), {});
    event.categories = words_of(columns.cell(row, Column::kind));
    for (std::string& word : words_of(columns.cell(row, Column::tags))) {
        event.categories.push_back(std::move(word));
    }
    event.new_tags = true;
    event.join = read_join(columns.cell(row, Column::join));
    return event;
}

}  // namespace

std::optional<ImportedEvent> read_csv_row(const CsvRow& row, const Columns& columns,
                                          const WhenFrame& when_frame, const ImportFrame& frame,
                                          Report& report) {
    if (is_draft_or_private(row, columns)) {
        report.skip(row.line, "csv.private", "It is marked as a draft or not public.");
        return std::nullopt;
    }
    ImportedEvent event = words_of_row(row, columns);
    const std::string& title = event.title.zh;
    if (!title_is_fit(event.title, row.line, report)) return std::nullopt;
    const auto refuse = [&](const Error& error) {
        report.refuse(row.line, error.code, error.message, title);
        return std::nullopt;
    };
    const auto times = read_row_times(row, columns, when_frame, frame);
    if (!times) return refuse(times.error());
    const auto capacity = read_capacity(columns.cell(row, Column::capacity));
    if (!capacity) return refuse(capacity.error());
    for (const auto& [start, end] : times.value().spans) {
        ImportedOccasion occasion;
        occasion.line = row.line;
        occasion.start = start;
        occasion.end = end;
        occasion.venue = clean_line(columns.cell(row, Column::venue));
        occasion.venue_en = clean_line(columns.cell(row, Column::venue_en));
        occasion.capacity = capacity.value();
        occasion.cancelled = is_cancelled(columns.cell(row, Column::status));
        event.occasions.push_back(std::move(occasion));
    }
    if (!texts_are_fit(event, report)) return std::nullopt;
    if (times.value().length_assumed) {
        report.note(row.line, "time.no-end", "No end is given; an hour is assumed.", title);
    }
    if (times.value().weekday_differs) {
        report.note(row.line, "csv.other-weekday", "The weekday named is not that of the date.",
                    title);
    }
    return event;
}

}  // namespace wenlan::hub
