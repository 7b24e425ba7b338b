// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "fixture.h"

using namespace wenlan;
using namespace wenlan::hub;
using namespace wenlan::hub::test;

namespace {

const std::string when = "DTSTART:20261128T060000Z\nDTEND:20261128T080000Z\n";

std::string event(std::string_view uid, std::string_view lines) {
    return "BEGIN:VEVENT\nUID:" + std::string{uid} + "\n" + std::string{lines} + "END:VEVENT\n";
}

}  // namespace

TEST_CASE("An event is taken with all its words", "[ics]") {
    const ParsedFile file = ics(one_event(
        when +
        "DESCRIPTION:第一段\\n第二段\\, 有逗号\\; 分号\\\\\nLOCATION:三楼书画室\n"
        "ORGANIZER;CN=楚门讲堂:mailto:someone@example.org\nCATEGORIES:讲座,亲子\n"
        "SUMMARY;LANGUAGE=en:A talk\nX-FOO;X-BAR=1:whatever\nATTENDEE:mailto:x@example.org\n"));
    REQUIRE(file.events.size() == 1);
    const ImportedEvent& one = file.events[0];
    CHECK(one.key == "ics:one@example");
    CHECK(one.title == base::LocalText{"讲座", "A talk"});
    CHECK(one.body.zh == "第一段\n第二段, 有逗号; 分号\\");
    CHECK(one.organiser.zh == "楚门讲堂");
    CHECK(one.categories == Lines{"讲座", "亲子"});
    CHECK(one.occasions[0].venue == "三楼书画室");
    CHECK(said(file.report).empty());
    CHECK(file.entries == 1);
}

TEST_CASE("An address is nobody's name", "[ics]") {
    const ParsedFile file =
        ics(one_event(when + "ORGANIZER;CN=someone@example.org:mailto:someone@example.org\n"));
    CHECK(file.events.at(0).organiser.empty());
}

TEST_CASE("Folded lines are joined, also in the middle of a character", "[ics][habits]") {
    const std::string text =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:春节\n 联\xE6\xAC\n \xA2会\n"
        "DESCRIPTION:a\n\tb\n  c\nDTSTART:20261128T060000Z\nDURATION:PT1H\nEND:VEVENT\n"
        "END:VCALENDAR\n";
    const ParsedFile file = ics(text);
    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].title.zh == "春节联欢会");
    CHECK(file.events[0].body.zh == "ab c");
}

TEST_CASE("Line ends may be LF, CR LF or CR", "[ics][habits]") {
    const std::string plain = one_event(when);
    for (const char* end : {"\n", "\r\n", "\r", "\r\r\n"}) {
        std::string text;
        for (const char c : plain) {
            if (c == '\n') {
                text += end;
            } else if (c != '\r') {
                text += c;
            }
        }
        CHECK(titles(ics(text)) == Lines{"讲座"});
    }
}

TEST_CASE("A byte order mark, UTF-16 and GB18030 are understood", "[ics][habits]") {
    CHECK(titles(ics("\xEF\xBB\xBF" + one_event(when))) == Lines{"讲座"});
    std::string gb = one_event(when);
    const std::string zh = "讲座";
    gb.replace(gb.find(zh), zh.size(), "\xBD\xB2\xD7\xF9");
    CHECK(titles(ics(gb)) == Lines{"讲座"});
    std::string wide = "\xFF\xFE";
    for (const char c : calendar(event("1", "SUMMARY:talk\n" + when))) {
        wide += c;
        wide += '\0';
    }
    CHECK(titles(ics(wide)) == Lines{"talk"});
}

TEST_CASE("A text with unescaped line breaks is read on", "[ics][habits]") {
    const ParsedFile file = ics(one_event(
        when + "DESCRIPTION:first\nsecond line, with more\nthird: no\nSTATUS:CONFIRMED\n"));
    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].body.zh == "first\nsecond line, with more");
    CHECK(said(file.report) == Lines{"10 note ics.stray-line"});
}

TEST_CASE("Small letters and stray spaces do not matter", "[ics][habits]") {
    const ParsedFile file =
        ics("begin:vcalendar\nbegin:vevent \nuid:1\nsummary:talk\ndtstart;value=date:20261128\n"
            "end:vevent\nend:vcalendar\n");
    CHECK(titles(file) == Lines{"talk"});
}

TEST_CASE("Alarms, to-dos and unknown parts are passed over", "[ics][habits]") {
    const ParsedFile file = ics(
        calendar("BEGIN:VTODO\nSUMMARY:not this\nDTSTART:20261128T060000Z\nEND:VTODO\n" +
                 event("1", "SUMMARY:this\n" + when +
                                "BEGIN:VALARM\nSUMMARY:nor this\nTRIGGER:-PT15M\nDURATION:PT9H\n"
                                "BEGIN:X-DEEP\nSUMMARY:x\nEND:X-DEEP\nEND:VALARM\n") +
                 "BEGIN:X-WHATEVER\nEND:X-WHATEVER\n"));
    CHECK(titles(file) == Lines{"this"});
    CHECK(dates(file.events.at(0)) == Lines{"11-28 14:00-16:00"});
}

TEST_CASE("HTML in a description becomes words", "[ics][habits]") {
    CHECK(ics(one_event(when + "DESCRIPTION:<p>自带<b>毛笔</b></p>纸&amp;墨我们出<br>"))
              .events.empty());
    const ParsedFile file =
        ics(one_event(when + "DESCRIPTION:<p>自带<b>毛笔</b></p>纸&amp;墨我们出<br>\n"));
    CHECK(file.events.at(0).body.zh == "自带毛笔\n纸&墨我们出");
}

TEST_CASE("A cancelled event is taken as cancelled", "[ics]") {
    CHECK(ics(one_event(when + "STATUS:CANCELLED\n")).events.at(0).occasions.at(0).cancelled);
    CHECK_FALSE(ics(one_event(when + "STATUS:CONFIRMED\n")).events.at(0).occasions.at(0).cancelled);
    CHECK(ics(calendar("METHOD:CANCEL\n" + event("1", "SUMMARY:a\n" + when)))
              .events.at(0)
              .occasions.at(0)
              .cancelled);
}

TEST_CASE("What is marked as not public never reaches a lobby", "[ics]") {
    for (const char* mark : {"PRIVATE", "CONFIDENTIAL", "private", "X-SECRET"}) {
        const ParsedFile file = ics(one_event(when + "CLASS:" + mark + "\n"));
        CHECK(file.events.empty());
        CHECK(said(file.report) == Lines{"4 skipped ics.private"});
        CHECK(file.report.text("a.ics").find("讲座") == std::string::npos);
    }
    CHECK(ics(one_event(when + "CLASS:PUBLIC\n")).events.size() == 1);
}

TEST_CASE("A single date of a series can be moved, cancelled, or have another room", "[ics]") {
    const std::string series =
        "SUMMARY:书法课\nDTSTART;TZID=Asia/Shanghai:20261123T190000\nDURATION:PT1H\n"
        "LOCATION:书画室\nRRULE:FREQ=WEEKLY;COUNT=4\n";
    const ParsedFile file = ics(calendar(
        event("a", series) +
        event("a",
              "SUMMARY:书法课\nRECURRENCE-ID;TZID=Asia/Shanghai:20261130T190000\n"
              "DTSTART;TZID=Asia/Shanghai:20261201T180000\nDURATION:PT2H\nLOCATION:大厅\n") +
        event("a",
              "SUMMARY:书法课\nRECURRENCE-ID:20261207T110000Z\n"
              "DTSTART;TZID=Asia/Shanghai:20261207T190000\nDURATION:PT1H\n"
              "STATUS:CANCELLED\n")));
    REQUIRE(file.events.size() == 1);
    CHECK(dates(file.events[0]) == Lines{"11-23 19:00-20:00", "12-01 18:00-20:00",
                                         "12-07 19:00-20:00", "12-14 19:00-20:00"});
    CHECK(file.events[0].occasions[1].venue == "大厅");
    CHECK(file.events[0].occasions[2].cancelled);
    CHECK_FALSE(file.events[0].occasions[3].cancelled);
    CHECK(said(file.report).empty());
}

TEST_CASE("A date with a title of its own becomes an event of its own", "[ics]") {
    const std::string change =
        "SUMMARY:楚门讲堂：老街\nRECURRENCE-ID;VALUE=DATE:20261130\n"
        "DTSTART;TZID=Asia/Shanghai:20261130T190000\nDURATION:PT1H\n";
    const ParsedFile file = ics(calendar(
        event("a",
              "SUMMARY:楚门讲堂\nDTSTART;TZID=Asia/Shanghai:20261123T190000\nDURATION:PT1H\n"
              "RRULE:FREQ=WEEKLY;COUNT=2\n") +
        event("a", change)));
    CHECK(titles(file) == Lines{"楚门讲堂", "楚门讲堂：老街"});
    CHECK(dates(file.events.at(0)) == Lines{"11-23 19:00-20:00"});
    CHECK(dates(file.events.at(1)) == Lines{"11-30 19:00-20:00"});
    CHECK(file.events.at(0).key != file.events.at(1).key);
    // Without the series in the file it stands for itself.
    CHECK(titles(ics(calendar(event("a", change)))) == Lines{"楚门讲堂：老街"});
}

TEST_CASE("A change of this and all later dates is refused, not misread", "[ics]") {
    const ParsedFile file = ics(calendar(
        event("a", "SUMMARY:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261130T110000Z\n" + when)));
    CHECK(said(file.report) == Lines{"4 refused ics.this-and-future"});
}

TEST_CASE("Of two states of an event the newer one holds", "[ics][habits]") {
    const ParsedFile file = ics(calendar(event("a", "SEQUENCE:2\nSUMMARY:新\n" + when) +
                                         event("a", "SEQUENCE:1\nSUMMARY:旧\n" + when)));
    CHECK(titles(file) == Lines{"新"});
    CHECK(said(file.report) == Lines{"11 skipped ics.superseded"});
}

TEST_CASE("Different events that share a UID are told apart", "[ics][habits]") {
    const std::string other = "SUMMARY:乙\nDTSTART:20261129T060000Z\nDURATION:PT1H\n";
    const ParsedFile file = ics(calendar(event("a", "SUMMARY:甲\n" + when) + event("a", other) +
                                         event("a", "SUMMARY:甲\n" + when)));
    CHECK(titles(file) == Lines{"甲", "乙"});
    CHECK(said(file.report) == Lines{"10 note ics.shared-uid", "16 skipped ics.twice"});
}

TEST_CASE("Events without a UID are taken, and keep their key from import to import",
          "[ics][habits]") {
    const std::string text =
        calendar("BEGIN:VEVENT\nSUMMARY:甲\n" + when + "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:乙\n" +
                 when + "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:甲\n" + when + "END:VEVENT\n");
    const ParsedFile file = ics(text);
    CHECK(titles(file) == Lines{"甲", "乙"});
    CHECK(file.events.at(0).key == ics(text).events.at(0).key);
    CHECK(file.report.has("ics.no-uid"));
    CHECK(file.report.has("ics.twice"));
}

TEST_CASE("What an event lacks is said with its line", "[ics]") {
    const ParsedFile file =
        ics(calendar(event("a", when) + event("b", "SUMMARY: \n" + when) +
                     event("c", "SUMMARY:" + std::string(201, 'x') + "\n" + when) +
                     event("d", "SUMMARY:春节联欢晚会大家来\xE4\xBC\n" + when)));
    CHECK(file.events.empty());
    CHECK(said(file.report) == Lines{"4 refused text.no-title", "9 refused text.no-title",
                                     "15 refused text.title-too-long", "21 refused text.damaged"});
}

TEST_CASE("A text that is too long is cut, and that is said once", "[ics]") {
    const ParsedFile file =
        ics(one_event(when + "RRULE:FREQ=DAILY;COUNT=5\nLOCATION:" + std::string(300, 'p') +
                      "\nDESCRIPTION:" + std::string(9000, 'd') + "\n"));
    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].body.zh.size() < 8100);
    CHECK(file.events[0].occasions[4].venue.size() < 130);
    CHECK(said(file.report) == Lines{"4 note text.cut", "4 note text.cut"});
}

TEST_CASE("A file that was cut off is seen to be", "[ics][hostile]") {
    const std::string whole = one_event(when);
    const ParsedFile file = ics(whole.substr(0, whole.find("END:VEVENT")));
    CHECK(file.events.empty());
    CHECK(said(file.report) == Lines{"1 note ics.cut-off", "4 refused ics.cut-off"});
}

TEST_CASE("What is no calendar is refused as a whole", "[ics][hostile]") {
    for (const char* bytes : {"", "\n\n\n", "标题,日期\n讲座,2026-11-28\n", "<html></html>",
                              "END:VEVENT\nEND:VCALENDAR\n"}) {
        INFO(bytes);
        const auto file = parse_ics(bytes, frame());
        REQUIRE_FALSE(file.ok());
        CHECK(file.error().code == "ics.not-a-calendar");
    }
    CHECK(parse_ics("BEGIN:VCALENDAR\nEND:VCALENDAR\n", frame()).value().events.empty());
    CHECK(titles(ics(event("1", "SUMMARY:bare\n" + when))) == Lines{"bare"});
}

TEST_CASE("Components that do not close or lie too deep do no harm", "[ics][hostile]") {
    const ParsedFile file = ics("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:open\n" +
                                event("2", "SUMMARY:whole\n" + when) + "END:VCALENDAR\n");
    CHECK(titles(file) == Lines{"whole"});
    CHECK(said(file.report) == Lines{"2 refused ics.cut-off"});
    std::string deep;
    for (int level = 0; level < 100'000; ++level) deep += "BEGIN:VCALENDAR\n";
    CHECK(parse_ics(deep, frame()).error().code == "ics.too-deep");
    std::string nested;
    for (int level = 0; level < 100'000; ++level) nested += "BEGIN:VEVENT\n";
    CHECK(parse_ics(nested, frame()).error().code == "import.too-many-events");
}

TEST_CASE("A file beyond the limits is refused as a whole", "[ics][hostile]") {
    CHECK(parse_ics(std::string(import_file_bytes_max + 1, 'a'), frame()).error().code ==
          "import.file-too-large");
    CHECK(parse_ics(std::string(4'000'000, '\n'), frame()).error().code == "ics.too-many-lines");
    std::string many;
    for (int index = 0; index < 700; ++index) {
        many += event(std::to_string(index),
                      "SUMMARY:a\nDTSTART:20261123T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\n");
    }
    CHECK(parse_ics(calendar(many), frame()).error().code == "import.too-many-occasions");
}
