// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/staff_words.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "ui/i18n/words.h"

namespace wenlan::ui::staff {

namespace {

using base::Language;
using From = model::StaffSync::From;
using State = model::StaffSync::State;
using Pairing = model::StaffPairing::State;

std::string say(Key key, Language language) { return std::string(text(key, language)); }

std::string with_number(Key key, Language language, std::int64_t n) {
    return format(key, language, {{"n", std::to_string(n)}});
}

std::string at_time(Key key, Language language, const base::CivilTime& time) {
    return format(key, language, {{"time", words::clock(time)}});
}

std::string ago(const model::StaffSync& sync, Language language) {
    const int minutes = sync.minutes_ago.value_or(0);
    return minutes < 1 ? say(Key::staff_sync_fine_now, language)
                       : with_number(Key::staff_sync_fine_minutes, language, minutes);
}

std::string next_and_version(const model::StaffSync& sync, Language language) {
    std::string source;
    if (sync.from == From::demonstration) source = say(Key::staff_sync_demonstration, language);
    if (sync.from == From::stick) source = say(Key::staff_sync_stick, language);
    if (sync.from == From::hub && sync.next) {
        source = at_time(Key::staff_sync_next, language, *sync.next);
    }
    return words::facts({source, sync.version
                                     ? with_number(Key::staff_sync_version, language, *sync.version)
                                     : ""});
}

std::string day_and_clock(const base::CivilTime& time, Language language) {
    return words::month_day(time.date, language) + " " + words::clock(time);
}

}  // namespace

Tile sync_tile(const model::StaffPage& page, Language language) {
    const model::StaffSync& sync = page.sync;
    Tile tile{say(Key::staff_tile_sync, language), "", "", "sync", Tone::good};
    const auto as = [&](Key value, std::string line, Tone tone) {
        tile.value = say(value, language);
        tile.line = std::move(line);
        tile.tone = tone;
        return tile;
    };
    if (sync.from == From::nothing) {
        return as(Key::staff_sync_nothing, say(Key::staff_sync_nothing_line, language),
                  Tone::plain);
    }
    const std::string again =
        sync.next ? at_time(Key::staff_sync_away_line, language, *sync.next) : "";
    switch (sync.state) {
        case State::waiting:
            return as(Key::staff_sync_waiting, next_and_version(sync, language), Tone::waiting);
        case State::away:
            return as(Key::staff_sync_away, again, Tone::waiting);
        case State::expired:
            return as(Key::staff_sync_expired, say(Key::staff_sync_expired_line, language),
                      Tone::waiting);
        case State::clock_wrong:
            return as(Key::staff_sync_clock_wrong, say(Key::staff_sync_clock_wrong_line, language),
                      Tone::urgent);
        case State::needs_staff: {
            const auto& what = sync.alarm ? sync.alarm : sync.error;
            return as(Key::staff_sync_needs_staff, what ? fault(what->code, language) : "",
                      Tone::urgent);
        }
        case State::fine:
            break;
    }
    tile.value = ago(sync, language);
    tile.line = next_and_version(sync, language);
    return tile;
}

Tile outbox_tile(const model::StaffPage& page, Language language) {
    const model::StaffOutbox& outbox = page.outbox;
    Tile tile{say(Key::staff_tile_outbox, language),
              with_number(Key::staff_outbox_count, language, outbox.count),
              say(Key::staff_outbox_none_line, language), "ticket", Tone::good};
    if (outbox.count == 0) return tile;
    tile.tone = Tone::waiting;
    tile.line = outbox.rows.empty()
                    ? ""
                    : at_time(Key::staff_outbox_waiting_line, language, outbox.rows[0].taken);
    return tile;
}

Tile printer_tile(const model::StaffPage& page, Language language) {
    return {say(Key::staff_tile_printer, language),
            say(page.printer ? Key::staff_device_printer_there : Key::staff_device_printer_none,
                language),
            say(page.printer ? Key::staff_device_printer_there_line
                             : Key::staff_device_printer_none_line,
                language),
            "print", page.printer ? Tone::good : Tone::plain};
}

Tile version_tile(const model::StaffPage& page, Language language) {
    constexpr int hour = 60;
    constexpr int day = 24 * hour;
    const int minutes = page.running_minutes;
    std::string running =
        minutes < hour ? with_number(Key::staff_device_running_minutes, language, minutes)
                       : with_number(Key::staff_device_running_hours, language, minutes / hour);
    if (minutes >= day) {
        running = format(Key::staff_device_running_days, language,
                         {{"days", std::to_string(minutes / day)},
                          {"hours", std::to_string(minutes % day / hour)}});
    }
    return {say(Key::staff_tile_version, language),
            format(Key::staff_device_version, language, {{"version", page.version}}), running,
            "star", Tone::plain};
}

Tile network_tile(const model::StaffPage& page, Language language) {
    const model::StaffSync& sync = page.sync;
    const std::string label = say(Key::staff_tile_network, language);
    if (sync.from == From::demonstration) {
        return {label, say(Key::staff_device_network_demonstration, language),
                say(Key::staff_device_network_demonstration_line, language), "language",
                Tone::plain};
    }
    if (sync.from != From::hub) {
        return {label, say(Key::staff_device_network_none, language),
                say(Key::staff_device_network_none_line, language), "language", Tone::plain};
    }
    const bool away = sync.error && sync.error->code.starts_with("net.");
    const std::size_t scheme = sync.address.find("://");
    return {label,
            say(away ? Key::staff_device_network_away : Key::staff_device_network_fine, language),
            scheme == std::string::npos ? sync.address : sync.address.substr(scheme + 3),
            away ? "offline" : "language", away ? Tone::waiting : Tone::good};
}

Tile touch_tile(const model::StaffPage& page, Language language) {
    const std::string label = say(Key::staff_tile_touch, language);
    if (!page.touch_tested) {
        return {label, say(Key::staff_device_touch_untested, language),
                say(Key::staff_device_touch_untested_line, language), "hand", Tone::plain};
    }
    return {label, say(Key::staff_device_touch_tested, language),
            format(Key::staff_device_touch_tested_line, language,
                   {{"date", words::month_day(*page.touch_tested, language)}}),
            "hand", Tone::good};
}

namespace {

std::string source(const model::StaffSync& sync, Language language) {
    switch (sync.from) {
        case From::hub:
            return format(Key::staff_office_from_hub, language, {{"address", sync.address}});
        case From::stick:
            return say(Key::staff_office_from_stick, language);
        case From::demonstration:
            return say(Key::staff_office_from_demonstration, language);
        case From::nothing:
            break;
    }
    return say(Key::staff_office_from_nothing, language);
}

std::string answered(const model::StaffSync& sync, Language language) {
    if (!sync.minutes_ago) return say(Key::staff_office_never, language);
    if (*sync.minutes_ago < 1) return say(Key::staff_office_answered_now, language);
    return with_number(Key::staff_office_answered_minutes, language, *sync.minutes_ago);
}

std::string skew(int seconds, Language language) {
    constexpr int tolerance_s = 2;
    if (std::abs(seconds) <= tolerance_s) return say(Key::staff_office_skew_fine, language);
    return with_number(seconds > 0 ? Key::staff_office_skew_ahead : Key::staff_office_skew_behind,
                       language, std::abs(seconds));
}

std::string this_screen(const model::StaffPairing& pairing, Language language) {
    if (pairing.state == Pairing::revoked) {
        return say(Key::staff_office_screen_revoked, language);
    }
    if (pairing.number == 0) return say(Key::staff_office_screen_unpaired, language);
    return format(Key::staff_office_screen_paired, language,
                  {{"n", std::to_string(pairing.number)}, {"name", pairing.name}});
}

std::string fault_in_full(const model::StaffSync::Fault& what, Language language) {
    std::string said = fault(what.code, language) + " · " + what.code;
    if (!what.detail.empty()) said += " · " + what.detail;
    return said;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> office_facts(const model::StaffPage& page,
                                                              Language language) {
    const model::StaffSync& sync = page.sync;
    std::vector<std::pair<std::string, std::string>> facts;
    const auto add = [&](Key label, std::string value) {
        facts.emplace_back(say(label, language), std::move(value));
    };
    add(Key::staff_office_from, source(sync, language));
    add(Key::staff_office_screen, this_screen(page.pairing, language));
    if (sync.version) {
        add(Key::staff_office_shown, with_number(Key::staff_sync_version, language, *sync.version));
    }
    if (sync.newest && sync.issued) {
        add(Key::staff_office_newest,
            format(Key::staff_office_issued, language,
                   {{"n", std::to_string(*sync.newest)},
                    {"date", words::month_day(sync.issued->date, language)},
                    {"time", words::clock(*sync.issued)}}));
    }
    if (sync.expires) add(Key::staff_office_valid_until, day_and_clock(*sync.expires, language));
    if (sync.from != From::nothing) add(Key::staff_office_answered, answered(sync, language));
    if (sync.next) add(Key::staff_office_next, words::clock(*sync.next));
    if (sync.skew_s) add(Key::staff_office_skew, skew(*sync.skew_s, language));
    if (!page.disk_free.empty()) {
        add(Key::staff_office_disk,
            format(Key::staff_office_disk_free, language, {{"size", page.disk_free}}));
    }
    if (sync.alarm) add(Key::staff_office_alarm, fault_in_full(*sync.alarm, language));
    if (sync.from != From::nothing) {
        add(Key::staff_office_error, sync.error ? fault_in_full(*sync.error, language)
                                                : say(Key::staff_office_fine, language));
    }
    return facts;
}

std::string fault(const std::string& code, Language language) {
    struct Row {
        std::string_view begins;
        Key key;
    };
    static constexpr std::array<Row, 14> rows{{
        {"net.", Key::staff_fault_network},
        {"disk.full", Key::staff_fault_disk_full},
        {"follow.older", Key::staff_fault_older},
        {"follow.needs-update", Key::staff_fault_update},
        {"follow.", Key::staff_fault_untrusted},
        {"manifest.", Key::staff_fault_untrusted},
        {"root.", Key::staff_fault_untrusted},
        {"avail.", Key::staff_fault_untrusted},
        {"trust.other-centre", Key::staff_fault_other_centre},
        {"pair.wrong", Key::staff_fault_pair_wrong},
        {"pair.bad-code", Key::staff_fault_pair_wrong},
        {"pair.none", Key::staff_fault_pair_over},
        {"pair.too-many", Key::staff_fault_pair_tries},
        {"kiosk.revoked", Key::staff_fault_revoked},
    }};
    for (const Row& row : rows) {
        if (code.starts_with(row.begins)) return say(row.key, language);
    }
    return say(Key::staff_fault_other, language);
}

std::string foot(const model::StaffPage& page, Language language) {
    if (page.pairing.number == 0) return say(Key::staff_foot_unpaired, language);
    return format(Key::staff_foot, language, {{"name", this_screen(page.pairing, language)}});
}

}  // namespace wenlan::ui::staff
