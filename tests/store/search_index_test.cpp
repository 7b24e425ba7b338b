// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_index.h"

#include <fstream>

#include "catch.h"
#include "store/folder.h"
#include "store/publish.h"
#include "store/search_file.h"

using namespace wenlan;

namespace {

// Reads the few characters that these tests use.
class FewReadings final : public domain::Readings {
public:
    std::string pinyin(std::string_view text) const override { return std::string(text); }
    std::string keys(char32_t character) const override {
        switch (character) {
            case U'太':
                return "tai4";
            case U'极':
                return "ji2";
            case U'拳':
                return "quan2";
            case U'队':
                return "dui4";
            case U'音':
                return "yin1";
            case U'乐':
                return "le4 yue4";
            case U'会':
                return "hui4 kuai4";
            default:
                return {};
        }
    }
};

const FewReadings readings;
const base::Instant now = base::parse_iso8601("2026-11-22T14:20", base::Zone::shanghai()).value();

store::ProgrammeListing listing(std::int64_t id, domain::Kind kind, std::string title,
                                std::string english = {}) {
    store::ProgrammeListing entry;
    entry.listing.id = {id};
    entry.listing.key = "key-" + std::to_string(id);
    entry.listing.kind = kind;
    entry.listing.title = {std::move(title), std::move(english)};
    return entry;
}

struct Library {
    Library() {
        programme.centre.name = {"镇", "Town"};
        domain::Venue& hall = programme.venues.emplace_back();
        hall.id = {1};
        hall.name = {"堂", "Hall"};
        hall.key = "hall";
    }
    void occasion(std::int64_t listing, int hours_from_now) {
        store::ProgrammeOccasion entry;
        entry.occasion.id = {static_cast<std::int64_t>(programme.occasions.size()) + 1};
        entry.occasion.listing = {listing};
        entry.occasion.venue = {1};
        entry.occasion.start = now + std::chrono::hours{hours_from_now};
        entry.occasion.end = entry.occasion.start + std::chrono::hours{1};
        programme.occasions.push_back(entry);
    }
    std::unique_ptr<store::Snapshot> open() {
        const store::DataFolder data{folder.path()};
        auto publication = store::Publication::open(disk, data).value();
        REQUIRE(publication->put(programme).ok());
        REQUIRE(store::publish(*publication, disk, data, now).ok());
        return store::Snapshot::open(disk, data, store::read_current(disk, data).value()).value();
    }
    std::unique_ptr<store::SearchIndex> index(const store::Snapshot& snapshot) {
        store::SearchIndexBuilder builder(disk, {folder.path()}, snapshot, readings);
        while (!builder.go_on().value()) {
        }
        auto made = builder.take();
        REQUIRE(made->read_times(snapshot, now).ok());
        return made;
    }

    test::Folder folder;
    base::PosixDisk disk;
    store::Programme programme;
};

std::vector<std::string> titles(const store::SearchIndex& index, const store::Snapshot& snapshot,
                                std::string_view query) {
    std::vector<std::string> found;
    for (const auto& hit : index.find(query, now, 30).best)
        found.push_back(snapshot.listing(hit.listing).value()->title.zh);
    return found;
}

}  // namespace

TEST_CASE("a club called so comes first, then events by time, reading, volunteering, the rest") {
    Library library;
    library.programme.listings = {listing(1, domain::Kind::notice, "太极拳场地通知"),
                                  listing(2, domain::Kind::volunteering, "太极拳助教"),
                                  listing(3, domain::Kind::reading, "《太极拳》共读"),
                                  listing(4, domain::Kind::event, "晚场太极拳"),
                                  listing(5, domain::Kind::event, "太极拳晨练"),
                                  listing(6, domain::Kind::club, "太极拳队")};
    for (const auto& [id, hours] : {std::pair{2, 5}, {3, 4}, {4, 3}, {5, 20}})
        library.occasion(id, hours);
    const auto snapshot = library.open();
    const auto index = library.index(*snapshot);
    const std::vector<std::string> expected{"太极拳队",       "晚场太极拳", "太极拳晨练",
                                            "《太极拳》共读", "太极拳助教", "太极拳场地通知"};
    for (const char* query : {"tjq", "taiji", "太极", "taij"}) {
        INFO(query);
        CHECK(titles(*index, *snapshot, query) == expected);
    }
}

TEST_CASE("every reading of a character finds, and English words by their beginnings") {
    Library library;
    library.programme.listings = {listing(1, domain::Kind::club, "音乐会", "Town concert")};
    const auto snapshot = library.open();
    const auto index = library.index(*snapshot);
    for (const char* query : {"yyh", "ylh", "yinyue", "yinle", "conc", "town", "音 conc"}) {
        INFO(query);
        CHECK(index->find(query, now, 5).count == 1);
    }
    for (const char* query : {"oncert", "yx", "", "   ", "\xFF\xFE"}) {
        INFO(query);
        CHECK(index->find(query, now, 5).count == 0);
    }
}

TEST_CASE("what is over is not found, what was never dated is") {
    Library library;
    library.programme.listings = {listing(1, domain::Kind::event, "太极昨天"),
                                  listing(2, domain::Kind::event, "太极明天"),
                                  listing(3, domain::Kind::call, "太极征集")};
    library.occasion(1, -30);
    library.occasion(2, 20);
    const auto snapshot = library.open();
    const auto index = library.index(*snapshot);
    CHECK(titles(*index, *snapshot, "太极") == std::vector<std::string>{"太极明天", "太极征集"});
}

TEST_CASE("what is said besides the title finds, after the titles") {
    Library library;
    library.programme.tags.push_back(
        {.key = "tai-chi", .name = {"太极", "Tai chi"}, .section = domain::Section::events});
    library.programme.listings = {listing(1, domain::Kind::club, "晨练队"),
                                  listing(2, domain::Kind::notice, "太极通知")};
    library.programme.listings[0].listing.tags = library.programme.tags;
    const auto snapshot = library.open();
    const auto index = library.index(*snapshot);
    CHECK(titles(*index, *snapshot, "taiji") == std::vector<std::string>{"太极通知", "晨练队"});
}

TEST_CASE("the file beside the snapshot gives the same index again") {
    Library library;
    library.programme.listings = {listing(1, domain::Kind::club, "太极拳队", "Tai chi"),
                                  listing(2, domain::Kind::notice, "音乐会")};
    const auto snapshot = library.open();
    const auto made = library.index(*snapshot);
    auto opened =
        store::SearchIndex::open(library.disk, {library.folder.path()}, *snapshot).value();
    CHECK(opened->size() == 2);
    for (const char* query : {"tjq", "yyh", "tai", "音"}) {
        INFO(query);
        CHECK(titles(*opened, *snapshot, query) == titles(*made, *snapshot, query));
    }
}

TEST_CASE("the index of another snapshot, or a damaged one, is not believed") {
    Library library;
    library.programme.listings = {listing(1, domain::Kind::club, "太极拳队")};
    const auto snapshot = library.open();
    const auto made = library.index(*snapshot);
    const auto path = store::search_file({library.folder.path()}, snapshot->name());
    library.programme.listings.push_back(listing(2, domain::Kind::club, "音乐会"));
    const auto next = library.open();
    CHECK_FALSE(store::SearchIndex::open(library.disk, {library.folder.path()}, *next).ok());
    std::filesystem::copy(path, store::search_file({library.folder.path()}, next->name()));
    CHECK_FALSE(store::SearchIndex::open(library.disk, {library.folder.path()}, *next).ok());
    std::ofstream(path, std::ios::binary) << "no database";
    CHECK_FALSE(store::SearchIndex::open(library.disk, {library.folder.path()}, *snapshot).ok());
}
