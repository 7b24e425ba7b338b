// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/i18n/words.h"
#include "ui/matrix/veil.h"

using namespace wenlan;
using test::landscape;
using test::Matrix;
using test::modes;
using test::portrait;
using test::Round;
using test::see_changed;
using ui::Key;

namespace {

const base::LocalText reason{"三楼在修灯，改到一楼多功能厅",
                             "The lights on 3F are being mended; it is in the hall on 1F"};

void open_reading(Round& round) {
    test::open_section(round, domain::Section::reading, "reading", &model::View::reading);
}

void change_page(Round& round, const std::function<void(model::ReadingPage&)>& change) {
    test::change_page(round, &model::View::reading, change);
}

void upset_rows(model::ReadingPage& page) {
    REQUIRE(page.cards.size() == 3);
    page.cards[0].state = domain::OccasionState::cancelled;
    page.cards[0].reason = reason;
    page.cards[1].state = domain::OccasionState::moved;
    page.cards[1].reason = reason;
    page.cards[2].moment = model::Moment::ended;
    page.cards_are_later = true;
}

// Scrolls until it can be seen.
void find(Round& round, const std::string& label) {
    for (int i = 0; i < 20 && !round.visitor.sees(label); ++i)
        if (!round.visitor.scroll(0)) break;
}

}  // namespace

TEST_CASE("The reading page can be read whatever it holds") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_reading(round);
        look_through_all(round, "reading");
        change_page(round, upset_rows);
        look_through_all(round, "reading in every state");
        change_page(round, [](model::ReadingPage& page) {
            for (model::EventCard& card : page.cards) {
                card.seats = {model::SeatsShown::Kind::full, 0, 12, 12, false};
            }
            page.challenge->facts.day = 0;
        });
        look_through_all(round, "reading, all full, before the challenge");
        change_page(round, [](model::ReadingPage& page) { page.challenge->facts.day = 31; });
        look_through_all(round, "reading after the challenge");
        change_page(round, [](model::ReadingPage& page) {
            page.challenge->facts.days = 60;
            page.challenge->facts.challenge.last_day = {2026, 12, 30};
        });
        look_through_all(round, "reading with a challenge over two months");
        change_page(round, [](model::ReadingPage& page) { page.challenge.reset(); });
        look_through_all(round, "reading without a challenge");
        change_page(round, [](model::ReadingPage& page) {
            page.cards.clear();
            page.count = 0;
            page.notes.reset();
        });
        look_through_all(round, "reading of an empty week");
        see_changed(round, [](model::View& view) { view.reading.reset(); });
        round.visitor.pass(base::Duration{500});
        round.look("reading that has not come");
    });
}

TEST_CASE("A challenge's own page can be read from its beginning to its end") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_reading(round);
        round.tap(round.word(round.kiosk->view()->reading->challenge->card.title));
        REQUIRE(round.visitor.screen().screen == "challenge-detail");
        look_through_all(round, "challenge");
        const model::EventDetail under_way = *round.kiosk->view()->detail;
        REQUIRE(under_way.challenge);
        for (const int day : {0, 1, under_way.challenge->days + 1}) {
            model::EventDetail other = under_way;
            other.challenge->day = day;
            see_instead(round, other);
            look_through_all(round, "challenge on day " + std::to_string(day));
        }
    });
}

TEST_CASE("The swap shelf and the wall of notes can be read from their beginning to their end") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_reading(round);
        const model::ReadingPage page = *round.kiosk->view()->reading;
        REQUIRE(page.swap_shelf);
        REQUIRE(page.notes);
        for (const model::EventCard& card : {*page.swap_shelf, *page.notes}) {
            find(round, round.word(card.title));
            round.tap(round.word(card.title));
            REQUIRE(round.visitor.screen().screen != "reading");
            CHECK_FALSE(round.kiosk->view()->detail->items.empty());
            look_through_all(round, "things of " + card.title.zh);
            round.tap(Key::common_back);
        }
    });
}

TEST_CASE("Every whole list can be read from its beginning to its end") {
    Matrix matrix;
    matrix.demonstration().edit(test::upset);
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_reading(round);
        const std::string all =
            ui::format(Key::reading_all_count, round.mode.language,
                       {{"n", std::to_string(round.kiosk->view()->reading->count)}});
        find(round, all);
        round.tap(all);
        REQUIRE(round.visitor.screen().screen == "list");
        for (const model::ListName name : {model::ListName::reading, model::ListName::volunteering,
                                           model::ListName::services, model::ListName::notices}) {
            round.kiosk->ask(model::ShowList{name, 0});
            REQUIRE(round.kiosk->view()->list->count > 0);
            see_changed(round, [](model::View& view) {
                auto list = std::make_shared<model::ListPage>(*view.list);
                list->name = model::ListName::reading;  // which the visitor was led to
                view.list = list;
            });
            look_through_all(round, "list " + std::to_string(static_cast<int>(name)));
        }
        see_changed(round, [](model::View& view) {
            auto list = std::make_shared<model::ListPage>();
            list->name = model::ListName::reading;
            view.list = list;
        });
        round.look("list of nothing");
    });
}

TEST_CASE("Reading, its challenge and its list can be read on the other panels") {
    Matrix matrix;
    matrix.each(modes({{768, 1366}, {1366, 768}, {2160, 3840}, {1280, 1024}}), [](Round& round) {
        open_reading(round);
        look_through_all(round, "reading");
        round.tap(round.word(round.kiosk->view()->reading->challenge->card.title));
        REQUIRE(round.visitor.screen().screen == "challenge-detail");
        look_through_all(round, "challenge");
    });
}
