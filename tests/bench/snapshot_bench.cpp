// SPDX-License-Identifier: GPL-3.0-or-later
// wenlan_snapshot_bench [FOLDER [LISTINGS...]]: what a snapshot costs by its size. Makes a
// programme of 500 and one of 100,000 listings with the same visible days, in FOLDER (default:
// beside the build), where they stay for the next run. Prints a table and one JSON line.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/ports.h"
#include "bench/large_programme.h"
#include "station/attract_page.h"
#include "station/calendar_page.h"
#include "station/clubs_page.h"
#include "station/events_page.h"
#include "station/home_page.h"
#include "store/demonstration.h"
#include "store/publish.h"

using namespace wenlan;

namespace {

constexpr base::CivilDate today{2026, 11, 22};
constexpr int rounds = 25;

base::Instant now() { return base::Zone::shanghai().instant({today, 14, 20, 0}); }

template <typename T>
T or_stop(base::Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s: %s (%s)\n", result.error().code.c_str(),
                     result.error().message.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(result).value();
}

store::DataFolder folder_of(const std::filesystem::path& root, std::size_t listings) {
    return {root / ("snapshot-bench-" + std::to_string(listings))};
}

void make(base::Disk& disk, const std::filesystem::path& root, std::size_t listings) {
    const store::DataFolder folder = folder_of(root, listings);
    if (disk.exists(folder.current())) return;
    std::fprintf(stderr, "making a programme of %zu listings\n", listings);
    const std::filesystem::path demo = std::filesystem::path(WENLAN_SOURCE_DIR) / "data" / "demo";
    const auto programme = test::large_programme(
        or_stop(store::load_demonstration(disk, demo, today)), today, listings);
    const auto publication = or_stop(store::Publication::open(disk, folder));
    or_stop(publication->put(programme));
    or_stop(store::publish(*publication, disk, folder, now()));
}

double median_ms(const std::function<double()>& once) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) times.push_back(once());
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

double took_ms(const std::function<void()>& work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    return took.count();
}

struct Costs {
    double open = 0;
    double home = 0;
    double events = 0;
    double calendar = 0;
    double clubs = 0;
};

// Each page as the first thing that is read from a snapshot just opened.
Costs measure(base::Disk& disk, const std::filesystem::path& root, std::size_t listings) {
    const store::DataFolder folder = folder_of(root, listings);
    const std::string name = or_stop(store::read_current(disk, folder));
    const base::Zone zone = base::Zone::shanghai();
    const station::English english(nullptr);
    Costs costs;
    costs.open = median_ms(
        [&] { return took_ms([&] { or_stop(store::Snapshot::open(disk, folder, name)); }); });
    const auto page = [&](const std::function<void(const station::Standpoint&)>& build) {
        return median_ms([&] {
            const auto snapshot = or_stop(store::Snapshot::open(disk, folder, name));
            const station::Standpoint at(*snapshot, zone, english, now());
            return took_ms([&] { build(at); });
        });
    };
    costs.home = page([](const station::Standpoint& at) {
        const auto day = or_stop(station::today(at));
        or_stop(station::attract_page(at, day));
        or_stop(station::home_page(at, day));
    });
    costs.events = page([](const station::Standpoint& at) {
        const auto day = or_stop(station::today(at));
        or_stop(station::events_page(at, or_stop(station::events_frame(at)), day, today, {}));
    });
    costs.calendar = page([](const station::Standpoint& at) {
        or_stop(station::calendar_page(at, {today.year, today.month, today.plus_days(6)}));
    });
    costs.clubs =
        page([](const station::Standpoint& at) { or_stop(station::clubs_page(at, {}, 0)); });
    return costs;
}

struct Column {
    const char* name;
    double Costs::*cost;
};
constexpr Column columns[] = {{"open", &Costs::open},
                              {"home", &Costs::home},
                              {"events", &Costs::events},
                              {"calendar", &Costs::calendar},
                              {"clubs", &Costs::clubs}};

std::string json_of(const Costs& costs) {
    std::string json = "{";
    for (const Column& column : columns) {
        char text[64];
        std::snprintf(text, sizeof text, "%s\"%s_ms\":%.3f", json == "{" ? "" : ",", column.name,
                      costs.*column.cost);
        json += text;
    }
    return json + "}";
}

}  // namespace

int main(int count, char** words) {
    const std::filesystem::path root = count > 1 ? words[1] : WENLAN_BINARY_DIR;
    const std::size_t small = count > 2 ? std::stoul(words[2]) : 500;
    const std::size_t large = count > 3 ? std::stoul(words[3]) : 100'000;
    base::PosixDisk disk;
    make(disk, root, small);
    make(disk, root, large);
    const Costs few = measure(disk, root, small);
    const Costs many = measure(disk, root, large);
    std::printf("%-10s %12zu %12zu %8s\n", "ms", small, large, "ratio");
    std::string ratios;
    for (const Column& column : columns) {
        const double ratio = many.*column.cost / few.*column.cost;
        std::printf("%-10s %12.3f %12.3f %8.2f\n", column.name, few.*column.cost, many.*column.cost,
                    ratio);
        char text[64];
        std::snprintf(text, sizeof text, "%s\"%s\":%.2f", ratios.empty() ? "" : ",", column.name,
                      ratio);
        ratios += text;
    }
    std::printf(
        "{\"bench\":\"snapshot\",\"listings\":[%zu,%zu],\"few\":%s,\"many\":%s,"
        "\"ratios\":{%s}}\n",
        small, large, json_of(few).c_str(), json_of(many).c_str(), ratios.c_str());
    return 0;
}
