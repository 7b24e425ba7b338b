// SPDX-License-Identifier: GPL-3.0-or-later
#include <tuple>

#include "catch.h"
#include "ui/i18n/words.h"
#include "ui/matrix/lobby.h"

using namespace wenlan;
using test::landscape;
using test::Matrix;
using test::modes;
using test::portrait;
using test::Round;
using ui::Key;

// Every page in both languages, both text sizes and both contrasts, upright and lying. A failure
// names the page, the mode and the elements in question; lengths are virtual px.

namespace {

std::string title_of(const model::EventDetail& detail) { return detail.card.title.zh; }

using Details = std::vector<std::shared_ptr<const model::EventDetail>>;

// One event's page for every listing, and one more for each state that it is in.
Details details_of(test::Demonstration::Kiosk& kiosk) {
    std::vector<model::EventCard> cards;
    const auto add = [&](const std::vector<model::EventCard>& more) {
        cards.insert(cards.end(), more.begin(), more.end());
    };
    const auto view = kiosk.view();
    for (const model::FeatureCard& feature : view->home->features) {
        model::EventCard card;
        card.occasion = feature.occasion;
        card.listing = feature.listing;
        cards.push_back(card);
    }
    add(view->events->ended);
    add(view->events->cards);
    for (const model::ListName list : {model::ListName::reading, model::ListName::volunteering}) {
        kiosk.ask(model::ShowList{list});
        add(kiosk.view()->list->cards);
    }
    Details details;
    std::set<std::tuple<std::int64_t, model::Moment, domain::OccasionState, model::SeatsShown::Kind,
                        bool>>
        known;
    for (const model::EventCard& card : cards) {
        kiosk.ask(model::ShowEvent{card.occasion, card.listing});
        const auto shown = kiosk.view();
        REQUIRE(shown->outcome == model::Outcome::done);
        const model::EventCard& now = shown->detail->card;
        if (known
                .insert({now.listing.value, now.moment, now.state, now.seats.kind,
                         static_cast<bool>(now.occasion)})
                .second) {
            details.push_back(shown->detail);
        }
    }
    return details;
}

// Shows this event in the place of the one that is open.
void show_instead(Round& round, const model::EventDetail& wanted) {
    round.kiosk->veil = [wanted](std::shared_ptr<const model::View> view) {
        if (!view->detail) return view;
        auto patched = std::make_shared<model::View>(*view);
        auto detail = std::make_shared<model::EventDetail>(wanted);
        // The screen shows the event that it was led to, by either id.
        if (detail->card.occasion) detail->card.occasion = view->detail->card.occasion;
        detail->card.listing = view->detail->card.listing;
        patched->detail = std::move(detail);
        return std::shared_ptr<const model::View>(std::move(patched));
    };
    round.visitor.settle();
}

void look_at_events(Round& round) {
    round.enter();
    round.tap(ui::words::section(domain::Section::events, round.mode.language));
    REQUIRE(round.visitor.screen().screen == "events");
    const auto& scrolls = round.visitor.screen().scrolls;
    for (std::size_t list = 0; list < scrolls.size(); ++list) round.look_through("events", list);
}

}  // namespace

TEST_CASE("The painting can be read at any moment of its drifting") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        for (int second = 0; second < 30; second += 2) {
            round.visitor.pass(base::Duration{2000});
            round.look("attract");
        }
    });
}

TEST_CASE("Home can be read at any time of the day") {
    Matrix matrix;
    for (const std::string time : {"08:30", "11:50", "14:20", "18:40", "20:50", "23:30"}) {
        matrix.each(
            modes({portrait, landscape}),
            [&](Round& round) {
                round.look("attract " + time);
                round.enter();
                round.look("home " + time);
            },
            "2026-11-22T" + time);
    }
}

TEST_CASE("The list of events can be read from its beginning to its end") {
    Matrix matrix;
    matrix.demonstration().edit(test::upset);
    matrix.each(modes({portrait, landscape}), [](Round& round) { look_at_events(round); });
}

TEST_CASE("An empty day and the events that have ended can be read") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        round.enter();
        round.tap(ui::words::section(domain::Section::events, round.mode.language));
        const model::EventsPage& events = *round.kiosk->view()->events;
        REQUIRE_FALSE(events.ended.empty());
        const std::string ended = ui::format(Key::events_ended, round.mode.language,
                                             {{"n", std::to_string(events.ended.size())}});
        for (int i = 0; i < 40 && !round.visitor.sees(ended); ++i)
            if (!round.visitor.scroll(round.visitor.screen().scrolls.size() - 1)) break;
        round.tap(ended);
        REQUIRE(round.visitor.screen().screen == "events");
        round.look_through("events that have ended", round.visitor.screen().scrolls.size() - 1);

        auto emptied = std::make_shared<model::EventsPage>(events);
        emptied->cards.clear();
        emptied->ended.clear();
        emptied->day_count = 0;
        emptied->filter.free_seats_only = true;
        emptied->next_day_with_events = events.day.plus_days(3);
        round.kiosk->veil = [&](std::shared_ptr<const model::View> view) {
            auto patched = std::make_shared<model::View>(*view);
            patched->events = emptied;
            return std::shared_ptr<const model::View>(std::move(patched));
        };
        round.visitor.settle();
        round.look("events of an empty day");
        emptied->next_day_with_events = events.day.plus_days(12);
        round.visitor.settle();
        round.look("events of an empty week");
    });
}

TEST_CASE("Every event's page can be read from its beginning to its end") {
    Matrix matrix;
    matrix.demonstration().edit(test::upset);
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        const Details details = details_of(*round.kiosk);
        REQUIRE(details.size() > 40);
        round.enter();
        const auto& first = round.kiosk->view()->home->today.front();
        REQUIRE(round.visitor.tap(round.mode.large_text || round.mode.panel == landscape
                                      ? round.word(first.title)
                                      : round.word(first.full_title)));
        REQUIRE(round.visitor.screen().screen == "event-detail");
        for (const auto& detail : details) {
            show_instead(round, *detail);
            round.look_through("event " + title_of(*detail));
        }
    });
}

TEST_CASE("The page of one's own sign-ups can be read") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        round.enter();
        round.tap(ui::words::section(domain::Section::mine, round.mode.language));
        REQUIRE(round.visitor.screen().screen == "mine");
        round.look_through("mine");
    });
}

TEST_CASE("Every sheet and the idle warning can be read") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        round.enter();
        const auto sheet = [&](Key opener, const std::string& page) {
            round.tap(opener);
            REQUIRE(round.visitor.screen().screen == "sheet");
            round.look(page);
            round.tap(Key::common_ok);
        };
        sheet(Key::strip_help, "sheet help");
        sheet(Key::strip_read_aloud, "sheet read aloud");
        round.tap(ui::words::section(domain::Section::events, round.mode.language));
        round.tap(round.word(round.kiosk->view()->events->cards.front().title));
        REQUIRE(round.visitor.screen().screen == "event-detail");
        round.tap(round.mode.panel == landscape ||
                          !round.visitor.sees(round.word(Key::detail_take_away))
                      ? Key::detail_qr
                      : Key::detail_take_away);
        REQUIRE(round.visitor.screen().screen == "qr-sheet");
        round.look("sheet QR");
        round.visitor.pass(base::Duration{80500});
        REQUIRE(round.visitor.screen().screen == "idle-warning");
        round.look("idle warning");
        round.visitor.pass(base::Duration{11000});
        round.look("idle warning, seconds of one digit");
    });
}

TEST_CASE("Home, the events and an event can be read on panels of other shapes") {
    Matrix matrix;
    matrix.each(modes({{1080, 1440}, {1440, 2560}, {3840, 2160}, {1280, 1024}}), [](Round& round) {
        round.look("attract");
        round.enter();
        round.look("home");
        round.tap(ui::words::section(domain::Section::events, round.mode.language));
        round.look("events");
        round.tap(round.word(round.kiosk->view()->events->cards.front().title));
        REQUIRE(round.visitor.screen().screen == "event-detail");
        round.look_through("event");
        round.visitor.pass(base::Duration{40500});
        REQUIRE(round.visitor.screen().screen == "idle-warning");
        round.look("idle warning");
    });
}
