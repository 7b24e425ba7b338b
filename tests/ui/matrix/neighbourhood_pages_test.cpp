// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/i18n/words.h"
#include "ui/matrix/veil.h"

using namespace wenlan;
using test::landscape;
using test::look_through_all;
using test::Matrix;
using test::modes;
using test::portrait;
using test::Round;
using test::see_changed;
using ui::Key;

namespace {

void open_neighbourhood(Round& round) {
    test::open_section(round, domain::Section::neighbourhood, "neighbourhood",
                       &model::View::neighbourhood);
}

void change_page(Round& round, const std::function<void(model::NeighbourhoodPage&)>& change) {
    test::change_page(round, &model::View::neighbourhood, change);
}

// Every question of the survey in its first place, and none.
void look_at_surveys(Round& round) {
    const model::SurveyCard survey = *round.kiosk->view()->neighbourhood->survey;
    REQUIRE(survey.form.questions.size() > 1);
    for (std::size_t i = 0; i < survey.form.questions.size(); ++i) {
        change_page(round, [i](model::NeighbourhoodPage& page) {
            auto& questions = page.survey->form.questions;
            std::swap(questions[0], questions[i]);
        });
        look_through_all(round, "neighbourhood, question " + std::to_string(i + 1));
    }
    change_page(round, [](model::NeighbourhoodPage& page) {
        page.survey->form = {};
        page.survey->result = {
            {{"血压计和药箱", "A blood-pressure cuff and a first-aid box"}, {}, {}, 46},
            {{"棋牌桌", "Game tables"}, {}, {}, 31},
            {{"唱戏小舞台", "A small stage"}, {}, {}, 0}};
    });
    look_through_all(round, "neighbourhood with a survey's result");
    change_page(round, [](model::NeighbourhoodPage& page) { page.survey.reset(); });
    look_through_all(round, "neighbourhood without a survey");
}

void look_at_duty(Round& round) {
    for (const auto& [days, minute] : {std::pair{0, 840}, {1, 540}, {3, 570}}) {
        change_page(round, [days = days, minute = minute](model::NeighbourhoodPage& page) {
            page.duty->on_duty = false;
            page.duty->back_days_ahead = days;
            page.duty->back_minute = minute;
        });
        look_through_all(round, "neighbourhood, nobody on duty for " + std::to_string(days));
    }
}

std::vector<model::EventCard> listings_of(Round& round, model::ListName name) {
    round.kiosk->ask(model::ShowList{name, 0});
    return round.kiosk->view()->list->cards;
}

}  // namespace

TEST_CASE("The neighbourhood's page can be read whatever it holds") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_neighbourhood(round);
        look_through_all(round, "neighbourhood");
        look_at_surveys(round);
        look_at_duty(round);
        change_page(round, [](model::NeighbourhoodPage& page) {
            page.notices.resize(1);
            page.notice_count = 1;
        });
        look_through_all(round, "neighbourhood with one notice");
        change_page(round, [](model::NeighbourhoodPage& page) { page = {}; });
        look_through_all(round, "neighbourhood with nothing");
        see_changed(round, [](model::View& view) { view.neighbourhood.reset(); });
        round.visitor.pass(base::Duration{500});
        round.look("neighbourhood that has not come");
    });
}

TEST_CASE("Every notice can be read from its beginning to its end") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        const auto notices = listings_of(round, model::ListName::notices);
        REQUIRE(notices.size() > 1);
        open_neighbourhood(round);
        round.tap(round.word(round.kiosk->view()->neighbourhood->notices.front().full_title));
        REQUIRE(round.visitor.screen().screen == "notice-detail");
        for (const model::EventCard& notice : notices) {
            round.kiosk->ask(model::ShowEvent{{}, notice.listing});
            see_instead(round, *round.kiosk->view()->detail);
            look_through_all(round, "notice " + notice.title.zh);
        }
    });
}

TEST_CASE("Every service can be read from its beginning to its end") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        const auto services = listings_of(round, model::ListName::services);
        REQUIRE(services.size() > 4);
        open_neighbourhood(round);
        round.tap(round.word(round.kiosk->view()->neighbourhood->services.front().title));
        REQUIRE(round.visitor.screen().screen == "service-detail");
        for (const model::EventCard& service : services) {
            round.kiosk->ask(model::ShowEvent{{}, service.listing});
            see_instead(round, *round.kiosk->view()->detail);
            look_through_all(round, "service " + service.title.zh);
        }
        see_changed(round, [](model::View& view) {
            view.detail.reset();
            view.outcome = model::Outcome::not_found;
        });
        round.look("service that was taken away");
    });
}

TEST_CASE("The neighbourhood can be read on the other panels") {
    Matrix matrix;
    matrix.each(
        modes({{768, 1366}, {1366, 768}, {2160, 3840}, {1280, 1024}, {1080, 1440}}),
        [](Round& round) {
            open_neighbourhood(round);
            look_through_all(round, "neighbourhood");
            round.tap(round.word(round.kiosk->view()->neighbourhood->notices.front().full_title));
            look_through_all(round, "notice");
        });
}
