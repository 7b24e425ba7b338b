// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <map>
#include <utility>

#include "hub/import/clean_text.h"
#include "hub/import/ics_time.h"
#include "hub/import/libical.h"

namespace wenlan::hub {
namespace {

constexpr std::size_t observances_max = 64;
constexpr std::size_t dates_an_observance_max = 64;
constexpr std::size_t rule_bytes_max = 200;

base::Error bad_zone(std::string_view tzid, const char* why) {
    return {"ics.bad-zone",
            "The calendar's own time zone \"" + cut(clean_line(tzid), 60) + "\" " + why + "."};
}

std::string ics_text(const base::CivilTime& time) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d%02d%02dT%02d%02d%02d", time.date.year,
                  time.date.month, time.date.day, time.hour, time.minute, time.second);
    return text.data();
}

// A rule of a zone repeats by the year; anything faster is there to keep the program busy.
bool is_zone_rule(std::string_view rule) {
    if (rule.size() > rule_bytes_max || rule.find("FREQ=YEARLY") == std::string_view::npos) {
        return false;
    }
    return rule.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-") ==
           std::string_view::npos;
}

// Only what was understood is handed to libical, in our own words.
std::optional<std::string> observance_text(const IcsComponent& observance) {
    const IcsProperty* start = observance.first("DTSTART");
    const IcsProperty* from = observance.first("TZOFFSETFROM");
    const IcsProperty* to = observance.first("TZOFFSETTO");
    if (start == nullptr || from == nullptr || to == nullptr) return std::nullopt;
    const auto start_time = read_ics_time(start->value);
    if (!start_time || !read_ics_offset(from->value) || !read_ics_offset(to->value)) {
        return std::nullopt;
    }
    std::string text = "BEGIN:" + observance.name + "\r\n";
    text += "DTSTART:" + ics_text(start_time->wall) + "\r\n";
    text += "TZOFFSETFROM:" + from->value + "\r\nTZOFFSETTO:" + to->value + "\r\n";
    std::size_t dates = 0;
    for (const IcsProperty& property : observance.properties) {
        if (property.name == "RRULE") {
            if (!is_zone_rule(property.value)) return std::nullopt;
            text += "RRULE:" + property.value + "\r\n";
        } else if (property.name == "RDATE") {
            const auto date = read_ics_time(property.value);
            if (!date || ++dates > dates_an_observance_max) return std::nullopt;
            text += "RDATE:" + ics_text(date->wall) + "\r\n";
        }
    }
    return text + "END:" + observance.name + "\r\n";
}

// "UTC+8", "GMT+08:00", "(UTC+08:00) Beijing, ...": whole hours, in hours.
std::optional<int> hours_from_utc(std::string_view tzid) {
    if (tzid.starts_with("(")) tzid.remove_prefix(1);
    if (!tzid.starts_with("UTC") && !tzid.starts_with("GMT")) return std::nullopt;
    tzid.remove_prefix(3);
    if (tzid.empty() || (tzid.front() != '+' && tzid.front() != '-')) return std::nullopt;
    const int sign = tzid.front() == '-' ? -1 : 1;
    tzid.remove_prefix(1);
    const std::size_t digits = std::min(tzid.find_first_not_of("0123456789"), tzid.size());
    if (digits != 1 && digits != 2 && digits != 4) return std::nullopt;
    int hours = 0;
    for (const char c : tzid.substr(0, std::min<std::size_t>(digits, 2))) {
        hours = hours * 10 + (c - '0');
    }
    std::string_view rest = tzid.substr(std::min<std::size_t>(digits, 2));
    if (rest.starts_with(":")) rest.remove_prefix(1);
    if (rest.starts_with("00")) rest.remove_prefix(2);
    const bool whole = rest.empty() || rest.starts_with(")");
    if (!whole || hours > 12) return std::nullopt;
    return sign * hours;
}

base::Result<base::Zone> of_offset(std::string_view tzid) {
    const auto hours = hours_from_utc(tzid);
    if (!hours) return base::Error{"ics.unknown-zone", {}};
    // A place that is named with its offset may have summer time; only China is known not to.
    if (*hours == 8) return base::Zone::shanghai();
    if (tzid.find(')') != std::string_view::npos) return base::Error{"ics.unknown-zone", {}};
    // The database counts westward.
    const std::string sign = *hours > 0 ? "-" : "+";
    return base::Zone::named("Etc/GMT" + sign + std::to_string(std::abs(*hours)));
}

base::Result<base::Zone> of_path(std::string_view tzid) {
    std::string_view rest = tzid;
    for (std::size_t at = 0; at != std::string_view::npos;) {
        if (auto zone = base::Zone::named(rest)) return zone;
        at = rest.find('/');
        if (at != std::string_view::npos) rest.remove_prefix(at + 1);
    }
    return base::Error{"ics.unknown-zone", {}};
}

base::Result<base::Zone> of_well_known_name(std::string_view tzid) {
    // No zone of the database, but what a good many programs in China write.
    if (tzid == "Asia/Beijing" || tzid == "Beijing" || tzid == "Asia/Peking") {
        return base::Zone::shanghai();
    }
    if (auto zone = of_path(tzid)) return zone;
    if (auto zone = base::Zone::of_windows_name(tzid)) return zone;
    return of_offset(tzid);
}

}  // namespace

struct IcsZone::Rules {
    struct Free {
        void operator()(icaltimezone* zone) const { icaltimezone_free(zone, 1); }
    };
    std::unique_ptr<icaltimezone, Free> zone;
};

IcsZone::IcsZone(base::Zone zone) : zone_(std::move(zone)) {}

base::Result<IcsZone> IcsZone::defined_by(const IcsComponent& vtimezone) {
    const IcsProperty* id = vtimezone.first("TZID");
    const std::string_view tzid = id == nullptr ? std::string_view{} : id->value;
    if (vtimezone.children.empty() || vtimezone.children.size() > observances_max) {
        return bad_zone(tzid, "has no rules");
    }
    // libical needs a name only to tell zones apart; this one is never looked up.
    std::string text = "BEGIN:VTIMEZONE\r\nTZID:calendar\r\n";
    for (const IcsComponent& observance : vtimezone.children) {
        const auto part = observance_text(observance);
        if (!part) return bad_zone(tzid, "has a rule that cannot be understood");
        text += *part;
    }
    text += "END:VTIMEZONE\r\n";
    calm_libical();
    icalcomponent* component = icalparser_parse_string(text.c_str());
    if (component == nullptr) return bad_zone(tzid, "cannot be read");
    auto rules = std::make_shared<Rules>();
    rules->zone.reset(icaltimezone_new());
    if (icaltimezone_set_component(rules->zone.get(), component) == 0) {
        icalcomponent_free(component);
        return bad_zone(tzid, "cannot be used");
    }
    IcsZone zone;
    zone.rules_ = std::move(rules);
    return zone;
}

base::Instant IcsZone::instant(const base::CivilTime& wall) const {
    if (zone_) return zone_->instant(wall);
    int offset_s = 0;
    if (rules_) {
        icaltimetype time = to_ical(wall, false);
        offset_s = icaltimezone_get_utc_offset(rules_->zone.get(), &time, nullptr);
    }
    return base::Instant{wall.date.days()} + std::chrono::hours{wall.hour} +
           std::chrono::minutes{wall.minute} + std::chrono::seconds{wall.second - offset_s};
}

struct IcsZones::Impl {
    base::Zone centre;
    std::map<std::string, const IcsComponent*, std::less<>> defined;
    std::map<std::string, base::Result<IcsZone>, std::less<>> found;

    void collect(const IcsComponent& component) {
        for (const IcsComponent& child : component.children) {
            if (child.name == "VTIMEZONE") {
                if (const IcsProperty* id = child.first("TZID")) defined.emplace(id->value, &child);
            } else {
                collect(child);
            }
        }
    }

    base::Result<IcsZone> find(std::string_view tzid) const {
        if (const auto zone = of_well_known_name(tzid)) return IcsZone{zone.value()};
        const auto own = defined.find(tzid);
        if (own == defined.end()) {
            return base::Error{"ics.unknown-zone", "The time zone \"" + cut(clean_line(tzid), 60) +
                                                       "\" is not known, so that the time of the "
                                                       "event is not known either."};
        }
        if (const IcsProperty* location = own->second->first("X-LIC-LOCATION")) {
            if (const auto zone = of_path(location->value)) return IcsZone{zone.value()};
        }
        return IcsZone::defined_by(*own->second);
    }
};

IcsZones::IcsZones(base::Zone centre, const IcsComponent& root)
    : impl_(std::make_unique<Impl>(Impl{std::move(centre), {}, {}})) {
    impl_->collect(root);
}

IcsZones::~IcsZones() = default;

base::Result<IcsZone> IcsZones::named(std::string_view tzid) {
    if (tzid.empty()) return IcsZone{impl_->centre};
    if (const auto found = impl_->found.find(tzid); found != impl_->found.end()) {
        return found->second;
    }
    return impl_->found.emplace(std::string{tzid}, impl_->find(tzid)).first->second;
}

}  // namespace wenlan::hub
