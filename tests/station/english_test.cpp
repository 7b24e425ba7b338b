// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/english.h"

#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;

namespace {

// Says what it was asked, and how often.
class Spelling final : public domain::Readings {
public:
    std::string pinyin(std::string_view text) const override {
        ++asked;
        return text == "打金枝" ? "Dǎ Jīn Zhī" : std::string(text);
    }
    void rest() const override { ++rested; }
    mutable int asked = 0;
    mutable int rested = 0;
};

}  // namespace

TEST_CASE("A name without English is read out in pinyin beside the Chinese", "[english]") {
    const Spelling spelling;
    const station::English english(&spelling);
    CHECK(english.named(base::LocalText{"打金枝", ""}).en == "Dǎ Jīn Zhī 打金枝");
    CHECK(english.named(base::LocalText{"打金枝", ""}).zh == "打金枝");
    CHECK(english.named(base::LocalText{"打金枝", "The Golden Branch"}).en == "The Golden Branch");
    CHECK(english.named(base::LocalText{"KTV", ""}).en == "KTV");
    CHECK(english.named(base::LocalText{"", ""}).en.empty());
    const int asked = spelling.asked;
    CHECK(english.named(base::LocalText{"打金枝", ""}).en == "Dǎ Jīn Zhī 打金枝");
    CHECK(spelling.asked == asked);
}

TEST_CASE("The readings rest once a page is made, and only after they were asked", "[english]") {
    const Spelling spelling;
    const station::English english(&spelling);
    english.rest();
    CHECK(spelling.rested == 0);
    english.named(base::LocalText{"打金枝", ""});
    english.rest();
    english.rest();
    CHECK(spelling.rested == 1);
}

TEST_CASE("Without readings a name stays as the programme has it", "[english]") {
    const station::English english(nullptr);
    CHECK(english.named(base::LocalText{"打金枝", ""}) == base::LocalText{"打金枝", ""});
}

TEST_CASE("Cards are read out where the programme has no English, bodies are not", "[english]") {
    test::Lobby lobby;
    domain::Listing& listing = lobby.town.listing("opera");
    listing.title = {"打金枝", ""};
    listing.body = {"打金枝", ""};
    lobby.town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    lobby.publish();
    const Spelling spelling;
    station::Station station(lobby.clock, lobby.disk, lobby.folder.root, lobby.no_files,
                             {.language = base::Language::en}, &spelling);
    const auto card = station.view()->home->today.at(0);
    CHECK(card.title.en == "Dǎ Jīn Zhī 打金枝");
    CHECK(card.short_title.en == "Dǎ Jīn Zhī 打金枝");
    station.handle({1, model::ShowEvent{card.occasion, {}}});
    CHECK(station.view()->detail->body.en.empty());
}

TEST_CASE("A Chinese page is there before anything is spelled, and English does not wait for it",
          "[english]") {
    test::Lobby lobby;
    lobby.town.listing("opera").title = {"打金枝", ""};
    lobby.town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    lobby.publish();
    const Spelling spelling;
    station::Station station(lobby.clock, lobby.disk, lobby.folder.root, lobby.no_files, {},
                             &spelling);
    CHECK(station.view()->home->today.at(0).title.en.empty());
    CHECK(spelling.asked == 0);
    lobby.clock.advance(std::chrono::seconds{3});
    do station.tick();
    while (station.busy());
    station.tick();
    const int ahead = spelling.asked;
    station.handle({1, model::SetLanguage{base::Language::en}});
    CHECK(station.view()->home->today.at(0).title.en == "Dǎ Jīn Zhī 打金枝");
    CHECK(spelling.asked == ahead);
}
