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
#include "model/card.h"
#include "model/sign_up.h"
#include "model/staff.h"

// What can be seen: immutable pages that the station publishes whole. The screens read them from
// the frame's thread; a page never changes after it was published.
namespace wenlan::model {

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
    // The hub's signature has run out: of what date the programme is. Nobody confirms its seats.
    std::optional<base::CivilDate> expired_of = std::nullopt;
    bool dusk = false;  // from sunset until the doors close: the painting's evening
};

struct AttractPage {
    std::vector<EventCard> slips;  // at most three: on now, next, tonight's main one; then the rest
    bool closed_for_today = false;  // slips show the next open day
    int opens_minute = 9 * 60;      // of the next opening, minute of the day
    int opens_days_ahead = 0;       // of the next opening: 0 today, 1 tomorrow
    bool night = false;             // 23:00-6:00: dimmed
};

// A call, or the week's main event, on a home card.
struct FeatureCard {
    domain::ListingId listing;
    domain::Kind kind = domain::Kind::event;
    domain::Section section = domain::Section::events;
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
    bool today_is_tomorrow = false;       // nothing left today: the rows are tomorrow's
    int today_count = 0;                  // today's occasions that have not ended
    int walk_in_count = 0;                // of them, open to walk in now
    std::vector<FeatureCard> features;    // at most two
    std::optional<domain::Tag> main_tag;  // type of tonight's main event, for the greeting
};

struct DayMark {
    base::CivilDate date;
    base::LunarDate lunar;
    std::optional<base::SolarTerm> solar_term;
    std::optional<base::Festival> festival;
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
    int week_count = 0;            // today and the six days after it
    std::vector<EventCard> ended;  // of the day, folded away
    std::vector<EventCard> cards;  // of the day in time order, then of the days after it
    int day_count = 0;             // how many of `cards` are of the day itself
    std::optional<base::CivilDate> next_day_with_events;  // after the day, under the filter
};

// One day of a club's week, Monday first.
struct ClubDay {
    std::optional<base::CivilTime> start;  // none: it rests on that weekday
    domain::OccasionId occasion;           // the coming one on that weekday
    bool today = false;
    bool cancelled = false;  // that one does not take place
};

struct ClubFacts {
    domain::Club club;
    base::LocalText weekly;     // never empty unless the club has no time at all
    std::vector<ClubDay> week;  // seven
    base::LocalText venue_note;
};

// Where a challenge stands.
struct ChallengeFacts {
    domain::Challenge challenge;
    int day = 0;   // today's, from 1; 0: it has not begun; more than `days`: it is over
    int days = 0;  // that it has
};

struct EventDetail {
    EventCard card;
    base::LocalText body;
    base::LocalText organiser;
    base::LocalText seating;
    base::LocalText audience;
    base::LocalText directions;
    domain::VenueId venue;  // a room of the house, for ShowCentre; zero: none, or elsewhere in town
    std::vector<domain::Tag> tags;
    std::string url;                          // behind the QR code
    std::optional<base::CivilTime> deadline;  // of a call
    std::optional<int> days_left;
    std::optional<base::CivilDate> posted;    // a notice: since when it is shown
    base::LocalText needs;                    // of a service: what the hall has to have ready
    std::vector<base::CivilDate> taken_days;  // of a service: those of the coming weeks, in order
    std::optional<ClubFacts> club;
    std::optional<ChallengeFacts> challenge;
    std::vector<domain::Item> items;
    domain::Form form;          // what whoever signs up is asked; empty: nobody signs up
    domain::Form walk_in_form;  // what whoever walks in is asked
    std::optional<EventCard> related;
};

// --- the sections

struct ClubFilter {
    std::string tag_key;  // empty: all
    bool recruiting_only = false;
    bool operator==(const ClubFilter&) const = default;
};

struct ClubCard {
    EventCard card;          // its times are those of the coming occasion, if there is one
    base::LocalText weekly;  // 每天 06:30; empty: no time is known
    int members = 0;
    int places_open = 0;
    bool recruiting = false;
    bool full = false;  // closed, but there is a waiting list
    std::optional<base::CivilDate> rests_until;
};

// A window of the clubs under the filter: `cards` are those from `first` on.
struct ClubsPage {
    ClubFilter filter;
    std::vector<domain::Tag> chips;
    int club_count = 0;  // of all clubs
    int member_count = 0;
    int recruiting_count = 0;
    int count = 0;  // under the filter
    int first = 0;
    std::vector<ClubCard> cards;
};

// Lists that a page shows the beginning of.
enum class ListName : std::uint8_t { reading, volunteering, services, notices };

// A window of a list: `cards` are those from `first` on.
struct ListPage {
    ListName name = ListName::reading;
    int count = 0;
    int first = 0;
    std::vector<EventCard> cards;
};

struct ReadingPage {
    struct ChallengeCard {
        EventCard card;
        ChallengeFacts facts;
    };
    std::optional<ChallengeCard> challenge;  // the one under way, else the next to come
    std::vector<EventCard> cards;            // the next three of this week, or after it
    bool cards_are_later = false;            // none is left this week
    int count = 0;                           // this week's
    std::optional<EventCard> swap_shelf;     // 换书角
    std::optional<EventCard> notes;          // 荐书墙
};

struct VolunteeringPage {
    std::optional<EventCard> urgent;  // with places left, within 12 hours
    domain::VolunteerYear year;
    std::vector<EventCard> cards;  // the next ones that are left, at most six
    bool cards_are_later = false;  // none is left this week
    int count = 0;                 // all that are to come
};

struct SurveyCard {
    EventCard card;
    domain::Form form;                 // its questions, all of kind choice; empty: it is over
    std::vector<domain::Item> result;  // of the last one, when it is over
    int answered = 0;                  // households
};

struct DutyNow {
    base::LocalText name;
    base::LocalText place;
    bool on_duty = false;
    int back_minute = 9 * 60;  // when not: minute of the day at which they are back
    int back_days_ahead = 0;   // 0 today, 1 tomorrow
};

struct NeighbourhoodPage {
    std::vector<EventCard> notices;  // the newest three
    int notice_count = 0;
    std::vector<EventCard> services;  // the first four of the culture supermarket
    int service_count = 0;
    std::optional<SurveyCard> survey;
    std::optional<DutyNow> duty;
};

// A month in whole weeks, Monday first, and one chosen day of it.
struct CalendarPage {
    int year = 1970;
    int month = 1;              // 1-12
    std::vector<DayMark> days;  // 35 or 42, with those of the months beside it
    base::CivilDate chosen;
    std::vector<EventCard> cards;  // of the chosen day, at most eight, those left first
    int chosen_count = 0;
    bool has_before = false;  // a month can be turned back, forward
    bool has_after = false;
};

// The house itself.
struct CentrePage {
    struct Room {
        domain::VenueId venue;
        base::LocalText name;
        base::LocalText directions;
        std::optional<EventCard> now;  // what is on there, or next today
    };
    struct Storey {
        int storey = 1;
        base::LocalText name;  // 三楼
        std::vector<Room> rooms;
    };
    domain::Centre centre;
    bool open_now = false;
    std::vector<base::CivilDate> closures;  // the coming ones, at most six
    std::vector<Storey> storeys;            // from the ground up
    domain::VenueId asked_for;              // the room that was asked for; zero: none
    std::optional<DutyNow> duty;
};

// Bytes of a title, to be coloured.
struct Marked {
    std::uint32_t begin = 0, end = 0;
    bool operator==(const Marked&) const = default;
};

struct SearchHit {
    EventCard card;                            // its times are those of the coming occasion
    bool dated = false;                        // there is one
    std::vector<Marked> marked_zh, marked_en;  // what of the title was typed
    base::LocalText weekly;                    // of a club
    int places_open = 0;                       // of a club that looks for members
};

// What was found, the best first. It does not repeat what was typed.
struct SearchPage {
    std::uint64_t ticket = 0;  // of the Search that it answers
    bool ready = true;         // false: the programme is still being made ready for search
    int count = 0;             // of all that is found
    std::vector<SearchHit> hits;
};

struct VisitSettings {
    base::Language language = base::Language::zh;
    bool large_text = false;
    bool high_contrast = false;
    bool operator==(const VisitSettings&) const = default;
};

enum class Outcome : std::uint8_t { done, not_found };

struct View {
    std::uint64_t serial = 0;       // grows with every publication
    std::uint64_t intent_done = 0;  // the last intent that this view answers
    Outcome outcome = Outcome::done;
    std::uint64_t visit = 0;  // grows when a visit ends
    VisitSettings settings;
    std::shared_ptr<const Header> header;
    std::shared_ptr<const AttractPage> attract;
    std::shared_ptr<const HomePage> home;
    std::shared_ptr<const EventsPage> events;
    // Null: none open.
    std::shared_ptr<const EventDetail> detail;
    std::shared_ptr<const ClubsPage> clubs;
    std::shared_ptr<const ReadingPage> reading;
    std::shared_ptr<const VolunteeringPage> volunteering;
    std::shared_ptr<const NeighbourhoodPage> neighbourhood;
    std::shared_ptr<const CalendarPage> calendar;
    std::shared_ptr<const ListPage> list;
    std::shared_ptr<const CentrePage> centre;
    std::shared_ptr<const SearchPage> search;
    // Titles, places and tags of the programme, for those who type; the same pointer: the same.
    std::shared_ptr<const std::vector<std::string>> words;
    std::shared_ptr<const StaffPage> staff;
    std::shared_ptr<const SignUpsPage> sign_ups;  // null: nothing was asked in this visit
};

}  // namespace wenlan::model
