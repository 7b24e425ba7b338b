// SPDX-License-Identifier: GPL-3.0-or-later
// What a roster of 20,000 costs the hub: opening it, finding somebody, opening it after a change.
// One JSON line of milliseconds, the median and the worst of the rounds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "hub/desk/roster_book.h"
#include "hub/sign_ups/door.h"
#include "hub/sign_ups/sign_up_office.h"
#include "hub/sign_ups/without_kiosk.h"
#include "sync/town_keys.h"
#include "text/readings.h"

using namespace wenlan;

namespace {

constexpr int people = 20'000;
constexpr int rounds = 20;

class NoKiosk final : public hub::KnownKiosks {
public:
    bool vouches(int, std::string_view) const override { return false; }
    int count() const override { return 0; }
};

struct Measured {
    double median_ms = 0;
    double worst_ms = 0;
};

Measured measure(const std::function<void(int)>& work) {
    std::vector<double> times_ms;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work(i);
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        times_ms.push_back(took.count());
    }
    std::sort(times_ms.begin(), times_ms.end());
    return {times_ms[times_ms.size() / 2], times_ms.back()};
}

std::string name_of(int number) {
    static const std::vector<std::string> parts = {"王", "秀", "英", "李", "国", "强", "陈", "美",
                                                   "芳", "林", "阿", "土", "张", "晓", "燕", "赵"};
    return parts[static_cast<std::size_t>(number) % 16] +
           parts[static_cast<std::size_t>(number / 16) % 16] +
           parts[static_cast<std::size_t>(number / 256) % 16];
}

hub::Entry entry_of(int number, base::Random& random) {
    hub::Entry entry;
    random.fill(entry.id.bytes);
    entry.listing = {3};
    entry.occasion = {7};
    domain::Answer name{domain::QuestionKind::name, name_of(number), -1, {}, false};
    domain::Answer phone{
        domain::QuestionKind::phone, std::to_string(13800000000 + number * 7), -1, {}, false};
    entry.answers.answers = {name, phone};
    return entry;
}

}  // namespace

int main() {
    const auto folder = std::filesystem::temp_directory_path() / "wenlan-roster-bench";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "keys");
    test::TownKeys town;
    base::VirtualClock clock{town.now};
    base::PosixDisk disk;
    NoKiosk kiosks;
    auto database = store::HubDatabase::open(disk, folder / "hub.db").value();
    auto keys = hub::SignUpKeys::open(disk, folder / "keys/sign-ups", town.random).value();
    hub::SignUpOffice office{{database,
                              keys,
                              disk,
                              town.random,
                              clock,
                              kiosks,
                              town.centre,
                              [&town]() -> const sync::SigningKey& { return town.online; },
                              {}}};
    domain::Occasion evening;
    evening.id = {7};
    evening.listing = {3};
    evening.start = town.now + std::chrono::hours{4};
    evening.end = evening.start + std::chrono::hours{2};
    evening.capacity = people;
    const hub::OccasionNow now[] = {{evening, 0}};
    office.take_occasions(now).value();
    hub::SignUpGround& ground = office.ground();
    {
        auto transaction = ground.store.begin().value();
        for (int i = 0; i < people; ++i) {
            hub::enter(ground, entry_of(i, town.random), clock.now()).value();
        }
        transaction.commit().value();
    }
    const auto readings = text::PhraseReadings::create().value();
    readings->keys(U'王');  // the model is read once for the life of a hub
    const Measured opens = measure([&](int) {
        hub::desk::RosterBook book(readings.get());
        book.open(ground, {7}).value();
    });
    hub::desk::RosterBook book(readings.get());
    book.open(ground, {7}).value();
    const std::vector<std::string> queries = {"wxy", "王秀英", "2406", "lin", "8350"};
    int found = 0;
    const Measured finds = measure([&](int round) {
        const std::string& query = queries[static_cast<std::size_t>(round) % queries.size()];
        for (const auto& entry : *book.open(ground, {7}).value()) {
            found += hub::desk::RosterBook::finds(query, entry) ? 1 : 0;
        }
    });
    store::Audit audit(database);
    const store::By by{"小林", clock.now()};
    const Measured after_change = measure([&](int round) {
        const auto row = (*book.open(ground, {7}).value())[static_cast<std::size_t>(round)];
        const auto& seen = row.sign_up.row;
        hub::check_in({ground, audit, by, seen.id, seen.version}, 1).value();
        book.open(ground, {7}).value();
    });
    std::printf(
        "{\"people\":%d,\"found\":%d,\"open_ms\":%.1f,\"open_worst_ms\":%.1f,\"find_ms\":%.1f,"
        "\"find_worst_ms\":%.1f,\"check_in_and_open_ms\":%.1f,\"check_in_and_open_worst_ms\":%.1f}"
        "\n",
        people, found, opens.median_ms, opens.worst_ms, finds.median_ms, finds.worst_ms,
        after_change.median_ms, after_change.worst_ms);
    std::filesystem::remove_all(folder);
    return 0;
}
