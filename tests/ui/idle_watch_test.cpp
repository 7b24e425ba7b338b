// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/idle_watch.h"

#include "catch.h"

using wenlan::base::Duration;
using wenlan::ui::IdleWatch;
using State = IdleWatch::State;

TEST_CASE("Forty seconds on a page, eighty on a sheet, sixty in one's own sign-ups") {
    CHECK(IdleWatch::on_a_page == Duration{40000});
    CHECK(IdleWatch::on_a_sheet == Duration{80000});
    CHECK(IdleWatch::on_mine == Duration{60000});
    CHECK(IdleWatch::warning == Duration{20000});
}

TEST_CASE("First a warning of twenty seconds, then the visit is over") {
    for (const Duration limit : {IdleWatch::on_a_page, IdleWatch::on_a_sheet, IdleWatch::on_mine}) {
        IdleWatch watch;
        const Duration start{5000};
        watch.touched(start);
        CHECK(watch.state(start, limit) == State::here);
        CHECK(watch.state(start + limit - Duration{1}, limit) == State::here);
        CHECK(watch.state(start + limit, limit) == State::warned);
        CHECK(watch.state(start + limit + Duration{19999}, limit) == State::warned);
        CHECK(watch.state(start + limit + Duration{20000}, limit) == State::gone);
    }
}

TEST_CASE("A touch starts the time anew, also during the warning") {
    IdleWatch watch;
    watch.touched(Duration{0});
    CHECK(watch.state(Duration{50000}, IdleWatch::on_a_page) == State::warned);
    watch.touched(Duration{50000});
    CHECK(watch.last_touch() == Duration{50000});
    CHECK(watch.state(Duration{50000}, IdleWatch::on_a_page) == State::here);
    CHECK(watch.state(Duration{89999}, IdleWatch::on_a_page) == State::here);
    CHECK(watch.state(Duration{90000}, IdleWatch::on_a_page) == State::warned);
}

TEST_CASE("The time that is left counts down and stays at nothing") {
    IdleWatch watch;
    const Duration limit = IdleWatch::on_a_page;
    watch.touched(Duration{1000});
    CHECK(watch.until_warning(Duration{1000}, limit) == limit);
    CHECK(watch.until_warning(Duration{31000}, limit) == Duration{10000});
    CHECK(watch.until_warning(Duration{99000}, limit) == Duration{0});
    CHECK(watch.warning_left(Duration{41000}, limit) == Duration{20000});
    CHECK(watch.warning_left(Duration{46000}, limit) == Duration{15000});
    CHECK(watch.warning_left(Duration{99000}, limit) == Duration{0});
}
