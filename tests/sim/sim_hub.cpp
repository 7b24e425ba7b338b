// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/sim_hub.h"

#include "sim/sim_vfs.h"
#include "store/hub/sign_up_bind.h"
#include "sync/sign_ups/hub_line.h"

namespace wenlan::sim {

namespace {

using namespace std::chrono_literals;

const char* const database_name = "/hub/hub.db";

}  // namespace

SimHub::SimHub(base::VirtualClock& clock, test::SeededRandom& random)
    : centre(sync::CentreId::make(random)),
      online(sync::SigningKey::make(random)),
      clock_(clock),
      random_(random) {
    // Rights run out within a run.
    policy_.rights_for = 40min;
    disk.put(database_name, empty_database());
}

// Runs once, before there is any thread.
const std::string& SimHub::empty_database() {
    static const std::string bytes = [] {
        SimDisk disk;
        set_disks({{"hub", &disk}});
        {
            auto hub = store::HubDatabase::open(disk, database_name).value();
            hub.connection().run("PRAGMA wal_checkpoint(TRUNCATE)").value();
        }
        const std::string made = disk.find(database_name)->bytes;
        set_disks({});
        return made;
    }();
    return bytes;
}

void SimHub::start() {
    auto database = store::HubDatabase::open(disk, database_name);
    auto keys = hub::SignUpKeys::open(disk, "/hub/keys/sign-ups", random_);
    if (!database || !keys) return;  // the power went again
    database_.emplace(std::move(database).value());
    keys_.emplace(std::move(keys).value());
    office_.emplace(
        hub::SignUpOffice::Parts{*database_, *keys_, disk, random_, clock_, kiosks, centre,
                                 [this]() -> const sync::SigningKey& { return online; }, policy_});
}

void SimHub::recover() {
    stop();
    disk.power_comes_back(random_);
    start();
    touched = true;
    if (running()) (void)take_occasions().ok();
}

base::Result<std::string> SimHub::handle(std::string_view path, std::string_view body, int from) {
    const base::Error silent{"net.no-answer", "The other side does not answer."};
    if (!running() || disk.dead()) return silent;
    touched = true;
    base::Result<std::string> answer = silent;
    if (path == sync::submit_path) answer = office_->submit(body);
    if (path == sync::hold_path) answer = office_->hold(body);
    if (path == sync::look_up_path) answer = office_->look_up(body, std::to_string(from));
    return disk.dead() ? silent : answer;
}

base::Result<void> SimHub::tick() {
    touched = true;
    return office_->tick();
}

base::Result<void> SimHub::take_occasions() {
    touched = true;
    std::vector<hub::OccasionNow> all;
    for (const auto& [id, occasion] : programme) all.push_back({occasion, 0});
    return office_->take_occasions(all);
}

base::Result<void> SimHub::write_off(int kiosk) {
    touched = true;
    auto transaction = TRY(office_->rows().begin());
    TRY(office_->rows().write_off(kiosk));
    kiosks.keys.erase(kiosk);
    return transaction.commit();
}

HubPicture SimHub::picture() {
    HubPicture picture;
    store::sqlite::Database& database = database_->connection();
    store::sqlite::Statement* const rows =
        database
            .cached(
                "SELECT id, occasion, party, seats, from_reserve, present, state, why, source,"
                " version, arrival, list_order FROM sign_up")
            .value();
    {
        const store::sqlite::Rows reading(rows);
        while (rows->step().value()) {
            store::Read read(*rows);
            domain::SignUpId id;
            read.bytes(id.bytes);
            HubPicture::Row row;
            row.occasion.value = read.number();
            row.party = read.small();
            row.seats = read.small();
            row.from_reserve = read.small();
            row.present = read.small();
            row.state = *domain::state_named(read.text());
            row.why = *domain::why_named(read.text());
            row.source = *domain::source_named(read.text());
            row.version = read.number();
            row.arrival = read.number();
            row.order = read.optional_number();
            picture.rows.emplace(id, row);
        }
    }
    for (const auto& [id, occasion] : programme) {
        const auto book = office_->rows().occasion(id).value();
        if (book) picture.occasions[id].book = *book;
    }
    const auto sums = [&](const char* sql, auto put) {
        store::sqlite::Statement* const select = database.cached(sql).value();
        const store::sqlite::Rows reading(select);
        while (select->step().value()) {
            put(picture.occasions[domain::OccasionId{select->integer(0)}], *select);
        }
    };
    sums(
        "SELECT g.occasion, count(*) FROM seat_grant g JOIN seat_right r ON r.grant_id = g.id"
        " WHERE r.state = 'out' GROUP BY g.occasion",
        [](auto& to, auto& row) { to.rights_out = static_cast<int>(row.integer(1)); });
    sums("SELECT occasion, sum(seats), sum(from_reserve) FROM seat_hold GROUP BY occasion",
         [](auto& to, auto& row) {
             to.held = static_cast<int>(row.integer(1));
             to.held_from_reserve = static_cast<int>(row.integer(2));
         });
    return picture;
}

}  // namespace wenlan::sim
