// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/import.h"

#include <algorithm>

#include "catch.h"
#include "data_folder.h"
#include "fixture.h"
#include "hub/import/into_programme.h"
#include "hub/import/stand_in_poster.h"
#include "hub/programme/demonstration.h"
#include "hub/programme/publish_programme.h"
#include "store/snapshot.h"

using namespace wenlan;
using namespace wenlan::hub;
using namespace wenlan::hub::test;

namespace {

const std::string good =
    "标题,日期,时间,地点,人数\n"
    "书法课,2026-11-28,14:00-16:00,书画室,20\n"
    "围棋课,2026-11-29,14:00-16:00,棋室,\n";
const std::string with_bad = good + "坏的,不知道,14:00,,\n";

// A hub's data folder and a file beside it.
class Hub {
public:
    ImportOutcome import(const std::string& bytes, BadEntries bad = BadEntries::refuse_file,
                         store::PutMode mode = store::PutMode::apply,
                         ImportFormat format = ImportFormat::csv) {
        auto outcome = try_import(bytes, bad, mode, format);
        REQUIRE(outcome.ok());
        return std::move(outcome).value();
    }
    base::Result<ImportOutcome> try_import(const std::string& bytes, BadEntries bad,
                                           store::PutMode mode, ImportFormat format) {
        const std::filesystem::path file = folder_ / "programme.csv";
        REQUIRE(disk.replace(file, bytes).ok());
        return import_file({format, file, bad, mode}, disk, data(), base::VirtualClock{now});
    }
    ImportOutcome import_ics(const std::string& bytes) {
        return import(bytes, BadEntries::refuse_file, store::PutMode::apply, ImportFormat::ics);
    }
    store::DataFolder data() const { return {folder_ / "data"}; }
    store::Programme programme() {
        const auto publication = store::Publication::open(disk, data());
        REQUIRE(publication.ok());
        return publication.value()->programme().value();
    }
    // "书法课 11-28 14:00-16:00 书画室", an occasion a line, in order of time.
    Lines shown() {
        const store::Programme all = programme();
        std::vector<std::pair<base::Instant, std::string>> sorted;
        for (const auto& [occasion, taken] : all.occasions) {
            std::string line;
            for (const auto& entry : all.listings) {
                if (entry.listing.id == occasion.listing) line = entry.listing.title.zh;
            }
            line += " " + told({0, occasion.start, occasion.end, {}, {}, 0, false});
            for (const auto& venue : all.venues) {
                if (venue.id == occasion.venue) line += " " + venue.name.zh;
            }
            if (occasion.state == domain::OccasionState::cancelled) line += " cancelled";
            sorted.emplace_back(occasion.start, line);
        }
        std::sort(sorted.begin(), sorted.end());
        Lines out;
        for (auto& [start, line] : sorted) out.push_back(std::move(line));
        return out;
    }

    base::PosixDisk disk;
    base::Instant now = at("2026-11-22T14:20");

private:
    Folder folder_;
};

const Lines good_shown = {"书法课 11-28 14:00-16:00 书画室", "围棋课 11-29 14:00-16:00 棋室"};

}  // namespace

TEST_CASE("What was imported is published for the kiosks of the folder", "[import]") {
    Hub hub;
    const ImportOutcome outcome = hub.import(good);
    CHECK(outcome.version == 1);
    CHECK(outcome.put->listings_added == 2);
    CHECK(hub.shown() == good_shown);
    CHECK(store::read_current(hub.disk, hub.data()).value() == "1");
    const auto snapshot = store::Snapshot::open(hub.disk, hub.data(), "1");
    REQUIRE(snapshot.ok());
    CHECK(snapshot.value()->listing_id("csv:title:书法课").value().value != 0);
    for (const auto& entry : hub.programme().listings) {
        CHECK(entry.origin == store::Origin::imported);
        CHECK_FALSE(entry.listing.poster.name.empty());
    }
    CHECK_FALSE(hub.programme().centre.name.empty());
}

TEST_CASE("One bad row, and nothing of the file is taken", "[import]") {
    Hub hub;
    const ImportOutcome refused = hub.import(with_bad);
    CHECK_FALSE(refused.put.has_value());
    CHECK_FALSE(refused.version.has_value());
    CHECK(said(refused.report) == Lines{"4 refused when.unreadable"});
    CHECK(refused.text("a.csv").starts_with("a.csv:4: refused [when.unreadable]: "));
    CHECK_FALSE(hub.disk.exists(hub.data().root));

    hub.import(good);
    const ImportOutcome again =
        hub.import("标题,日期\n新的,2026-12-01\n书法课,2026-12-24\n坏的,2026-13-01\n");
    CHECK_FALSE(again.put.has_value());
    CHECK(hub.shown() == good_shown);
    CHECK(store::read_current(hub.disk, hub.data()).value() == "1");
}

TEST_CASE("The good rows are taken when the bad ones are to be left out", "[import]") {
    Hub hub;
    const ImportOutcome outcome = hub.import(with_bad, BadEntries::leave_out);
    CHECK(outcome.put->listings_added == 2);
    CHECK(outcome.report.refused() == 1);
    CHECK(hub.shown() == good_shown);
}

TEST_CASE("A dry run says what the import will say and changes nothing", "[import]") {
    for (const BadEntries bad : {BadEntries::refuse_file, BadEntries::leave_out}) {
        for (const std::string& file : {good, with_bad}) {
            Hub hub;
            const auto tried = hub.import(file, bad, store::PutMode::dry_run);
            CHECK_FALSE(hub.disk.exists(hub.data().root));
            const auto done = hub.import(file, bad);
            CHECK(tried.text("a") == done.text("a"));
            CHECK_FALSE(tried.version.has_value());
        }
    }
    Hub hub;
    hub.import(good);
    const std::string changed =
        "标题,日期,时间,地点,人数\n书法课,2026-11-28,15:00-16:00,书画室,20\n剪纸,2026-11-29,,,\n";
    const auto tried = hub.import(changed, BadEntries::refuse_file, store::PutMode::dry_run);
    CHECK(hub.shown() == good_shown);
    CHECK(store::read_current(hub.disk, hub.data()).value() == "1");
    CHECK(tried.text("a") == hub.import(changed).text("a"));
    CHECK(hub.shown() != good_shown);
}

TEST_CASE("Importing again renews and does not double", "[import]") {
    Hub hub;
    hub.import(good);
    const ImportOutcome same = hub.import(good);
    CHECK(same.put->listings_unchanged == 2);
    CHECK(same.put->occasions_added == 0);
    CHECK(same.version == 1);
    CHECK(hub.shown() == good_shown);

    const ImportOutcome moved = hub.import(
        "标题,日期,时间,地点,人数\n书法课,2026-11-28,15:00-17:00,书画室,20\n"
        "围棋课,2026-11-29,14:00-16:00,二楼,\n");
    CHECK(moved.put->listings_changed == 2);
    CHECK(moved.version == 2);
    CHECK(hub.shown() == Lines{"书法课 11-28 15:00-17:00 书画室", "围棋课 11-29 14:00-16:00 二楼"});
}

TEST_CASE("A calendar's event is known by its UID, whatever becomes of its title", "[import]") {
    Hub hub;
    const std::string text = calendar(
        "BEGIN:VEVENT\nUID:u1\nSUMMARY:旧题\nDTSTART:20261128T060000Z\nDURATION:PT2H\n"
        "LOCATION:大厅\nEND:VEVENT\n");
    hub.import_ics(text);
    CHECK(hub.import_ics(text).put->listings_unchanged == 1);
    std::string renamed = text;
    renamed.replace(renamed.find("旧题"), std::string{"旧题"}.size(), "新题");
    renamed.replace(renamed.find("20261128"), 8, "20261129");
    const ImportOutcome outcome = hub.import_ics(renamed);
    CHECK(outcome.put->listings_changed == 1);
    CHECK(hub.shown() == Lines{"新题 11-29 14:00-16:00 大厅"});
}

TEST_CASE("A later table of the same courses leaves the dates of the earlier one", "[import]") {
    Hub hub;
    hub.import(good);
    hub.import("标题,日期,时间,地点\n书法课,2026-12-05,14:00-16:00,书画室\n");
    CHECK(hub.shown() == Lines{"书法课 11-28 14:00-16:00 书画室", "围棋课 11-29 14:00-16:00 棋室",
                               "书法课 12-05 14:00-16:00 书画室"});
}

TEST_CASE("Dates that are over stay as they were", "[import]") {
    Hub hub;
    hub.import(good);
    hub.now = at("2026-11-29T08:00");
    const ImportOutcome outcome =
        hub.import("编号,标题,日期,时间,地点\nx,书法课,2026-12-05,14:00-16:00,书画室\n");
    CHECK(outcome.put->listings_added == 1);
    hub.import(
        "标题,日期,时间,地点\n书法课,2026-11-28,14:00-16:00,书画室\n"
        "书法课,2026-12-12,14:00-16:00,书画室\n");
    CHECK(hub.shown() == Lines{"书法课 11-28 14:00-16:00 书画室", "围棋课 11-29 14:00-16:00 棋室",
                               "书法课 12-05 14:00-16:00 书画室",
                               "书法课 12-12 14:00-16:00 书画室"});
}

TEST_CASE("An event that is called off in the calendar is shown as called off", "[import]") {
    Hub hub;
    const auto text = [](const char* status) {
        return calendar(
            "BEGIN:VEVENT\nUID:u1\nSUMMARY:讲座\nDTSTART:20261128T060000Z\n"
            "DURATION:PT2H\nLOCATION:大厅\nSTATUS:" +
            std::string{status} + "\nEND:VEVENT\n");
    };
    hub.import_ics(text("CONFIRMED"));
    hub.import_ics(text("CANCELLED"));
    CHECK(hub.shown() == Lines{"讲座 11-28 14:00-16:00 大厅 cancelled"});
    hub.import_ics(text("CONFIRMED"));
    CHECK(hub.shown() == Lines{"讲座 11-28 14:00-16:00 大厅"});
}

TEST_CASE("An import into the demonstration uses its venues and words and leaves it whole",
          "[import]") {
    Hub hub;
    const std::filesystem::path demo = std::string{WENLAN_SOURCE_DIR} + "/data/demo";
    const auto lay_out = [&](base::Instant now) {
        auto office = lay_out_demonstration(hub.disk, hub.data(), demo, now).value();
        REQUIRE(publish_for_folder(hub.disk, hub.data(), office, now).ok());
    };
    lay_out(hub.now);
    const std::size_t before = hub.programme().listings.size();
    const std::size_t venues = hub.programme().venues.size();
    hub.import("标题,日期,时间,地点,类型\n新讲座,2026-11-28,14:00-16:00,三楼书画室,讲座\n");
    const store::Programme after = hub.programme();
    CHECK(after.listings.size() == before + 1);
    CHECK(after.venues.size() == venues);
    const auto imported =
        std::find_if(after.listings.begin(), after.listings.end(),
                     [](const auto& entry) { return entry.origin == store::Origin::imported; });
    REQUIRE(imported != after.listings.end());
    CHECK(imported->listing.tags.at(0).key == "talk");
    // Laying the demonstration out for another day leaves what was imported.
    lay_out(at("2026-11-25T09:00"));
    CHECK(hub.programme().listings.size() == before + 1);
}

TEST_CASE("What people added to an imported event stays when it is imported again", "[import]") {
    const ParsedFile file = csv(good);
    store::Programme existing = into_programme(file, {}, frame());
    domain::Listing& listing = existing.listings[0].listing;
    listing.poster.name = "our-own";
    listing.title.en = "Calligraphy";
    listing.feature = domain::Feature::home;
    existing.occasions[0].occasion.state = domain::OccasionState::cancelled;
    existing.occasions[0].occasion.reason = {"老师生病", ""};
    const store::Programme again = into_programme(file, existing, frame());
    CHECK(again.listings[0].listing.poster.name == "our-own");
    CHECK(again.listings[0].listing.title.en == "Calligraphy");
    CHECK(again.listings[0].listing.feature == domain::Feature::home);
    CHECK(again.occasions[0].occasion.state == domain::OccasionState::cancelled);
}

TEST_CASE("Kinds and tags are understood from words", "[import]") {
    const store::Programme programme = into_programme(
        csv("标题,日期,种类\n甲,2026-11-28,社团\n乙,2026-11-28,志愿服务\n丙,2026-11-28,曲艺\n"
            "丁,2026-11-28,\n"),
        {}, frame());
    REQUIRE(programme.listings.size() == 4);
    CHECK(programme.listings[0].listing.kind == domain::Kind::club);
    CHECK(programme.listings[0].listing.section == domain::Section::clubs);
    CHECK(programme.listings[1].listing.kind == domain::Kind::volunteering);
    CHECK(programme.listings[2].listing.kind == domain::Kind::event);
    CHECK(programme.listings[2].listing.tags.at(0).name.zh == "曲艺");
    CHECK(programme.listings[3].listing.tags.empty());
    CHECK(programme.tags.size() == 1);
}

TEST_CASE("An event without a place is at the centre, and one with places asks to sign up",
          "[import]") {
    const store::Programme programme = into_programme(
        csv("标题,日期,地点,人数\n甲,2026-11-28,,30\n乙,2026-11-28,,\n"), {}, frame());
    REQUIRE(programme.venues.size() == 1);
    CHECK(programme.venues[0].name.zh == "本馆");
    CHECK(programme.listings[0].listing.join == domain::Join::sign_up);
    CHECK(programme.listings[1].listing.join == domain::Join::walk_in);
}

TEST_CASE("An event without a poster gets a painting that fits its words", "[import]") {
    const auto painting = [](const char* title) {
        domain::Listing listing;
        listing.title.zh = title;
        return stand_in_poster(listing).name;
    };
    CHECK(painting("越剧《打金枝》") == "02-opera");
    CHECK(painting("少儿书法") == "11-calligraphy");
    CHECK(painting("周末故事会") == "08-storyhour");
    CHECK(painting("物业见面会") == "01-bridge");
    domain::Listing tagged;
    tagged.title.zh = "甲";
    tagged.tags.push_back({"x", {"摄影", "Photo"}, domain::Section::clubs, 0});
    CHECK(stand_in_poster(tagged).name == "16-photo");
}

TEST_CASE("A file that is not there is said to be missing", "[import]") {
    Hub hub;
    const auto outcome = import_file(
        {ImportFormat::ics, "/nowhere/a.ics", BadEntries::refuse_file, store::PutMode::apply},
        hub.disk, hub.data(), base::VirtualClock{hub.now});
    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().code == "disk.not-found");
    CHECK_FALSE(hub.disk.exists(hub.data().root));
}
