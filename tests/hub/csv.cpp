// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/csv.h"

#include <chrono>

#include "catch.h"
#include "fixture.h"
#include "hub/import/csv_columns.h"
#include "hub/import/csv_rows.h"

using namespace wenlan;
using namespace wenlan::hub;
using namespace wenlan::hub::test;

namespace {

std::vector<Lines> cells(std::string_view text) {
    Report report;
    std::vector<Lines> out;
    const auto rows = read_csv_rows(text, report);
    for (const CsvRow& row : rows.value()) out.push_back(row.cells);
    return out;
}

const std::string heading = "标题,日期,时间,地点,人数\n";

// The dates of the only event of a table.
Lines only(std::string_view text) {
    const ParsedFile file = csv(text);
    return file.events.size() == 1 ? dates(file.events.front()) : Lines{};
}

}  // namespace

TEST_CASE("Cells are split at the separator that the table uses", "[csv]") {
    const std::vector<Lines> want = {{"a", "b", "c"}, {"1", "2", "3"}};
    for (const char* text : {"a,b,c\n1,2,3\n", "a\tb\tc\n1\t2\t3\n", "a;b;c\n1;2;3\n",
                             "a|b|c\r\n1|2|3", "a，b，c\n1，2，3\n", "sep=;\na;b;c\n1;2;3\n",
                             "a,b,c\r1,2,3\r", "\n\na,b,c\n\n \n1,2,3\n\n"}) {
        INFO(text);
        CHECK(cells(text) == want);
    }
    CHECK(cells("a\tb\tc,d\n1\t2\t3,4\n") ==
          std::vector<Lines>{{"a", "b", "c,d"}, {"1", "2", "3,4"}});
}

TEST_CASE("Quoted cells hold separators, quotes and line ends", "[csv]") {
    CHECK(cells("a,\"b,\"\"c\"\"\"\n\"1\r\n2\",3\n") ==
          std::vector<Lines>{{"a", "b,\"c\""}, {"1\n2", "3"}});
    CHECK(cells("a, \"b\" ,c\nx\"y,\"\",z\n") ==
          std::vector<Lines>{{"a", "b ", "c"}, {"x\"y", "", "z"}});
}

TEST_CASE("A quote that is never closed spoils its own line only", "[csv][hostile]") {
    Report report;
    const auto rows = read_csv_rows("a,b\n1,\"open\n2,fine\n3,fine\n", report).value();
    CHECK(said(report) == Lines{"2 refused csv.open-quote"});
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].line == 3);
    std::string hostile = "a,b\n";
    for (int index = 0; index < 20'000; ++index) hostile += "1,\"\n";
    const auto began = std::chrono::steady_clock::now();
    Report many;
    static_cast<void>(read_csv_rows(hostile + "x\"", many).ok());
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{20});
}

TEST_CASE("A table in Chinese is taken with all its words", "[csv]") {
    const ParsedFile file =
        csv("编号,标题,英文标题,日期,开始时间,结束时间,地点,人数（人）,简介,种类,标签,主办单位,"
            "对象,主讲\n"
            "A1,越剧《打金枝》,The Golden Bough,2026-11-28,14:00,16:00,三楼书画室,限80人,"
            "\"第一段\n第二段\",活动,戏曲、亲子,文化馆,不限年龄,王老师\n");
    REQUIRE(file.events.size() == 1);
    const ImportedEvent& event = file.events[0];
    CHECK(event.key == "csv:id:A1");
    CHECK(event.title == base::LocalText{"越剧《打金枝》", "The Golden Bough"});
    CHECK(event.body.zh == "第一段\n第二段");
    CHECK(event.categories == Lines{"活动", "戏曲", "亲子"});
    CHECK(event.organiser.zh == "文化馆");
    CHECK(event.audience.zh == "不限年龄");
    CHECK(event.subtitle.zh == "王老师");
    CHECK(event.occasions[0].venue == "三楼书画室");
    CHECK(event.occasions[0].capacity == 80);
    CHECK(dates(event) == Lines{"11-28 14:00-16:00"});
    CHECK(said(file.report).empty());
}

TEST_CASE("What calendar programs export is taken", "[csv][habits]") {
    CHECK(only("Subject,Start Date,Start Time,End Date,End Time,All Day Event,Location,Private\n"
               "Talk,11/28/2026,2:00:00 PM,11/28/2026,4:00:00 PM,False,Hall,False\n") ==
          Lines{"11-28 14:00-16:00"});
    CHECK(only("Subject,Start Date,Start Time,End Date,End Time,All Day Event\n"
               "Talk,11/28/2026,,11/29/2026,,True\n") ==
          Lines{"11-28 09:00-21:00", "11-29 09:00-21:00"});
    CHECK(only("title,start,end\nTalk,2026-11-28 14:00,2026-11-28 16:00\n") ==
          Lines{"11-28 14:00-16:00"});
    CHECK(only("title,start,end\nTalk,2026-11-28T06:00:00Z,2026-11-28T08:00:00Z\n") ==
          Lines{"11-28 14:00-16:00"});
}

TEST_CASE("The columns of time are put together", "[csv]") {
    CHECK(only("标题,时间\n讲座,11月28日（周六）下午2:00-4:00\n") == Lines{"11-28 14:00-16:00"});
    CHECK(only("标题,日期,时间\n讲座,11月28日-30日,14:00-16:00\n") ==
          Lines{"11-28 14:00-16:00", "11-29 14:00-16:00", "11-30 14:00-16:00"});
    CHECK(only("标题,日期,结束日期\n画展,2026-11-28,2026-11-29\n") ==
          Lines{"11-28 09:00-21:00", "11-29 09:00-21:00"});
    CHECK(only("标题,日期,时间\n守岁,2026-11-28,22:00-01:00\n") ==
          Lines{"11-28 22:00-11-29 01:00"});
    CHECK(only("标题,开始,结束\n营,2026-11-28 14:00,2026-11-29 10:00\n") ==
          Lines{"11-28 14:00-11-29 10:00"});
    CHECK(only("标题,日期,时间\n灯会,2026-11-28,18:00-24:00\n") ==
          Lines{"11-28 18:00-11-29 00:00"});
    CHECK(only("标题,日期,时间\n画展,11月20日-24日,10:00-17:00\n") ==
          Lines{"11-22 10:00-17:00", "11-23 10:00-17:00", "11-24 10:00-17:00"});
}

TEST_CASE("Rows of one title are dates of one event", "[csv]") {
    const ParsedFile file = csv(heading +
                                "书法课,2026-11-28,14:00-16:00,书画室,20\n"
                                "围棋课,2026-11-28,14:00-16:00,棋室,\n"
                                "书法课,2026-12-05,14:00-16:00,书画室,20\n"
                                "书法课,2026-12-05,14:00-16:00,书画室,20\n"
                                "书法课,2026-12-05,14:00-16:00,二楼,20\n");
    CHECK(titles(file) == Lines{"书法课", "围棋课", "书法课"});
    CHECK(dates(file.events[0]) == Lines{"11-28 14:00-16:00", "12-05 14:00-16:00"});
    CHECK(file.events[2].occasions[0].venue == "二楼");
    CHECK(said(file.report) == Lines{"5 skipped csv.twice"});
    CHECK(file.covers_from == base::CivilDate{2026, 11, 28});
    CHECK(file.covers_to == base::CivilDate{2026, 12, 5});
}

TEST_CASE("One title in many places at once is as many events", "[csv]") {
    std::string text = heading;
    for (int round = 0; round < 2; ++round) {
        for (int place = 0; place < 60; ++place) {
            text += "游园,2026-11-28 - 2026-11-30,14:00-16:00,摊位" + std::to_string(place) + ",\n";
        }
    }
    const ParsedFile file = csv(text);
    CHECK(file.events.size() == 60);
    for (const ImportedEvent& event : file.events) CHECK(event.occasions.size() == 3);
    CHECK(file.report.skipped() == 180);
}

TEST_CASE("An event of more dates than anyone can mean is refused", "[csv][hostile]") {
    std::string text = "标题,开始\n";
    for (int index = 0; index < 1600; ++index) {
        text += "讲座,2026-12-" + std::to_string(1 + index / 60 % 28) + " " +
                std::to_string(10 + index / 1680) + ":" + (index % 60 < 10 ? "0" : "") +
                std::to_string(index % 60) + "\n";
    }
    const ParsedFile file = csv(text);
    CHECK(file.events.at(0).occasions.size() == 1500);
    CHECK(file.report.refused() == 100);
}

TEST_CASE("A heading row may stand below a title, and unknown columns are named", "[csv][habits]") {
    const ParsedFile file =
        csv("2026年11月活动安排,,,\n,,,\n序号,*标题：,日期,备注\n1,讲座,2026-11-28,x\n");
    CHECK(titles(file) == Lines{"讲座"});
    CHECK(said(file.report) == Lines{"3 note csv.unused-columns"});
    CHECK(file.report.lines()[0].sentence.find("序号, 备注") != std::string::npos);
}

TEST_CASE("A table in GB18030 or UTF-16 is taken like one in UTF-8", "[csv][habits]") {
    CHECK(titles(csv("\xB1\xEA\xCC\xE2,\xC8\xD5\xC6\xDA\r\n\xBD\xB2\xD7\xF9,2026-11-28\r\n")) ==
          Lines{"讲座"});
    CHECK(titles(csv("\xEF\xBB\xBF标题,日期\r\n讲座,2026-11-28\r\n")) == Lines{"讲座"});
    std::string wide = "\xFF\xFE";
    for (const char c : std::string{"title\tdate\r\nTalk\t2026-11-28\r\n"}) {
        wide += c;
        wide += '\0';
    }
    CHECK(titles(csv(wide)) == Lines{"Talk"});
}

TEST_CASE("What a row lacks is said with the line that it begins on", "[csv]") {
    const ParsedFile file = csv(heading +
                                "\"两行\n的标题\",2026-11-28,14:00-16:00,,\n"
                                ",2026-11-28,14:00,,\n"
                                "无日期,,14:00,,\n"
                                "坏日期,2026-02-30,14:00,,\n"
                                "坏时间,2026-11-28,下午,,\n"
                                "坏人数,2026-11-28,14:00-15:00,,三四十\n"
                                "多人数,2026-11-28,14:00-15:00,,30-40\n"
                                "负人数,2026-11-28,14:00-15:00,,-5\n"
                                "太多,2026-11-28,14:00-15:00,,999999999999999999999\n"
                                "倒着,2026-11-28 14:00-2026-11-27 15:00,,,\n"
                                "两天,2026-11-28,2026-11-29 14:00,,\n" +
                                std::string(201, 'x') +
                                ",2026-11-28,,,\n"
                                "没完,2026-11-28,\"14:00,,\n"
                                "春节联欢晚会大家一起来看\xE4\xBC,2026-11-28,,,\n"
                                "结束前没开始,2026-11-28,,,\n");
    CHECK(titles(file) == Lines{"两行 的标题", "结束前没开始"});
    CHECK(said(file.report) == Lines{"4 refused text.no-title", "5 refused csv.no-date",
                                     "6 refused when.no-such-date", "7 refused when.unreadable",
                                     "8 refused csv.bad-capacity", "9 refused csv.bad-capacity",
                                     "10 refused csv.bad-capacity", "11 refused csv.bad-capacity",
                                     "12 refused csv.end-before-start", "13 refused csv.two-dates",
                                     "14 refused text.title-too-long", "15 refused csv.open-quote",
                                     "16 refused text.damaged"});
    CHECK(file.entries == 15);
}

TEST_CASE("Notes say how a row was understood", "[csv]") {
    const ParsedFile file = csv("标题,日期,时间,状态\n讲座,11月28日周日,14:00,已取消\n");
    CHECK(said(file.report) == Lines{"2 note time.no-end", "2 note csv.other-weekday"});
    CHECK(file.events.at(0).occasions.at(0).cancelled);
}

TEST_CASE("Drafts and private rows are skipped", "[csv]") {
    const ParsedFile file =
        csv("标题,日期,状态,private\n甲,2026-11-28,草稿,\n乙,2026-11-28,,True\n"
            "丙,2026-11-01,,\n丁,2026-11-28,正常,False\n");
    CHECK(titles(file) == Lines{"丁"});
    CHECK(said(file.report) ==
          Lines{"2 skipped csv.private", "3 skipped csv.private", "4 skipped time.over"});
}

TEST_CASE("How one joins is understood from its column", "[csv]") {
    const ParsedFile file =
        csv("标题,日期,报名方式\n甲,2026-11-28,需报名\n乙,2026-11-28,自由参加\n"
            "丙,2026-11-28,无需报名\n丁,2026-11-28,请咨询\n戊,2026-11-28,\n");
    REQUIRE(file.events.size() == 5);
    CHECK(file.events[0].join == domain::Join::sign_up);
    CHECK(file.events[1].join == domain::Join::walk_in);
    CHECK(file.events[2].join == domain::Join::walk_in);
    CHECK(file.events[3].join == domain::Join::ask);
    CHECK_FALSE(file.events[4].join.has_value());
}

TEST_CASE("What is no table is refused as a whole", "[csv][hostile]") {
    const std::pair<std::string, const char*> cases[] = {
        {"", "csv.no-heading"},
        {"just words\n", "csv.no-heading"},
        {"标题\n讲座\n", "csv.no-heading"},
        {"日期,地点\n2026-11-28,楼\n", "csv.no-heading"},
        {std::string("PK\x03\x04\0\0", 6), "encoding.binary"},
        {std::string(import_file_bytes_max + 1, 'a'), "import.file-too-large"},
    };
    for (const auto& [text, code] : cases) {
        const auto file = parse_csv(text, frame());
        REQUIRE_FALSE(file.ok());
        CHECK(file.error().code == code);
    }
    std::string many = "标题,日期\n";
    for (int index = 0; index < 20'200; ++index) many += "a,2026-11-28\n";
    CHECK(parse_csv(many, frame()).error().code == "import.too-many-events");
    std::string days = "标题,日期\n";
    for (int index = 0; index < 1'000; ++index) {
        days += std::to_string(index) + ",2026-11-28 - 2027-11-01\n";
    }
    CHECK(parse_csv(days, frame()).error().code == "import.too-many-occasions");
}

TEST_CASE("The help names every column", "[csv]") {
    const std::string help = columns_help();
    CHECK(std::count(help.begin(), help.end(), '\n') == static_cast<int>(column_count));
    CHECK(help.find("title, 标题") != std::string::npos);
}
