// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/following.h"

#include <filesystem>

#include "catch.h"
#include "hub/site/publish_site.h"
#include "net/http_server.h"
#include "net/static_folder.h"
#include "store/folder.h"
#include "store/town.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

const base::Instant start = test::at("2026-11-22T14:20");

// An office with a small programme, its site on a server, and a screen in the lobby.
struct House {
    test::Folder root;
    base::PosixDisk disk;
    test::SeededRandom random;
    base::VirtualClock clock{start};
    hub::SiteOffice office{disk, random, {root / "hub"}};
    std::unique_ptr<store::Publication> publication =
        store::Publication::open(disk, office.folder).value();
    test::Town town;
    store::DataFolder lobby{root / "lobby"};
    net::StaticFolder files{root / "hub/site"};
    std::unique_ptr<net::HttpServer> server =
        net::HttpServer::listen("127.0.0.1:0", clock, {}, [this](const net::HttpRequest& request) {
            return files.answer(request, std::string_view(request.path).substr(6));
        }).value();

    explicit House(std::uint64_t seed = 1) : random(seed) {
        std::filesystem::create_directories(root / "media");
        publish("first");
    }
    void publish(const std::string& key) {
        town.event(key, "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        publication->put(town.programme).value();
        hub::publish_site(office, *publication, clock.now()).value();
    }
    std::unique_ptr<app::Following> follow(app::Sources sources) {
        return app::Following::create(disk, clock, random, lobby, std::move(sources)).value();
    }
    std::string hub() const { return "http://127.0.0.1:" + std::to_string(server->port()); }
    std::string current() { return store::read_current(disk, lobby).value(); }
};

}  // namespace

TEST_CASE("A screen follows its hub over HTTP", "[following]") {
    House house;
    const auto following = house.follow({house.hub(), {}});
    CHECK(following->tick());
    CHECK(house.current() == "1000000001");
    house.publish("second");
    CHECK_FALSE(following->tick());
    house.clock.advance(following->due_in());
    CHECK(following->tick());
    CHECK(house.current() == "1000000002");
    CHECK_FALSE(following->status().error.has_value());
    following->stop();
    house.clock.advance(1h);
    CHECK_FALSE(following->tick());
}

TEST_CASE("A stick is noticed when it is put in, once", "[following]") {
    House house;
    const auto following = house.follow({{}, house.root / "media"});
    CHECK_FALSE(following->tick());
    hub::export_site(house.office, house.root / "media").value();
    CHECK_FALSE(following->tick());
    house.clock.advance(2s);
    CHECK(following->tick());
    CHECK(house.current() == "1000000001");
    house.clock.advance(2s);
    CHECK_FALSE(following->tick());

    std::filesystem::remove_all(house.root / "media/wenlan");
    house.clock.advance(2s);
    CHECK_FALSE(following->tick());
    house.publish("second");
    hub::export_site(house.office, house.root / "media").value();
    house.clock.advance(2s);
    CHECK(following->tick());
    CHECK(house.current() == "1000000002");
}

TEST_CASE("What a stick brought is not undone by a hub that is behind", "[following]") {
    House house;
    std::filesystem::copy(house.root / "hub/site", house.root / "behind",
                          std::filesystem::copy_options::recursive);
    house.files = net::StaticFolder{house.root / "behind"};
    const auto following = house.follow({house.hub(), house.root / "media"});
    CHECK(following->tick());
    house.publish("second");
    hub::export_site(house.office, house.root / "media").value();
    house.clock.advance(2s);
    CHECK(following->tick());
    CHECK(house.current() == "1000000002");
    house.clock.advance(1min);
    CHECK_FALSE(following->tick());
    CHECK(following->status().error->code == "follow.older");
    CHECK(house.current() == "1000000002");
}

TEST_CASE("A stranger's stick is not believed by a screen that has a hub", "[following]") {
    House house;
    House stranger(2);
    const auto following = house.follow({"http://127.0.0.1:1", house.root / "media"});
    hub::export_site(stranger.office, house.root / "media").value();
    CHECK_FALSE(following->tick());
    CHECK_FALSE(house.disk.exists(house.lobby.current()));
}

TEST_CASE("A programme that rots on the disk is fetched again", "[following]") {
    House house;
    REQUIRE(house.follow({house.hub(), {}})->tick());
    const std::string whole = test::bytes_of(house.lobby.snapshot("1000000001"));
    std::string rotten = whole;
    rotten[rotten.size() / 2] ^= 1;
    test::write_bytes(house.lobby.snapshot("1000000001"), rotten);
    SECTION("while the program runs") {
        const auto following = house.follow({house.hub(), {}});
        test::write_bytes(house.lobby.snapshot("1000000001"), whole);
        CHECK_FALSE(following->tick());
        test::write_bytes(house.lobby.snapshot("1000000001"), rotten);
        house.clock.advance(6h);
        CHECK(following->tick());
    }
    SECTION("when it starts") { CHECK(house.follow({house.hub(), {}})->tick()); }
    CHECK(test::bytes_of(house.lobby.snapshot("1000000001")) == whole);
}

TEST_CASE("A hub's own folder is not a screen's", "[following]") {
    House house;
    CHECK(app::Following::create(house.disk, house.clock, house.random, house.office.folder,
                                 {house.hub(), {}})
              .error()
              .code == "follow.hub-folder");
}
