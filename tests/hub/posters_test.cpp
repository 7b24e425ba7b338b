// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "hub/posters/accept_poster.h"
#include "hub/posters/poster_folder.h"
#include "hub/posters/set_poster.h"
#include "hub/programme/office.h"
#include "hub/programme/publish_programme.h"
#include "hub/site/site_folder.h"
#include "image/codec.h"
#include "store/folder.h"
#include "store/poster_names.h"
#include "store/schema.h"
#include "store/town.h"
#include "sync/follower.h"
#include "sync/poster_shelf.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

const base::Instant start = test::at("2026-11-22T14:20");

// Every pixel of its own: nothing packs worse.
image::Pixels noise(int width, int height, std::uint64_t seed = 1) {
    test::SeededRandom random(seed);
    image::Pixels pixels{width, height, {}};
    pixels.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (std::size_t i = 0; i < pixels.rgba.size(); ++i) {
        pixels.rgba[i] = i % 4 == 3 ? 255 : static_cast<std::uint8_t>(random.next_u64());
    }
    return pixels;
}

image::Pixels even(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(
                static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 200)};
}

image::Pixels pixels_of(const std::string& bytes) {
    return image::decode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()})
        .value();
}

std::string refusal(std::string_view bytes) {
    const auto accepted = hub::accept_poster(bytes);
    return accepted ? "accepted" : accepted.error().code;
}

}  // namespace

TEST_CASE("A poster is made anew, no larger than screens need", "[poster]") {
    const std::string file = image::encode_jpeg(noise(2000, 1500), 90).value();
    const auto poster = hub::accept_poster(file).value();
    CHECK(poster.bytes.size() <= hub::poster_limits::shown_bytes_max);
    CHECK(poster.bytes.size() <= sync::poster_bytes_max);
    CHECK(poster.hash == sync::hash_of(poster.bytes));
    CHECK(std::max(poster.width, poster.height) <= hub::poster_limits::shown_px_max);
    const auto shown = pixels_of(poster.bytes);
    CHECK(shown.width == poster.width);
    CHECK(shown.height == poster.height);
    CHECK(std::abs(shown.width * 3 - shown.height * 4) < 4);
    const auto thumbnail = pixels_of(poster.thumbnail);
    CHECK(thumbnail.width == hub::poster_limits::thumbnail_px_max);
    CHECK(thumbnail.height == 240);
    // The same file is the same poster.
    CHECK(hub::accept_poster(file).value().hash == poster.hash);
}

TEST_CASE("A small picture keeps its size", "[poster]") {
    const auto poster = hub::accept_poster(image::encode_png(even(300, 200)).value()).value();
    CHECK(poster.width == 300);
    CHECK(poster.height == 200);
}

TEST_CASE("What else was in the file does not reach the screens", "[poster]") {
    std::string file = image::encode_jpeg(even(400, 300), 90).value();
    // A comment, where a camera would write where the photograph was taken.
    const std::string words = "28.23 N 121.28 E";
    const std::string comment =
        std::string("\xFF\xFE\x00", 3) + static_cast<char>(words.size() + 2) + words;
    file.insert(2, comment);
    const auto poster = hub::accept_poster(file).value();
    CHECK(poster.bytes.find(words) == std::string::npos);
    CHECK(poster.thumbnail.find(words) == std::string::npos);
    CHECK(hub::accept_poster(file + "<script>").value().bytes.find("script") == std::string::npos);
}

TEST_CASE("A file that is no poster is refused with the reason", "[poster]") {
    CHECK(refusal("") == "poster.not-a-picture");
    CHECK(refusal("<svg xmlns='http://www.w3.org/2000/svg'/>") == "poster.not-a-picture");
    CHECK(refusal("GIF89a") == "poster.not-a-picture");
    CHECK(refusal(std::string((16 << 20) + 1, 'x')) == "poster.too-heavy");
    CHECK(refusal(image::encode_png(even(199, 900)).value()) == "poster.too-small");
    CHECK(refusal(image::encode_png(even(900, 199)).value()) == "poster.too-small");
    CHECK(hub::accept_poster("GIF89a").error().message ==
          "A poster is a still PNG, JPEG or WebP picture.");
}

TEST_CASE("A hostile picture is refused before it costs memory", "[poster]") {
    std::string png = image::encode_png(even(300, 300)).value();
    // The header's width and height, claimed to be huge. Its checksum is no longer right, which a
    // decoder may find first.
    for (const std::size_t at : {16U, 20U}) png[at] = 0x7F;
    const std::string code = refusal(png);
    CHECK((code == "poster.too-large" || code == "poster.damaged"));
    CHECK(refusal(image::encode_png(even(16'001, 210)).value()) == "poster.too-large");
    const std::string good = image::encode_jpeg(noise(300, 300), 80).value();
    for (std::size_t length = 3; length < good.size() - 2; length += 997) {
        CAPTURE(length);
        CHECK(refusal(std::string_view(good).substr(0, length)) == "poster.damaged");
    }
}

TEST_CASE("A thousand changed pictures are accepted as pictures or refused", "[poster]") {
    const std::string files[] = {image::encode_jpeg(noise(220, 200), 60).value(),
                                 image::encode_png(even(220, 200)).value()};
    test::SeededRandom random(3);
    for (int round = 0; round < 1000; ++round) {
        std::string file = files[round % 2];
        for (std::size_t i = 0; i <= random.below(4); ++i) {
            file[random.below(file.size())] = static_cast<char>(random.below(256));
        }
        const auto poster = hub::accept_poster(file);
        if (!poster) {
            REQUIRE(poster.error().code.starts_with("poster."));
            continue;
        }
        REQUIRE(poster.value().bytes.size() <= hub::poster_limits::shown_bytes_max);
        REQUIRE(sync::hash_of(poster.value().bytes) == poster.value().hash);
    }
}

TEST_CASE("From the office's file to the lobby: a poster and its programme", "[poster][site]") {
    const test::Folder root;
    base::PosixDisk disk;
    test::SeededRandom random(1);
    base::VirtualClock clock(start);
    const hub::SiteOffice office{disk, random, {root / "hub"}};
    test::Town town;
    town.event("dance", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
    town.event("tea", "2026-11-22T16:00", "2026-11-22T17:30", 30, 22);
    auto programme_office =
        hub::ProgrammeOffice::open(disk, office.folder, start, hub::Missing::begun).value();
    store::HubProgramme programme = programme_office.programme();
    const store::By by{"王老师", start};
    programme.put(by, town.programme).value();
    const auto listing = programme.listings().value().front().id;

    const std::string file = image::encode_jpeg(noise(500, 400), 80).value();
    CHECK(hub::set_poster(disk, office.folder, programme, by, {99}, file).error().code ==
          "programme.no-listing");
    CHECK(hub::set_poster(disk, office.folder, programme, by, listing, "x").error().code ==
          "poster.not-a-picture");
    REQUIRE(hub::set_poster(disk, office.folder, programme, by, listing, file).ok());
    const auto poster = hub::accept_poster(file).value();
    CHECK(programme.listing(listing).value().listing.poster.name == poster.name());
    hub::PosterFolder kept(disk, office.folder);
    CHECK(kept.has(poster.name()));
    CHECK(test::bytes_of(kept.thumbnail(poster.name())) == poster.thumbnail);

    const hub::SiteFolder site(office.folder);
    hub::publish_programme(office, programme_office, clock.now()).value();
    CHECK(test::bytes_of(site.served() / sync::poster_name(poster.hash)) == poster.bytes);
    CHECK(store::poster_names(office.folder.snapshot("1")).value() ==
          std::vector<std::string>{"01-bridge", poster.name()});

    sync::FolderTransport transport(disk, site.served());
    sync::FollowSettings settings;
    settings.schema = settings.schema_oldest =
        static_cast<std::int64_t>(store::snapshot_schema().size());
    settings.trust_the_first = true;
    settings.posters_of = store::poster_names;
    const store::DataFolder lobby{root / "lobby"};
    sync::Follower follower(disk, clock, random, transport, lobby, settings);
    REQUIRE(follower.tick());
    CHECK(test::bytes_of(lobby.poster(poster.name())) == poster.bytes);

    // On a stick too.
    std::filesystem::create_directory(root / "stick");
    const auto stick = hub::export_site(office, root / "stick").value();
    CHECK(test::bytes_of(stick / sync::poster_name(poster.hash)) == poster.bytes);
}
