// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/ics_writer.h"

#include <memory>
#include <mutex>

#include "base/url_part.h"
#include "hub/import/libical.h"
#include "hub/pocket/html.h"
#include "hub/pocket/offer.h"
#include "hub/pocket/words.h"

namespace wenlan::hub::pocket {

namespace {

constexpr const char* zone_name = "Asia/Shanghai";

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

// libical's ring of temporary texts is one for all threads of a program.
std::mutex& libical_lock() {
    static std::mutex lock;
    return lock;
}

// Control characters have no place in a calendar.
std::string plain(const std::string& text) {
    std::string kept;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n' || (byte >= 0x20 && byte != 0x7F)) kept += c;
    }
    return kept;
}

icaltimetype utc(base::Instant at) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch());
    return icaltime_from_timet_with_zone(static_cast<time_t>(seconds.count()), 0,
                                         icaltimezone_get_utc_timezone());
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

icalproperty* in_zone(icalproperty* property) {
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone_name));
    return property;
}

void add_extension(icalcomponent* to, const char* name, const std::string& value) {
    icalproperty* const property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(to, property);
}

// China has had one time without summers since 1992.
icalcomponent* zone() {
    icalcomponent* const standard = icalcomponent_new(ICAL_XSTANDARD_COMPONENT);
    add(standard, icalproperty_new_dtstart(to_ical({{1992, 1, 1}, 0, 0, 0}, false)));
    constexpr int offset_s = 8 * 3600;
    add(standard, icalproperty_new_tzoffsetfrom(offset_s));
    add(standard, icalproperty_new_tzoffsetto(offset_s));
    add(standard, icalproperty_new_tzname("CST"));
    icalcomponent* const component = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
    add(component, icalproperty_new_tzid(zone_name));
    icalcomponent_add_component(component, standard);
    return component;
}

icalcomponent* event(const IcsFrame& frame, const store::CalendarEntry& entry) {
    const auto say = [&frame](const base::LocalText& text) {
        return plain(text.in(frame.language));
    };
    const base::Zone shanghai = base::Zone::shanghai();
    const bool off = entry.state == domain::OccasionState::cancelled;
    const bool moved = entry.state == domain::OccasionState::moved;
    icalcomponent* const component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const std::string uid =
        "date-" + std::to_string(entry.occasion.value) + "@" + frame.centre_id + ".wenlan";
    add(component, icalproperty_new_uid(uid.c_str()));
    add(component, icalproperty_new_dtstamp(utc(entry.changed)));
    add(component, icalproperty_new_lastmodified(utc(entry.changed)));
    add(component, icalproperty_new_sequence(static_cast<int>(entry.sequence)));
    add(component, in_zone(icalproperty_new_dtstart(to_ical(shanghai.local(entry.start), false))));
    add(component, in_zone(icalproperty_new_dtend(to_ical(shanghai.local(entry.end), false))));
    std::string summary = say(entry.title);
    if (off)
        summary = (frame.language == base::Language::en ? "Cancelled: " : "【取消】") + summary;
    add(component, icalproperty_new_summary(summary.c_str()));
    add(component, icalproperty_new_location(say(entry.place).c_str()));
    std::string note;
    if (off || moved) {
        note = say(off ? words::cancelled : words::moved) + " " + say(entry.reason) + "\n";
    }
    note += say(entry.note);
    if (!frame.public_url.empty()) {
        const std::string url = frame.public_url + "/" + base::url_part(entry.listing_key) + "/" +
                                start_text(entry.start);
        add(component, icalproperty_new_url(url.c_str()));
        note += (note.empty() ? "" : "\n") + url;
    }
    if (!note.empty()) add(component, icalproperty_new_description(note.c_str()));
    add(component, icalproperty_new_status(off ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    return component;
}

}  // namespace

std::string write_ics(const IcsFrame& frame, std::span<const store::CalendarEntry> entries) {
    const std::lock_guard guard(libical_lock());
    calm_libical();
    const std::unique_ptr<icalcomponent, Free> calendar(
        icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_prodid("-//Wenlan//Wenlan hub//ZH"));
    add(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    if (frame.feed) {
        add_extension(calendar.get(), "X-WR-CALNAME", plain(frame.name));
        add_extension(calendar.get(), "X-WR-TIMEZONE", zone_name);
        add_extension(calendar.get(), "X-PUBLISHED-TTL", "PT1H");
    }
    icalcomponent_add_component(calendar.get(), zone());
    for (const store::CalendarEntry& entry : entries) {
        icalcomponent_add_component(calendar.get(), event(frame, entry));
    }
    char* const text = icalcomponent_as_ical_string_r(calendar.get());
    std::string ics = text == nullptr ? std::string() : std::string(text);
    if (text != nullptr) icalmemory_free_buffer(text);
    return ics;
}

}  // namespace wenlan::hub::pocket
