// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <random>
#include <set>

#include "base/utf8.h"
#include "catch.h"
#include "fixture.h"
#include "hub/import/into_programme.h"
#include "hub/import/when.h"
#include "store/programme_check.h"

// Whatever is done to a file, reading it ends soon and what comes of it fits together. The rounds
// are the same in every run.

using namespace wenlan;
using namespace wenlan::hub;
using namespace wenlan::hub::test;

namespace {

const std::string a_calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\nTZID:Own\r\n"
    "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
    "DTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:1\r\nSUMMARY:书法\r\n 课\r\nDTSTART;TZID=Own:20261123T1000"
    "00\r\nDTEND;TZID=Own:20261123T110000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9;WKST=SU\r\n"
    "EXDATE;TZID=Own:20261125T100000\r\nRDATE;VALUE=PERIOD:20261201T020000Z/PT3H\r\n"
    "LOCATION:三楼\r\nDESCRIPTION:<p>a\\n\\,b</p>\r\nCATEGORIES:讲座,亲子\r\nBEGIN:VALARM\r\n"
    "TRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:书法课\r\n"
    "RECURRENCE-ID;TZID=Own:20261130T100000\r\nDTSTART;TZID=Own:20261130T120000\r\n"
    "DURATION:PT1H30M\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:展览\r\n"
    "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261205\r\nCLASS:PUBLIC\r\n"
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20270301\r\nORGANIZER;CN=\"x;y\":mailto:a@b\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";
const std::string a_table =
    "\xEF\xBB\xBF十一月,,,,,,\r\n编号,标题,日期,时间,地点,人数（人）,简介,状态,种类\r\n"
    "1,书法课,2026-11-28（周六）,下午2:00-4:00,三楼,限20人,\"一\r\n二,\"\"三\"\"\",,社团\r\n"
    ",画展,11月28日-12月2日,10点至17点半,,不限,,,\r\n3,Talk,11/30/"
    "2026,2pm-3pm,Hall,30,,取消,讲座、亲子\r\n";
// A table in GB18030: "标题,日期" and a row.
const std::string a_chinese_table =
    "\xB1\xEA\xCC\xE2,\xC8\xD5\xC6\xDA\r\n\xBD\xB2\xD7\xF9,2026-11-28\r\n";

// Pieces that mean something in one of the formats.
const std::vector<std::string> pieces = {"\r\n",
                                         "\n ",
                                         "\"",
                                         ",",
                                         ";",
                                         ":",
                                         "\t",
                                         "BEGIN:VEVENT\r\n",
                                         "END:VEVENT\r\n",
                                         "RRULE:FREQ=SECONDLY\r\n",
                                         "RRULE:FREQ=DAILY;INTERVAL=32000\r\n",
                                         "FREQ=MINUTELY;",
                                         "BYSETPOS=-366;",
                                         "BYDAY=-53MO,53SU;",
                                         "BYYEARDAY=366,-366;",
                                         "COUNT=30000;",
                                         "BYHOUR=0,23;",
                                         "DTSTART:16000101T000000Z\r\n",
                                         "DTSTART;VALUE=DATE:22001231\r\n",
                                         "99999999999999999999",
                                         "-",
                                         "P9999999D",
                                         "TZID=",
                                         "TZOFFSETTO:+9999\r\n",
                                         "RDATE:",
                                         "\\",
                                         "\xFF",
                                         "\xEF\xBF\xBD",
                                         "\xE6\x96",
                                         "\x81\x30",
                                         std::string(1, '\0'),
                                         "24:00",
                                         "2026-02-30",
                                         "至",
                                         "下午",
                                         "<br",
                                         "</p>",
                                         "&amp;",
                                         "20261122",
                                         "T",
                                         "Z"};

class Mutator {
public:
    explicit Mutator(unsigned seed) : random_(seed) {}

    std::string mutated(std::string bytes, const std::string& other) {
        for (int change = pick(6) + 1; change > 0; --change) once(bytes, other);
        return bytes;
    }

private:
    int pick(std::size_t below) { return below == 0 ? 0 : static_cast<int>(random_() % below); }
    void once(std::string& bytes, const std::string& other) {
        const auto at = static_cast<std::size_t>(pick(bytes.size() + 1));
        const auto length = static_cast<std::size_t>(pick(40));
        switch (pick(8)) {
            case 0:
                bytes.erase(at, length);
                break;
            case 1:
                if (at < bytes.size()) bytes[at] = static_cast<char>(pick(256));
                break;
            case 2:
                bytes.insert(at, pieces[static_cast<std::size_t>(pick(pieces.size()))]);
                break;
            case 3:
                bytes.insert(
                    at, bytes.substr(static_cast<std::size_t>(pick(bytes.size() + 1)), length * 4));
                break;
            case 4:
                bytes.resize(at);
                break;
            case 5:
                bytes.insert(at,
                             other.substr(static_cast<std::size_t>(pick(other.size())), length));
                break;
            case 6:
                if (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9')
                    bytes[at] = static_cast<char>('0' + pick(10));
                break;
            default:
                bytes.insert(at, length * 8, static_cast<char>(pick(256)));
                break;
        }
    }

    std::mt19937 random_;
};

void check_file(const base::Result<ParsedFile>& file) {
    if (!file) {
        REQUIRE_FALSE(file.error().code.empty());
        REQUIRE_FALSE(file.error().message.empty());
        return;
    }
    std::set<std::string> keys;
    for (const ImportedEvent& event : file.value().events) {
        REQUIRE(keys.insert(event.key).second);
        REQUIRE(base::utf8::valid(event.title.zh));
        REQUIRE_FALSE(event.title.empty());
        REQUIRE_FALSE(event.occasions.empty());
        const bool in_span =
            std::all_of(event.occasions.begin(), event.occasions.end(), [](const auto& occasion) {
                return occasion.end > occasion.start && occasion.end > frame().from() &&
                       occasion.start < frame().named_until();
            });
        REQUIRE(in_span);
    }
    for (const ReportLine& line : file.value().report.lines()) {
        REQUIRE_FALSE(line.sentence.empty());
        REQUIRE(base::utf8::valid(line.sentence));
    }
    const store::Programme programme = into_programme(file.value(), {}, frame());
    const auto fits = store::check(programme);
    if (!fits) FAIL(fits.error().message);
    const auto again = into_programme(file.value(), programme, frame());
    REQUIRE(again.listings.size() == programme.listings.size());
    REQUIRE(again.occasions.size() == programme.occasions.size());
}

template <typename Parse>
void fuzz(const std::string& seed_file, const std::string& other, unsigned seed, int rounds,
          Parse parse) {
    Mutator mutator{seed};
    auto slowest = std::chrono::steady_clock::duration::zero();
    for (int round = 0; round < rounds; ++round) {
        const std::string bytes = mutator.mutated(seed_file, other);
        const auto began = std::chrono::steady_clock::now();
        const auto file = parse(bytes);
        slowest = std::max(slowest, std::chrono::steady_clock::now() - began);
        INFO("round " << round);
        check_file(file);
    }
    // A round costs a millisecond or so; a hang would be minutes.
    CHECK(slowest < std::chrono::seconds{30});
}

}  // namespace

TEST_CASE("No change to a calendar crashes or hangs the import", "[fuzz][ics]") {
    REQUIRE(parse_ics(a_calendar, frame()).value().events.size() == 2);
    fuzz(a_calendar, a_table, 1, 1500, [](const auto& bytes) { return parse_ics(bytes, frame()); });
}

TEST_CASE("No change to a table crashes or hangs the import", "[fuzz][csv]") {
    REQUIRE(parse_csv(a_table, frame()).value().events.size() == 3);
    fuzz(a_table, a_calendar, 2, 2000, [](const auto& bytes) { return parse_csv(bytes, frame()); });
    fuzz(a_chinese_table, a_table, 3, 1000,
         [](const auto& bytes) { return parse_csv(bytes, frame()); });
}

TEST_CASE("Each format is safe from the other's files", "[fuzz]") {
    fuzz(a_table, a_calendar, 4, 300, [](const auto& bytes) { return parse_ics(bytes, frame()); });
    fuzz(a_calendar, a_table, 5, 300, [](const auto& bytes) { return parse_csv(bytes, frame()); });
}

TEST_CASE("No cell crashes the reading of dates", "[fuzz][when]") {
    const WhenFrame when{{2026, 11, 22}, base::Zone::shanghai(), DateOrder::unknown};
    Mutator mutator{6};
    for (int round = 0; round < 5000; ++round) {
        const std::string cell =
            mutator.mutated("2026年11月28日（周六）下午2:00-4:00", "Nov 28, 2026 2pm 全天 11/28");
        const auto read = read_when(cell, when);
        if (!read) continue;
        REQUIRE_FALSE(read.value().empty());
        if (read.value().date) REQUIRE(read.value().date->valid());
        if (read.value().start_minute) {
            REQUIRE(
                (*read.value().start_minute >= 0 && *read.value().start_minute <= 24 * 60 + 59));
        }
    }
}
