// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_date_commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>

#include "hub/programme/edit_series.h"
#include "store/hub/listing_json.h"
#include "store/names.h"

namespace wenlan::app {
namespace {

using base::Error;
using base::Result;

Result<domain::VenueId> venue_named(hub::ProgrammeOffice& office, const std::string& name) {
    std::string known;
    for (const domain::Venue& venue : TRY(office.programme().venues())) {
        if (venue.key == name || venue.name.zh == name || venue.name.en == name) return venue.id;
        known += " " + venue.key;
    }
    return Error{"programme.no-venue", "There is no venue " + name + ". The venues are:" + known};
}

Result<base::CivilTime> wall_of(const std::string& text, const base::Zone& zone) {
    const base::Instant instant = TRY(base::parse_iso8601(text, zone));
    return zone.local(instant);
}

std::string local_text(base::Instant instant, const base::Zone& zone) {
    return store::wall_text(zone.local(instant)).substr(0, 16);
}

Result<void> print_dates(hub::ProgrammeOffice& office, domain::ListingId id) {
    const base::Zone zone = TRY(office.zone());
    TRY(office.programme().listing(id));
    std::map<domain::VenueId, std::string> venues;
    for (const domain::Venue& venue : TRY(office.programme().venues())) {
        venues[venue.id] = venue.key;
    }
    for (const store::DatedOccasion& date : TRY(office.dates().of_listing(id))) {
        const domain::Occasion& occasion = date.entry.occasion;
        const std::string series = date.series ? std::to_string(date.series->value) : "-";
        std::printf("%lld\t%s\t%s\t%s\t%s\t%s\n", static_cast<long long>(occasion.id.value),
                    local_text(occasion.start, zone).c_str(),
                    local_text(occasion.end, zone).c_str(),
                    std::string{store::name_of(occasion.state)}.c_str(),
                    venues[occasion.venue].c_str(), series.c_str());
    }
    return {};
}

Result<void> change_date(hub::ProgrammeOffice& office, const store::By& by,
                         const ListingWords& words) {
    const base::Zone zone = TRY(office.zone());
    domain::Occasion occasion = TRY(office.dates().date({words.id})).entry.occasion;
    const base::Duration length = occasion.end - occasion.start;
    if (!words.start.empty()) {
        occasion.start = TRY(base::parse_iso8601(words.start, zone));
        occasion.end = occasion.start + length;
    }
    if (!words.end.empty()) occasion.end = TRY(base::parse_iso8601(words.end, zone));
    if (!words.venue.empty()) occasion.venue = TRY(venue_named(office, words.venue));
    if (words.places >= 0) occasion.capacity = words.places;
    const bool moved = !words.start.empty() || !words.end.empty() || !words.venue.empty();
    if (moved) occasion.state = domain::OccasionState::moved;
    if (words.cancel) occasion.state = domain::OccasionState::cancelled;
    if (words.take_place) {
        occasion.state = domain::OccasionState::scheduled;
        occasion.reason = {};
    }
    if (!words.reason.empty()) occasion.reason.zh = words.reason;
    if (!words.reason_en.empty()) occasion.reason.en = words.reason_en;
    if (words.cancel && occasion.reason.empty()) {
        return Error{"programme.no-reason",
                     "Say why it is cancelled, for residents: --reason TEXT"};
    }
    TRY(office.dates().put_date(by, occasion));
    return {};
}

// A new series, or one as it is now with what the command line says otherwise.
Result<domain::Series> series_of(hub::ProgrammeOffice& office, const base::Zone& zone,
                                 const ListingWords& words) {
    domain::Series series;
    if (words.series != 0) {
        series = TRY(office.dates().series({words.series})).series;
        if (series.listing.value != words.id) {
            return Error{"programme.no-series", "This series is not one of that listing."};
        }
    } else if (words.start.empty() || words.venue.empty()) {
        return Error{"programme.no-series", "A new series needs --start and --venue."};
    }
    series.listing = {words.id};
    if (!words.start.empty()) series.first = TRY(wall_of(words.start, zone));
    if (!words.venue.empty()) series.venue = TRY(venue_named(office, words.venue));
    if (!words.rule.empty()) series.rule = words.rule;
    if (words.minutes > 0) series.length_min = words.minutes;
    if (words.places >= 0) series.capacity = words.places;
    return series;
}

Result<void> change_series(hub::ProgrammeOffice& office, const store::By& by,
                           const ListingWords& words) {
    const base::Zone zone = TRY(office.zone());
    const hub::SeriesFrame frame{zone, by.at, nullptr};
    store::HubDates dates = office.dates();
    if (words.over) {
        const std::string from = words.from.empty() ? local_text(by.at, zone) : words.from;
        const base::CivilTime wall = TRY(wall_of(from, zone));
        return dates.end_series(by, {words.series}, wall);
    }
    domain::Series series = TRY(series_of(office, zone, words));
    domain::SeriesId id;
    if (!words.from.empty()) {
        const base::CivilTime from = TRY(wall_of(words.from, zone));
        // Its next date, unless another start is given.
        if (words.start.empty()) {
            const auto rows = TRY(dates.of_listing(series.listing));
            const auto next = std::find_if(rows.begin(), rows.end(), [&](const auto& date) {
                return date.series == series.id && *date.wall >= from;
            });
            if (next == rows.end()) {
                return Error{"programme.no-date",
                             "The series has no date from then on. Say its first one: --start"};
            }
            series.first = *next->wall;
        }
        id = TRY(hub::change_series_from(dates, by, series, from, frame));
    } else {
        id = TRY(hub::put_series(dates, by, series, frame));
    }
    std::printf("%lld\n", static_cast<long long>(id.value));
    return {};
}

}  // namespace

std::vector<CLI::App*> describe_dates(CLI::App& listing, ListingWords& words) {
    CLI::App& dates = *listing.add_subcommand(
        "dates", "Print date<TAB>start<TAB>end<TAB>state<TAB>venue<TAB>series, a line each");
    dates.add_option("ID", words.id, "As listing list prints it")->required();
    CLI::App& date = *listing.add_subcommand(
        "date", "Move or cancel one date, also of a series; residents see it once it is published");
    date.add_option("DATE", words.id, "As listing dates prints it")->required();
    date.add_option("--start", words.start, "When it begins instead")->type_name("ISO8601");
    date.add_option("--end", words.end, "When it ends; otherwise it lasts as long as before")
        ->type_name("ISO8601");
    date.add_option("--venue", words.venue, "Where it takes place instead")->type_name("VENUE");
    date.add_option("--places", words.places, "How many seats there are; 0: none are counted");
    auto* const cancel = date.add_flag("--cancel", words.cancel, "It does not take place");
    date.add_flag("--on-again", words.take_place, "It takes place after all, as it stands")
        ->excludes(cancel);
    date.add_option("--reason", words.reason, "Why, for residents")->type_name("TEXT");
    date.add_option("--reason-en", words.reason_en, "Why, in English")->type_name("TEXT");
    CLI::App& series = *listing.add_subcommand(
        "series", "Let it take place again and again; prints the number of the series");
    series.add_option("ID", words.id, "As listing list prints it")->required();
    auto* const change =
        series.add_option("--change", words.series, "The series to change: all its coming dates")
            ->type_name("SERIES");
    series.add_option("--from", words.from, "And only those from then on")
        ->type_name("ISO8601")
        ->needs(change);
    series.add_option("--start", words.start, "The first date")->type_name("ISO8601");
    series.add_option("--minutes", words.minutes, "How long it lasts; 60")
        ->check(CLI::Range(1, 366 * 24 * 60));
    series.add_option("--rule", words.rule, "FREQ=WEEKLY;BYDAY=SA,SU (RFC 5545)")
        ->type_name("RRULE");
    series.add_option("--venue", words.venue, "Its key or name")->type_name("VENUE");
    series.add_option("--places", words.places, "How many seats there are; 0: none are counted");
    series.add_flag("--end", words.over, "It takes place no more, from now or --from on")
        ->needs(change);
    return {&dates, &date, &series};
}

base::Result<void> run_dates(hub::ProgrammeOffice& office, const store::By& by,
                             const ListingWords& words) {
    switch (words.what) {
        case ListingWords::What::dates:
            return print_dates(office, {words.id});
        case ListingWords::What::date:
            return change_date(office, by, words);
        default:
            return change_series(office, by, words);
    }
}

}  // namespace wenlan::app
