// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edit_listing.h"

#include "catch.h"
#include "store/hub_office.h"

using namespace wenlan;

TEST_CASE("Staff change the texts of a listing, one or several at once", "[edit]") {
    test::HubOffice office;
    office.town.event("ink", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
    office.town.event("song", "2026-11-23T14:00", "2026-11-23T15:30");
    office.put();
    const domain::ListingId ink = office.id_of("ink");
    const auto before = office.programme.programme().value();

    const auto title = hub::parse_listing_edit("title.zh=书法 = 好").value();
    const auto body = hub::parse_listing_edit("body.en=Come.\nAll of you.").value();
    REQUIRE(hub::edit_listing(office.programme, office.by, ink, {title, body}).ok());
    const auto after = office.programme.programme().value();
    CHECK(after.listings[0].listing.title.zh == "书法 = 好");
    CHECK(after.listings[0].listing.title.en == "The ink");
    CHECK(after.listings[0].listing.body.en == "Come.\nAll of you.");
    CHECK(after.listings[1].listing.title == before.listings[1].listing.title);
    CHECK(after.occasions.size() == 2);
    CHECK(after.occasions[0].taken == 22);
    CHECK(office.programme.history(ink, 1).value()[0].by.who == "王老师");
    CHECK(hub::edit_listing(office.programme, office.by, {999}, {title}).error().code ==
          "programme.no-listing");
}

TEST_CASE("What is no text of a listing is refused with the list of them", "[edit]") {
    for (const char* words : {"", "title", "title=x", "title.de=x", "colour.zh=x", ".zh=x",
                              "title.zh", "title.zh=\xFF"}) {
        CAPTURE(words);
        CHECK(hub::parse_listing_edit(words).error().code == "edit.bad-field");
    }
    CHECK(hub::parse_listing_edit("title.en=").value().text.empty());
}
