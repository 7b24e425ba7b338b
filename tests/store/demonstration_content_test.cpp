// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>

#include "catch.h"
#include "store/demonstration.h"
#include "store/names.h"

using namespace wenlan;

namespace {

const std::filesystem::path source = WENLAN_SOURCE_DIR;

store::Programme demonstration() {
    base::PosixDisk disk;
    const auto loaded = store::load_demonstration(disk, source / "data" / "demo", {2026, 11, 22});
    if (!loaded) FAIL(loaded.error().message);
    return loaded.value();
}

bool complete(const base::LocalText& text) { return text.zh.empty() == text.en.empty(); }

}  // namespace

TEST_CASE("Every text of the demonstration is there in Chinese and English", "[demo-content]") {
    const store::Programme programme = demonstration();
    const domain::Centre& centre = programme.centre;
    for (const auto* text : {&centre.name, &centre.address, &centre.closing_note, &centre.duty.name,
                             &centre.duty.place}) {
        CHECK(complete(*text));
        CHECK_FALSE(text->empty());
    }
    for (const domain::Venue& venue : programme.venues) {
        CAPTURE(venue.key);
        CHECK((complete(venue.name) && complete(venue.short_name)));
        CHECK((complete(venue.floor) && complete(venue.directions)));
    }
    for (const domain::Tag& tag : programme.tags) CHECK(complete(tag.name));
    for (const auto& [l, origin] : programme.listings) {
        CAPTURE(l.key);
        for (const auto* text :
             {&l.title, &l.short_title, &l.full_title, &l.subtitle, &l.body, &l.organiser,
              &l.audience, &l.seating, &l.feature_badge, &l.feature_line}) {
            CHECK(complete(*text));
        }
        CHECK(complete(l.needs));
        if (l.club) {
            for (const auto* text : {&l.club->weekly, &l.club->leader, &l.club->leader_role,
                                     &l.club->leader_note, &l.club->place_note}) {
                CHECK(complete(*text));
            }
        }
        for (const domain::Item& item : l.items) {
            CHECK((complete(item.title) && complete(item.text) && complete(item.by)));
        }
        for (const domain::Question& question : l.form.questions) {
            CHECK(complete(question.prompt));
            for (const base::LocalText& option : question.options) CHECK(complete(option));
        }
        CHECK_FALSE(l.title.empty());
        CHECK_FALSE(l.body.empty());
    }
    for (const auto& entry : programme.occasions) CHECK(complete(entry.occasion.reason));
}

TEST_CASE("Every poster of the demonstration is drawn", "[demo-content]") {
    for (const auto& [listing, origin] : demonstration().listings) {
        CAPTURE(listing.key, listing.poster.name);
        CHECK(std::filesystem::exists(source / "assets" / "posters" /
                                      (listing.poster.name + ".svg")));
    }
}

TEST_CASE("The town's own programme is there", "[demo-content]") {
    const store::Programme programme = demonstration();
    const auto count = [&programme](domain::Kind kind) {
        int found = 0;
        for (const auto& [listing, origin] : programme.listings) found += listing.kind == kind;
        return found;
    };
    CHECK(count(domain::Kind::club) == 15);
    int members = 0;
    int recruiting = 0;
    for (const auto& [listing, origin] : programme.listings) {
        if (!listing.club) continue;
        members += listing.club->members;
        recruiting += listing.club->recruiting ? 1 : 0;
    }
    CHECK(members == 462);
    CHECK(recruiting == 8);
    for (const auto& [kind, name] : store::Names<domain::Kind>::table) {
        CAPTURE(name);
        CHECK(count(kind) >= 1);
    }
    for (const auto& venue : programme.venues) {
        CAPTURE(venue.key);
        bool used = false;
        for (const auto& entry : programme.occasions) {
            used = used || entry.occasion.venue == venue.id;
        }
        CHECK(used);
    }
}
