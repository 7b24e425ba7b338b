// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/csv_columns.h"

#include <algorithm>
#include <map>

#include "hub/import/clean_text.h"

namespace wenlan::hub {
namespace {

struct Names {
    Column column;
    std::string_view names;  // separated by bars; the first two are the ones to teach
};

// Compared without case, white space, brackets and asterisks.
constexpr Names names_of[] = {
    {Column::id, "id|编号|uid|活动编号|event id"},
    {Column::title,
     "title|标题|名称|题目|主题|活动|节目|课程|活动名称|活动标题|活动主题|活动题目|课程名称|"
     "节目名称|"
     "项目|项目名称|name|event|event name|event title|summary|subject"},
    {Column::title_en, "title_en|英文标题|标题_en|英文名称|英文名|english title|title english"},
    {Column::subtitle, "subtitle|副标题|主讲|主讲人|讲师|老师|授课老师|speaker|lecturer|teacher"},
    {Column::date, "date|日期|活动日期|举办日期|开始日期|起始日期|day|start date|event date"},
    {Column::end_date, "end date|结束日期|截止日期|终止日期"},
    {Column::time, "time|时间|活动时间|举办时间|时段|活动时段|时间段|hours"},
    {Column::start,
     "start|开始|开始时间|起始时间|起始|开场时间|start time|starts|begin|begins|dtstart"},
    {Column::end, "end|结束|结束时间|终止时间|散场时间|end time|ends|finish|dtend"},
    {Column::all_day, "all day|全天|全天活动|all day event|allday"},
    {Column::venue,
     "venue|地点|场地|位置|场馆|活动地点|举办地点|活动场地|地址|location|place|where|room"},
    {Column::venue_en, "venue_en|英文地点|地点_en|english venue"},
    {Column::capacity,
     "capacity|人数|名额|容量|限额|座位|座位数|人数上限|名额上限|限报人数|参加人数|招募人数|seats|"
     "places|max|limit"},
    {Column::description,
     "description|简介|介绍|说明|内容|描述|详情|活动简介|活动内容|活动介绍|课程简介|details|body|"
     "notes|about"},
    {Column::description_en, "description_en|英文简介|简介_en|english description"},
    {Column::kind, "kind|种类|类型|类别|分类|活动类型|活动类别|type|category|categories"},
    {Column::tags, "tags|标签|tag|labels|label"},
    {Column::organiser,
     "organiser|主办|主办方|主办单位|组织者|组织单位|承办|承办单位|organizer|host|hosted by"},
    {Column::audience, "audience|对象|参加对象|适合人群|面向对象|年龄|适龄|for|age|ages"},
    {Column::join, "join|参加方式|报名方式|报名|是否报名|sign-up|signup|registration"},
    {Column::status, "status|状态|活动状态|state"},
    {Column::is_private, "private|不公开|私密"},
};

// "人数（人）", "*标题", "Start Time:" are the same headings as without; "标题（英文）" is
// "标题_en".
std::string heading(std::string_view cell) {
    std::string text = folded(cell);
    for (const char* english : {"(en)", "(english)", "(英文)", "(英)"}) {
        if (const std::size_t at = text.find(english); at != std::string::npos) {
            text.replace(at, std::string::npos, "en");
        }
    }
    for (const char* bracket : {"(", "[", "【", "〔"}) {
        if (const std::size_t at = text.find(bracket); at != std::string::npos && at > 0) {
            text.resize(at);
        }
    }
    std::string out;
    for (const char c : text) {
        if (c != '*' && c != ':' && c != '_' && c != '-') out += c;
    }
    return out;
}

std::map<std::string, Column> columns_by_heading() {
    std::map<std::string, Column> out;
    for (const Names& entry : names_of) {
        std::string_view rest = entry.names;
        while (!rest.empty()) {
            const std::string_view name = rest.substr(0, rest.find('|'));
            out.try_emplace(heading(name), entry.column);
            rest.remove_prefix(std::min(name.size() + 1, rest.size()));
        }
    }
    return out;
}

std::optional<Column> column_named(std::string_view cell) {
    static const std::map<std::string, Column> by_heading = columns_by_heading();
    const auto found = by_heading.find(heading(cell));
    if (found == by_heading.end()) return std::nullopt;
    return found->second;
}

}  // namespace

std::string_view Columns::cell(const CsvRow& row, Column column) const {
    const auto& at = place[static_cast<std::size_t>(column)];
    if (!at || *at >= row.cells.size()) return {};
    return row.cells[*at];
}

std::optional<Columns> read_columns(const CsvRow& row) {
    Columns columns;
    for (std::size_t index = 0; index < row.cells.size(); ++index) {
        const auto column = column_named(row.cells[index]);
        const std::string name = clean_line(row.cells[index]);
        if (column && !columns.has(*column)) {
            columns.place[static_cast<std::size_t>(*column)] = index;
        } else if (!name.empty() && columns.unknown.size() < 64) {
            columns.unknown.push_back(cut(name, 20));
        }
    }
    const bool any_time =
        columns.has(Column::date) || columns.has(Column::start) || columns.has(Column::time);
    if (!columns.has(Column::title) || !any_time) return std::nullopt;
    return columns;
}

std::string columns_help() {
    std::string out;
    for (const Names& entry : names_of) {
        out += "  ";
        for (const char c : entry.names) out += c == '|' ? std::string{", "} : std::string{c};
        out += '\n';
    }
    return out;
}

}  // namespace wenlan::hub
