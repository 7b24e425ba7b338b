// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/demonstration.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "store/folder.h"
#include "store/snapshot.h"
#include "store/town.h"

using namespace wenlan;
using base::CivilDate;
using test::Folder;

namespace {

constexpr CivilDate sunday{2026, 11, 22};

const std::string centre = R"(
name = { zh = "文化城", en = "Culture City" }
zone = "Asia/Shanghai"
public_url = "https://wenlan.example/c"
phone = "0576-0000 0000"
hours = ["09:00-21:00", "09:00-21:00", "09:00-21:00", "09:00-21:00", "09:00-21:00", "09:00-21:00", "10:00-20:00"]
closures = ["+3"]
)";
const std::string venues = R"(
[[venue]]
key = "hall"
name = { zh = "排练厅", en = "Hall" }
short_name = { zh = "厅", en = "Hall" }
floor = { zh = "二楼", en = "2F" }
directions = { zh = "左转", en = "left" }
)";
const std::string tags = R"(
[[tag]]
key = "club"
name = { zh = "社团", en = "Club" }
section = "clubs"
filter_order = 1
)";
const std::string listing = R"(
[[listing]]
key = "dance"
kind = "club"
section = "clubs"
title = { zh = "舞蹈", en = "Dance" }
body = { zh = "来跳舞。", en = "Come and dance." }
poster = "04-dance"
join = "walk_in"
tags = ["club"]
)";
const std::string occasion = R"(
[[listing.occasion]]
venue = "hall"
at = "Sun 14:00-15:30"
capacity = 30
taken = 22
)";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    return text.replace(found, what.size(), by);
}

struct Files {
    Folder folder;
    base::PosixDisk disk;

    Files() {
        write("centre.toml", centre);
        write("venues.toml", venues);
        write("tags.toml", tags);
        write("clubs.toml", listing + occasion);
    }
    void write(const std::string& name, const std::string& text) {
        test::write_bytes(folder / name, text);
    }
    base::Result<store::Programme> load(CivilDate today = sunday) {
        return store::load_demonstration(disk, folder.path(), today);
    }
    std::string complaint() {
        const auto loaded = load();
        return loaded ? "" : loaded.error().message;
    }
};

const store::ProgrammeOccasion* on(const store::Programme& programme, CivilDate date) {
    for (const auto& entry : programme.occasions) {
        if (base::Zone::shanghai().local(entry.occasion.start).date == date) return &entry;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("The files become a programme around today", "[demonstration]") {
    Files files;
    const store::Programme programme = files.load().value();
    CHECK(programme.demonstration);
    CHECK(programme.laid_out_on == sunday);
    CHECK(programme.centre.name.zh == "文化城");
    CHECK(programme.centre.hours[6].opens_minute == 600);
    CHECK(programme.centre.closure_days == std::vector{CivilDate{2026, 11, 25}});
    REQUIRE(programme.listings.size() == 1);
    CHECK(programme.listings[0].origin == store::Origin::demonstration);
    CHECK(programme.listings[0].listing.kind == domain::Kind::club);
    CHECK(programme.listings[0].listing.tags.at(0).key == "club");
    CHECK(programme.occasions.size() == 17);
    const auto* today = on(programme, sunday);
    REQUIRE(today != nullptr);
    CHECK(today->occasion.start == test::at("2026-11-22T14:00"));
    CHECK(today->occasion.end == test::at("2026-11-22T15:30"));
    CHECK(today->occasion.capacity == 30);
    CHECK(today->taken == 22);
}

TEST_CASE("Later dates of a recurrence have fewer seats taken, always the same",
          "[demonstration]") {
    Files files;
    const store::Programme programme = files.load().value();
    const store::Programme again = files.load().value();
    for (std::size_t i = 0; i < programme.occasions.size(); ++i) {
        const auto& entry = programme.occasions[i];
        CHECK(entry.taken == again.occasions[i].taken);
        CHECK(*entry.taken <= entry.occasion.capacity);
        if (entry.occasion.start > test::at("2026-11-23T00:00")) CHECK(*entry.taken < 22);
    }
}

TEST_CASE("What recurs rests on closure days and days of rest; a single date does not",
          "[demonstration]") {
    Files files;
    files.write("clubs.toml", listing + replaced(occasion, "Sun 14:00", "daily 14:00"));
    CHECK(on(files.load().value(), {2026, 11, 24}) != nullptr);
    CHECK(on(files.load().value(), {2026, 11, 25}) == nullptr);
    files.write("clubs.toml", listing + replaced(occasion, "Sun 14:00", "+3 14:00"));
    CHECK(on(files.load().value(), {2026, 11, 25}) != nullptr);

    files.write("centre.toml", replaced(centre, "\"09:00-21:00\", ", "\"closed\", "));
    files.write("clubs.toml", listing + replaced(occasion, "Sun 14:00", "daily 14:00"));
    CHECK(on(files.load().value(), {2026, 11, 23}) == nullptr);
}

TEST_CASE("A single date stands before a recurrence at the same time", "[demonstration]") {
    Files files;
    const std::string cancelled = replaced(occasion, "Sun 14:00", "next Sun 14:00") +
                                  "state = \"cancelled\"\n"
                                  "reason = { zh = \"老师出差\", en = \"the teacher is away\" }\n";
    const bool first = GENERATE(true, false);
    files.write("clubs.toml",
                first ? listing + cancelled + occasion : listing + occasion + cancelled);
    const store::Programme programme = files.load().value();
    CHECK(programme.occasions.size() == 17);
    const auto* next = on(programme, {2026, 11, 29});
    REQUIRE(next != nullptr);
    CHECK(next->occasion.state == domain::OccasionState::cancelled);
    CHECK(next->occasion.reason.zh == "老师出差");
    CHECK(on(programme, sunday)->occasion.state == domain::OccasionState::scheduled);
}

TEST_CASE("A deadline lasts to the end of its day", "[demonstration]") {
    Files files;
    files.write("clubs.toml", listing + "deadline = \"+28\"\n");
    CHECK(files.load().value().listings[0].listing.deadline == test::at("2026-12-20T23:59"));
}

TEST_CASE("Any day can be today, also at the turn of a year and in a leap year",
          "[demonstration]") {
    Files files;
    files.write("clubs.toml", listing + replaced(occasion, "Sun 14:00", "daily 14:00"));
    for (const CivilDate today : {CivilDate{2028, 2, 28}, CivilDate{2028, 2, 29},
                                  CivilDate{2026, 12, 31}, CivilDate{1999, 12, 31}}) {
        const auto programme = files.load(today).value();
        CHECK(on(programme, today.plus_days(1)) != nullptr);
    }
}

TEST_CASE("A mistake is told with its file, its entry and its key", "[demonstration]") {
    Files files;
    files.write("clubs.toml", replaced(listing, "section = \"clubs\"", "section = \"kitchen\""));
    const std::string complaint = files.complaint();
    CHECK(complaint.find("clubs.toml, line 5") != std::string::npos);
    CHECK(complaint.find("listing \"dance\"") != std::string::npos);
    CHECK(complaint.find("\"section\"") != std::string::npos);
    CHECK(complaint.find("kitchen") != std::string::npos);
}

TEST_CASE("Mistakes in a listing are refused", "[demonstration]") {
    struct Mistake {
        std::string what;
        std::string by;
        std::string told;
    };
    const auto mistake = GENERATE(
        Mistake{"key = \"dance\"", "", "\"key\""},
        Mistake{"key = \"dance\"", "key = \"\"", "empty"},
        Mistake{"kind = \"club\"", "kind = \"Club\"", "not one of"},
        Mistake{"kind = \"club\"", "kind = 5", "must be a text"},
        Mistake{"title = {", "titel = {", "title"},
        Mistake{"title = { zh = \"舞蹈\", en = \"Dance\" }", "title = \"舞蹈\"", "zh"},
        Mistake{", en = \"Dance\"", "", "\"en\""}, Mistake{"en = \"Dance\"", "en = \"\"", "empty"},
        Mistake{"en = \"Dance\"", "en = \"Dance\", fr = \"Danse\"", "\"fr\""},
        Mistake{"join = \"walk_in\"", "join = \"walk-in\"", "not one of"},
        Mistake{"tags = [\"club\"]", "tags = [\"clubs\"]", "no tag"},
        Mistake{"tags = [\"club\"]", "tags = [\"club\", \"club\"]", "twice"},
        Mistake{"tags = [\"club\"]", "tags = []", "at least one"},
        Mistake{"tags = [\"club\"]", "tags = \"club\"", "list"},
        Mistake{"join =", "colour = \"red\"\njoin =", "not known"},
        Mistake{"join =", "focus = [0.5]\njoin =", "focus"},
        Mistake{"join =", "focus = [0.5, 1.5]\njoin =", "focus"},
        Mistake{"join =", "focus = [nan, 0.5]\njoin =", "focus"},
        Mistake{"join =", "feature = \"front\"\njoin =", "not one of"},
        Mistake{"join =", "deadline = \"28\"\njoin =", "+28"},
        Mistake{"join =", "deadline = 2026-12-20\njoin =", "dates"},
        Mistake{"[[listing]]", "[listing]", "[[listing]]"},
        Mistake{"[[listing]]", "[[listings]]", "[[listing]]"},
        Mistake{"venue = \"hall\"", "venue = \"kitchen\"", "no venue"},
        Mistake{"Sun 14:00-15:30", "Sunday 14:00-15:30", "not like"},
        Mistake{"capacity = 30", "capacity = -1", "from 0"},
        Mistake{"capacity = 30", "capacity = \"30\"", "whole number"},
        Mistake{"capacity = 30", "capacity = 30.5", "whole number"},
        Mistake{"taken = 22", "taken = 31", "from 0 to 30"},
        Mistake{"taken = 22", "walk_in_places = 31", "from 0 to 30"},
        Mistake{"taken = 22", "state = \"cancelled\"", "reason"},
        Mistake{"taken = 22", "reason = { zh = \"雨\", en = \"rain\" }", "reason"},
        Mistake{"taken = 22", "state = \"postponed\"", "not one of"},
        Mistake{"taken = 22", "colour = \"red\"", "not known"});
    CAPTURE(mistake.what, mistake.by);
    Files files;
    files.write("clubs.toml", replaced(listing + occasion, mistake.what, mistake.by));
    const auto loaded = files.load();
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error().code == "demonstration.mistake");
    CHECK(loaded.error().message.find("clubs.toml") != std::string::npos);
    CHECK(loaded.error().message.find(mistake.told) != std::string::npos);
}

TEST_CASE("What only some listings have is read, and mistakes in it are refused",
          "[demonstration]") {
    const std::string parts = R"(
needs = { zh = "一个台", en = "a stage" }
answered = 318
shown_from = "-2"
shown_until = "+2"
[listing.club]
members = 42
places_open = 8
founded_year = 2009
recruiting = true
weekly = { zh = "每天 06:30", en = "Daily 06:30" }
leader = { zh = "陈师傅", en = "Master Chen" }
rests_until = "+90"
[[listing.item]]
title = { zh = "《边城》", en = "Border Town" }
by = { zh = "沈从文", en = "Shen Congwen" }
percent = 5
[[listing.question]]
kind = "choice"
prompt = { zh = "哪样？", en = "Which?" }
options = [{ zh = "是", en = "yes" }, { zh = "否", en = "no" }]
required = false
)";
    Files files;
    files.write("clubs.toml", listing + parts);
    const auto loaded = files.load();
    if (!loaded) FAIL(loaded.error().message);
    const domain::Listing read = loaded.value().listings.at(0).listing;
    CHECK(read.needs.zh == "一个台");
    CHECK(read.answered == 318);
    CHECK(read.shown_from == test::at("2026-11-20T00:00"));
    CHECK(read.shown_until == test::at("2026-11-25T00:00"));
    REQUIRE(read.club.has_value());
    CHECK(read.club->members == 42);
    CHECK(read.club->leader.en == "Master Chen");
    CHECK(read.club->rests_until == CivilDate{2027, 2, 20});
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].percent == 5);
    REQUIRE(read.form.questions.size() == 1);
    CHECK(read.form.questions[0].options.at(1).zh == "否");
    CHECK_FALSE(read.form.questions[0].required);

    const auto [what, by] = GENERATE(
        std::pair{"members = 42", ""}, std::pair{"members = 42", "members = -1"},
        std::pair{"recruiting = true", "recruiting = 1"},
        std::pair{"rests_until = \"+90\"", "rests_until = \"spring\""},
        std::pair{"places_open = 8", "places = 8"}, std::pair{"percent = 5", "percent = 101"},
        std::pair{"percent = 5", "share = 5"}, std::pair{"by = {", "from = {"},
        std::pair{"kind = \"choice\"", "kind = \"text\""},
        std::pair{", { zh = \"否\", en = \"no\" }]", "]"}, std::pair{"en = \"no\"", "en = \"\""},
        std::pair{"required = false", "required = \"no\""},
        std::pair{"[listing.club]", "[listing.challenge]"},
        std::pair{"shown_from = \"-2\"", "shown_from = \"2\""});
    CAPTURE(what, by);
    files.write("clubs.toml", listing + replaced(parts, what, by));
    CHECK(files.complaint().find("clubs.toml") != std::string::npos);
}

TEST_CASE("The house is read with its people, and mistakes in it are refused", "[demonstration]") {
    const std::string house = R"(
address = { zh = "桥东", en = "East of the bridge" }
closing_note = { zh = "提前半小时", en = "half an hour before" }
latitude_deg = 28.25
longitude_deg = 121
[duty]
name = { zh = "小林", en = "Xiao Lin" }
place = { zh = "一楼", en = "1F" }
hours = ["09:00-17:00", "closed", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "closed"]
[volunteer_year]
hours = 12480
volunteers = 386
village_groups = 21
)";
    Files files;
    files.write("centre.toml", centre + house);
    files.write("venues.toml", venues + "storey = 2\n");
    const auto loaded = files.load();
    if (!loaded) FAIL(loaded.error().message);
    const store::Programme programme = loaded.value();
    CHECK(programme.centre.address.zh == "桥东");
    CHECK(programme.centre.longitude_deg == 121);
    CHECK(programme.centre.duty.hours[0].closes_minute == 17 * 60);
    CHECK(programme.centre.duty.hours[1].opens_minute ==
          programme.centre.duty.hours[1].closes_minute);
    CHECK(programme.centre.volunteer_year.volunteers == 386);
    CHECK(programme.venues.at(0).storey == 2);

    const auto [what, by] = GENERATE(std::pair{"latitude_deg = 28.25", "latitude_deg = 91"},
                                     std::pair{"latitude_deg = 28.25", "latitude_deg = \"north\""},
                                     std::pair{"longitude_deg = 121", ""},
                                     std::pair{"name = { zh = \"小林\"", "name = { de = \"小林\""},
                                     std::pair{"volunteers = 386", "volunteers = -1"},
                                     std::pair{"village_groups = 21", "villages = 21"},
                                     std::pair{"\"closed\", \"09:00-17:00\",", "\"closed\","},
                                     std::pair{"[volunteer_year]", "[[volunteer_year]]"});
    CAPTURE(what, by);
    files.write("centre.toml", centre + replaced(house, what, by));
    CHECK(files.complaint().find("centre.toml") != std::string::npos);
}

TEST_CASE("Mistakes in the centre, venues and tags are refused", "[demonstration]") {
    Files files;
    SECTION("zone") { files.write("centre.toml", replaced(centre, "Shanghai", "Chumen")); }
    SECTION("six days") { files.write("centre.toml", replaced(centre, "\"10:00-20:00\"", "")); }
    SECTION("hours") { files.write("centre.toml", replaced(centre, "10:00-20:00", "20:00-10:00")); }
    SECTION("closure") { files.write("centre.toml", replaced(centre, "+3", "Monday")); }
    SECTION("slash") { files.write("centre.toml", replaced(centre, "/c\"", "/c/\"")); }
    SECTION("more") { files.write("centre.toml", centre + "fax = \"1\"\n"); }
    SECTION("venue twice") { files.write("venues.toml", venues + venues); }
    SECTION("venue key") { files.write("venues.toml", replaced(venues, "\"left\"", "\"\"")); }
    SECTION("tag twice") { files.write("tags.toml", tags + tags); }
    SECTION("tag section") { files.write("tags.toml", replaced(tags, "\"clubs\"", "\"club\"")); }
    SECTION("tag order") { files.write("tags.toml", replaced(tags, "order = 1", "order = -1")); }
    SECTION("listing twice") { files.write("more.toml", listing); }
    SECTION("two singles") {
        const std::string single = replaced(occasion, "Sun 14", "+1 14");
        files.write("clubs.toml", listing + single + single + "state = \"postponed\"");
    }
    CHECK_FALSE(files.complaint().empty());
}

TEST_CASE("Files that cannot be read are named", "[demonstration]") {
    Files files;
    const auto* const name = GENERATE("centre.toml", "venues.toml", "tags.toml");
    std::filesystem::remove(files.folder / name);
    CHECK(files.complaint().find(name) != std::string::npos);
}

TEST_CASE("What is not TOML or not UTF-8 is told by line", "[demonstration]") {
    Files files;
    files.write("clubs.toml", listing + "\n\nthis is not\n");
    CHECK(files.complaint().find("clubs.toml, line 1") != std::string::npos);
    files.write("clubs.toml", replaced(listing, "Dance", "Dan\xFF"));
    CHECK(files.complaint().find("UTF-8") != std::string::npos);
}

TEST_CASE("Without listings there is no demonstration", "[demonstration]") {
    Files files;
    std::filesystem::remove(files.folder / "clubs.toml");
    CHECK(files.load().error().code == "demonstration.empty");
}

TEST_CASE("Laying the demonstration out anew keeps what an import added", "[demonstration]") {
    Files files;
    const Folder root;
    const store::DataFolder folder{root.path()};
    const auto first = store::lay_out_demonstration(files.disk, folder, files.folder.path(),
                                                    test::at("2026-11-22T14:20"));
    CHECK(first.value().version == 1);
    CHECK(files.disk.exists(folder.snapshot("factory")));
    {
        test::Town town;
        town.programme.centre = {};
        town.event("import", "2026-11-30T14:00", "2026-11-30T15:30");
        town.programme.listings[0].origin = store::Origin::imported;
        const auto publication = store::Publication::open(files.disk, folder).value();
        publication->put(town.programme).value();
    }
    const auto second = store::lay_out_demonstration(files.disk, folder, files.folder.path(),
                                                     test::at("2026-11-29T09:00"));
    CHECK(second.value().version == 2);
    const auto snapshot = store::Snapshot::open(files.disk, folder, "2").value();
    CHECK(snapshot->demonstration());
    CHECK(snapshot->laid_out_on() == CivilDate{2026, 11, 29});
    CHECK(snapshot->listing_id("import").value());
    CHECK(snapshot->listing_id("dance").value());
    const auto factory = store::Snapshot::open(files.disk, folder, "factory").value();
    CHECK_FALSE(factory->listing_id("import").value());
}

TEST_CASE("The same day laid out twice is not a new version", "[demonstration]") {
    Files files;
    const Folder root;
    const store::DataFolder folder{root.path()};
    const auto lay_out = [&](const char* time) {
        return store::lay_out_demonstration(files.disk, folder, files.folder.path(), test::at(time))
            .value();
    };
    lay_out("2026-11-22T14:20");
    CHECK_FALSE(lay_out("2026-11-22T20:00").new_version);
    CHECK(lay_out("2026-11-23T00:00").new_version);
}

TEST_CASE("The day is the centre's, also just after its midnight", "[demonstration]") {
    Files files;
    const Folder root;
    files.write("centre.toml", replaced(centre, "Asia/Shanghai", "America/New_York"));
    const store::DataFolder folder{root.path()};
    store::lay_out_demonstration(files.disk, folder, files.folder.path(),
                                 test::at("2026-11-22T08:00"))
        .value();
    const auto snapshot = store::Snapshot::open(files.disk, folder, "1").value();
    CHECK(snapshot->laid_out_on() == CivilDate{2026, 11, 21});
}

TEST_CASE("The factory's programme is made anew beside a damaged publication", "[demonstration]") {
    Files files;
    const Folder root;
    const store::DataFolder folder{root.path()};
    test::write_bytes(folder.publication(), "not a database");
    const auto now = test::at("2026-11-22T14:20");
    store::rebuild_factory(files.disk, folder, files.folder.path(), now).value();
    CHECK(store::Snapshot::open(files.disk, folder, "factory").ok());
    CHECK_FALSE(files.disk.exists(folder.root / "factory-build"));
    CHECK(test::bytes_of(folder.publication()) == "not a database");
    // Again, over leftovers of a power cut.
    std::filesystem::create_directories(folder.root / "factory-build");
    test::write_bytes(folder.root / "factory-build" / "publication.db", "half");
    test::write_bytes(folder.root / "factory-build" / "publication.db-journal", "half");
    CHECK(store::rebuild_factory(files.disk, folder, files.folder.path(), now).ok());
}
