// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/lunar.h"
#include "base/time.h"
#include "domain/listing.h"

// What can be seen: immutable pages that the station publishes whole. The screens read them from the
// frame's thread; a page never changes after it was published.
namespace wenlan::model {

// Seats as the kiosk may state them.
struct SeatsShown {
    enum class Kind : std::uint8_t {
        none_needed,  // come as you are
        counted,      // `free` of `capacity`
        full,
        unknown,  // seated, but no number is known
    };
    Kind kind = Kind::none_needed;
    int free = 0;
    int capacity = 0;
    int taken = 0;
    bool approximate = false;  // 约: the hub is out of reach

    bool operator==(const SeatsShown&) const = default;
};

enum class Moment : std::uint8_t { upcoming, soon /* within 30 min */, on_now, ended };

// One occasion with what a card, a row, a tile or a slip says of it.
struct EventCard {
    domain::OccasionId occasion;
    domain::ListingId listing;
    domain::Kind kind = domain::Kind::event;
    domain::Section section = domain::Section::events;
    base::LocalText title;
    base::LocalText short_title;  // never empty: falls back to the title
    base::LocalText full_title;   // never empty: falls back to the title
    base::LocalText subtitle;     // may be empty
    base::LocalText venue;
    base::LocalText venue_short;
    base::LocalText floor;
    domain::Tag tag;  // its type; empty key: none
    domain::Poster poster;
    base::CivilTime start;
    base::CivilTime end;
    int days_ahead = 0;  // 0 today, 1 tomorrow
    Moment moment = Moment::upcoming;
    domain::OccasionState state = domain::OccasionState::scheduled;
    base::LocalText reason;
    domain::Join join = domain::Join::none;
    SeatsShown seats;
};

enum class SyncState : std::uint8_t { ok, away, needs_staff };
// What is shown, when it is not the newest whole snapshot.
enum class SnapshotState : std::uint8_t { current, previous, factory };

struct Header {
    base::LocalText centre;
    base::CivilTime now;
    base::LunarDate lunar;
    std::optional<base::SolarTerm> solar_term;
    std::optional<base::Festival> festival;
    SyncState sync = SyncState::ok;
    SnapshotState snapshot = SnapshotState::current;
    int updated_minutes_ago = 0;
};

struct AttractPage {
    std::vector<EventCard> slips;  // at most three: on now, next, tonight's main one; then the rest
    bool closed_for_today = false; // slips show the next open day
    int opens_minute = 9 * 60;     // of the next opening, minute of the day
    int opens_days_ahead = 0;      // of the next opening: 0 today, 1 tomorrow
    bool night = false;            // 23:00-6:00: dimmed
};

// A call, or the week's main event, on a home card.
struct FeatureCard {
    domain::ListingId listing;
    domain::OccasionId occasion;  // none for a call
    base::LocalText title;
    base::LocalText short_title;
    base::LocalText badge;
    base::LocalText line;
    domain::Poster poster;
    std::optional<int> days_left;  // to the deadline
};

struct HomePage {
    std::vector<EventCard> walk_in;  // at most three
    // The next three; six where there is nothing to walk into, for the strip shows the first three.
    std::vector<EventCard> today;
    bool today_is_tomorrow = false;  // nothing left today: the rows are tomorrow's
    int today_count = 0;             // today's occasions that have not ended
    int walk_in_count = 0;           // of them, open to walk in now
    std::vector<FeatureCard> features;  // at most two
    std::optional<domain::Tag> main_tag;  // type of tonight's main event, for the greeting
};

struct DayMark {
    base::CivilDate date;
    base::LunarDate lunar;
    std::optional<base::SolarTerm> solar_term;
    std::vector<domain::Section> dots;  // distinct, at most four
    int count = 0;
};

struct EventFilter {
    std::string tag_key;  // empty: all
    bool free_seats_only = false;
    bool operator==(const EventFilter&) const = default;
};

struct EventsPage {
    base::CivilDate day;
    EventFilter filter;
    std::vector<DayMark> strip;      // today first, four weeks
    std::vector<domain::Tag> chips;  // tags in use, in filter order
    int today_count = 0;
    int week_count = 0;       // today and the six days after it
    std::vector<EventCard> ended;  // of the day, folded away
    std::vector<EventCard> cards;  // of the day in time order, then of the days after it
    int day_count = 0;             // how many of `cards` are of the day itself
    std::optional<base::CivilDate> next_day_with_events;  // after the day, under the filter
};

struct EventDetail {
    EventCard card;
    base::LocalText body;
    base::LocalText organiser;
    base::LocalText seating;
    base::LocalText audience;
    base::LocalText directions;
    std::vector<domain::Tag> tags;
    std::string url;  // behind the QR code
    std::optional<base::CivilTime> deadline;  // of a call
    std::optional<int> days_left;
    std::optional<EventCard> related;
};

// Kinds of listing that have their own page later are shown as one list for each section.
struct SectionPage {
    domain::Section section = domain::Section::clubs;
    std::vector<EventCard> cards;
};

struct VisitSettings {
    base::Language language = base::Language::zh;
    bool large_text = false;
    bool high_contrast = false;
    bool operator==(const VisitSettings&) const = default;
};

enum class Outcome : std::uint8_t { done, not_found };

struct View {
    std::uint64_t serial = 0;      // grows with every publication
    std::uint64_t intent_done = 0; // the last intent that this view answers
    Outcome outcome = Outcome::done;
    std::uint64_t visit = 0;  // grows when a visit ends
    VisitSettings settings;
    std::shared_ptr<const Header> header;
    std::shared_ptr<const AttractPage> attract;
    std::shared_ptr<const HomePage> home;
    std::shared_ptr<const EventsPage> events;
    std::shared_ptr<const EventDetail> detail;   // null: none open
    std::shared_ptr<const SectionPage> section;  // null: none open
};

}  // namespace wenlan::model
