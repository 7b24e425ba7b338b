// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fake_station.h"

#include "domain/usual_form.h"
#include "ui/fake_house.h"
#include "ui/fake_pages.h"

namespace wenlan::test {

namespace {

const base::CivilDate today{2026, 11, 22};
constexpr int event_count = 24;
constexpr int day_count = 28;

base::LocalText both(const std::string& text) { return {text, "E" + text}; }

std::vector<model::EventCard> cards(int from, int count) {
    std::vector<model::EventCard> all;
    for (int n = from; n < from + count; ++n) all.push_back(FakeStation::card(n));
    return all;
}

model::EventsPage events_of(base::CivilDate day, model::EventFilter filter) {
    model::EventsPage page;
    page.day = day;
    page.filter = std::move(filter);
    for (int i = 0; i < day_count; ++i) {
        model::DayMark mark;
        mark.date = today.plus_days(i);
        mark.lunar = {10, false, 14};
        page.strip.push_back(mark);
    }
    page.chips = {{"opera", both("戏曲"), domain::Section::events, 1},
                  {"talk", both("讲座"), domain::Section::reading, 2}};
    page.cards = cards(1, event_count);
    page.day_count = event_count;
    page.today_count = event_count;
    page.week_count = event_count;
    return page;
}

}  // namespace

model::EventCard FakeStation::card(int n) {
    model::EventCard card;
    card.occasion = {n};
    card.listing = {100 + n};
    card.title = card.short_title = card.full_title = both(title(n));
    card.venue = card.venue_short = card.floor = both("三楼");
    card.tag = {"opera", both("戏曲"), domain::Section::events, 1};
    card.start = {today, 15, n % 60};
    card.end = {today, 17, 0};
    card.poster.name = "02-opera";
    card.join = domain::Join::sign_up;
    card.seats = {model::SeatsShown::Kind::counted, 100 + n, 200, 100 - n, false};
    return card;
}

FakeStation::FakeStation() {
    auto first = std::make_shared<model::View>();
    model::Header header;
    header.centre = both("楚洲文化城");
    header.now = {today, 14, 20};
    header.lunar = {10, false, 14};
    header.solar_term = base::SolarTerm::minor_snow;
    first->header = std::make_shared<model::Header>(header);
    model::AttractPage attract;
    attract.slips = cards(1, 3);
    first->attract = std::make_shared<model::AttractPage>(attract);
    model::HomePage home;
    home.walk_in = cards(11, 3);
    home.today = cards(1, 3);
    home.today_count = event_count;
    home.walk_in_count = 3;
    first->home = std::make_shared<model::HomePage>(home);
    first->events = std::make_shared<model::EventsPage>(events_of(today, {}));
    view = std::move(first);
    outcome.stamp = model::SignUpStamp::kept;
    outcome.code = "8350 4417";
}

void FakeStation::say_held(std::uint64_t ticket) {
    publish([&](model::View& next) {
        auto page = next.sign_ups ? std::make_shared<model::SignUpsPage>(*next.sign_ups)
                                  : std::make_shared<model::SignUpsPage>();
        page->online = online;
        page->held = {ticket, hold};
        next.sign_ups = page;
    });
}

void FakeStation::say_taken(std::uint64_t ticket) {
    publish([&](model::View& next) {
        auto page = next.sign_ups ? std::make_shared<model::SignUpsPage>(*next.sign_ups)
                                  : std::make_shared<model::SignUpsPage>();
        page->online = online;
        page->taken = {ticket, outcome};
        next.sign_ups = page;
    });
}

void FakeStation::say_found(const model::LookUpSignUp& wanted) {
    publish([&](model::View& next) {
        auto page = next.sign_ups ? std::make_shared<model::SignUpsPage>(*next.sign_ups)
                                  : std::make_shared<model::SignUpsPage>();
        page->online = online;
        page->looked_up = {};
        page->looked_up.ticket = wanted.ticket;
        page->looked_up.outcome.from_hub = online;
        page->looked_up.outcome.locked = locked;
        const auto one = known.find({wanted.code, wanted.tail});
        if (one != known.end() && !locked) {
            page->looked_up.outcome.found = one->second;
            page->looked_up.card = card(static_cast<int>(one->second.occasion.value));
        }
        next.sign_ups = page;
    });
}

void FakeStation::say_changed(std::uint64_t ticket) {
    publish([&](model::View& next) {
        auto page = next.sign_ups ? std::make_shared<model::SignUpsPage>(*next.sign_ups)
                                  : std::make_shared<model::SignUpsPage>();
        page->online = online;
        page->changed = {ticket, changing};
        next.sign_ups = page;
    });
}

void FakeStation::answer_sign_up(const model::Intent& intent) {
    if (silent) return;
    if (const auto* wanted = std::get_if<model::HoldSeats>(&intent); wanted && wanted->seats > 0)
        say_held(wanted->ticket);
    if (const auto* wanted = std::get_if<model::TakeSignUp>(&intent)) say_taken(wanted->ticket);
    if (const auto* wanted = std::get_if<model::LookUpSignUp>(&intent)) say_found(*wanted);
    if (const auto* wanted = std::get_if<model::ChangeSignUp>(&intent)) say_changed(wanted->ticket);
}

void FakeStation::answer(const model::NumberedIntent& numbered) {
    if (deaf) return;
    answer_sign_up(numbered.intent);
    if (const auto* wanted = std::get_if<model::ShowEvent>(&numbered.intent)) open(*wanted);
    if (const auto* wanted = std::get_if<model::ShowDay>(&numbered.intent)) show(*wanted);
    publish([&](model::View& next) {
        next.intent_done = numbered.number;
        if (const auto* wanted = std::get_if<model::SetLanguage>(&numbered.intent))
            next.settings.language = wanted->language;
        if (const auto* wanted = std::get_if<model::SetLargeText>(&numbered.intent))
            next.settings.large_text = wanted->on;
        if (const auto* wanted = std::get_if<model::SetHighContrast>(&numbered.intent))
            next.settings.high_contrast = wanted->on;
        browse(next, numbered.intent);
        if (std::holds_alternative<model::EndVisit>(numbered.intent)) {
            next.settings = {};
            next.sign_ups.reset();
            next.detail.reset();
            next.clubs.reset();
            next.reading.reset();
            next.volunteering.reset();
            next.neighbourhood.reset();
            next.list.reset();
            next.calendar.reset();
            next.centre.reset();
            ++next.visit;
        }
    });
}

void FakeStation::browse(model::View& next, const model::Intent& intent) {
    if (const auto* wanted = std::get_if<model::ShowClubs>(&intent))
        next.clubs = std::make_shared<model::ClubsPage>(clubs_page(*wanted));
    if (std::holds_alternative<model::ShowReading>(intent))
        next.reading = std::make_shared<model::ReadingPage>(reading_page());
    if (std::holds_alternative<model::ShowVolunteering>(intent))
        next.volunteering = std::make_shared<model::VolunteeringPage>(volunteering_page());
    if (std::holds_alternative<model::ShowNeighbourhood>(intent))
        next.neighbourhood = std::make_shared<model::NeighbourhoodPage>(neighbourhood_page());
    if (const auto* wanted = std::get_if<model::ShowMonth>(&intent))
        next.calendar = std::make_shared<model::CalendarPage>(calendar_page(*wanted, today));
    if (const auto* wanted = std::get_if<model::ShowCentre>(&intent))
        next.centre = std::make_shared<model::CentrePage>(centre_page(*wanted));
    if (const auto* wanted = std::get_if<model::ShowList>(&intent))
        next.list = std::make_shared<model::ListPage>(list_page(*wanted));
}

void FakeStation::open(const model::ShowEvent& wanted) {
    if (const auto page = listing_page(wanted.listing); page && !wanted.occasion) {
        publish([&](model::View& next) { next.detail = page; });
        return;
    }
    model::EventDetail detail;
    detail.card = card(static_cast<int>(wanted.occasion.value));
    std::string story;
    for (int i = 0; i < 40; ++i) story += "台上唱一段，台下坐一晚。";
    detail.body = both(story);
    detail.organiser = both("楚门越剧团");
    detail.seating = both("不对号入座");
    detail.audience = both("不限年龄");
    detail.url = "https://example.org/e/" + std::to_string(wanted.occasion.value);
    domain::Listing listing;
    listing.join = domain::Join::sign_up;
    detail.form = domain::form_of(listing);
    detail.walk_in_form = walk_in_form;
    publish([&](model::View& next) {
        next.detail = std::make_shared<model::EventDetail>(detail);
        next.outcome = model::Outcome::done;
    });
}

void FakeStation::show(const model::ShowDay& wanted) {
    publish([&](model::View& next) {
        next.events = std::make_shared<model::EventsPage>(events_of(wanted.day, wanted.filter));
    });
}

}  // namespace wenlan::test
