// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "base/utf8.h"
#include "fuzz/targets/targets.h"
#include "hub/import/csv.h"
#include "hub/import/ics.h"
#include "hub/import/into_programme.h"
#include "hub/posters/accept_poster.h"
#include "image/codec.h"
#include "store/programme_check.h"

// What staff bring from elsewhere: calendars, tables, pictures. Whatever is in them, what comes of
// it fits together.
namespace wenlan::fuzz {

using namespace wenlan::hub;

namespace {

ImportFrame frame() {
    ImportFrame frame;
    frame.now = base::parse_iso8601("2026-11-22T14:20", base::Zone::shanghai()).value();
    return frame;
}

void look_at(const base::Result<ParsedFile>& file) {
    if (!file) {
        base::ensure(!file.error().message.empty(), "a refusal says why");
        return;
    }
    std::set<std::string> keys;
    for (const ImportedEvent& event : file.value().events) {
        base::ensure(keys.insert(event.key).second, "an event comes once");
        base::ensure(base::utf8::valid(event.title.zh) && !event.title.empty(), "it has a title");
        base::ensure(!event.occasions.empty(), "and a date");
        for (const ImportedOccasion& occasion : event.occasions) {
            base::ensure(occasion.end > occasion.start, "that ends after it begins");
        }
    }
    const store::Programme programme = into_programme(file.value(), {}, frame());
    base::ensure(store::check(programme).ok(), "what is imported is a programme");
}

}  // namespace

std::string sample_ics(int number) {
    std::string text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:书法\r\n 课\r\n"
        "DTSTART;TZID=Asia/Shanghai:20261123T100000\r\nDTEND;TZID=Asia/Shanghai:20261123T110000"
        "\r\n";
    if (number % 2 == 0) text += "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9\r\n";
    if (number % 3 == 0) text += "EXDATE;TZID=Asia/Shanghai:20261125T100000\r\n";
    if (number % 3 == 1) text += "DURATION:PT1H\r\nCATEGORIES:讲座,亲子\r\n";
    text += "LOCATION:三楼\r\nDESCRIPTION:<p>a\\n\\,b</p>\r\nEND:VEVENT\r\n";
    return text + "END:VCALENDAR\r\n";
}
void run_ics(std::string_view bytes) { look_at(parse_ics(bytes, frame())); }

std::string sample_csv(int number) {
    std::string text = number % 2 == 0 ? "编号,标题,日期,时间,地点,人数,状态\r\n"
                                       : "id,title,date,time,place,seats,state\n";
    text += "1,书法课,2026-11-28,下午2:00-4:00,三楼,限20人,\r\n";
    if (number % 3 != 0)
        text += ",\"画\r\n\"\"展\"\"\",11月28日-12月2日,10点至17点半,,不限,取消\r\n";
    return text;
}
void run_csv(std::string_view bytes) { look_at(parse_csv(bytes, frame())); }

std::string sample_poster(int number) {
    constexpr int width = 210, height = 200;
    image::Pixels pixels{width, height, {}};
    for (int at = 0; at < width * height; ++at) {
        const auto light = static_cast<std::uint8_t>(at / width + number * 9);
        pixels.rgba.insert(pixels.rgba.end(), {light, 90, 60, 255});
    }
    return number % 2 == 0 ? image::encode_png(pixels).value()
                           : image::encode_jpeg(pixels, 40).value();
}
void run_poster(std::string_view bytes) {
    const auto poster = accept_poster(bytes);
    if (!poster) {
        base::ensure(poster.error().code.starts_with("poster."), "a refusal is a poster's");
        return;
    }
    base::ensure(poster.value().bytes.size() <= poster_limits::shown_bytes_max, "it is small");
    base::ensure(sync::hash_of(poster.value().bytes) == poster.value().hash, "it has its name");
}

}  // namespace wenlan::fuzz
