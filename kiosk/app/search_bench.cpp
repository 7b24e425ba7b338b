// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search_bench.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

#include "app/measured.h"
#include "base/utf8.h"
#include "domain/search_match.h"
#include "station/station.h"
#include "store/demonstration.h"
#include "store/publish.h"
#include "text/readings.h"

namespace wenlan::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view measured_day = "2026-11-22T14:20";
constexpr std::size_t visitors = 160;
constexpr std::size_t keys_max = 10;

double ms_of(const std::chrono::steady_clock::duration& time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

double quantile(const std::vector<double>& sorted, double share) {
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(last * share + 0.5)];
}

// Words of which towns make the names of what takes place in them.
constexpr std::array<std::string_view, 24> first{
    "春天", "老街", "中山村", "外塘", "龙王村", "楚门", "文旦", "渔家",
    "亲子", "银龄", "青年",   "周末", "社区",   "非遗", "海岛", "桥头",
    "夏夜", "国学", "童心",   "巾帼", "书香",   "榕树", "码头", "山后"};
constexpr std::array<std::string_view, 24> second{
    "音乐会", "书法课", "太极拳", "剪纸", "越剧", "读书会", "摄影展", "舞蹈",
    "合唱",   "电影",   "讲座",   "茶会", "鱼灯", "围棋",   "手工坊", "朗诵",
    "瑜伽课", "古琴",   "插花",   "木雕", "花鼓", "绘本",   "义诊",   "市集"};
constexpr std::array<std::string_view, 10> numbers{"一", "二", "三", "四", "五",
                                                   "六", "七", "八", "九", "十"};

// The demonstration's listings over and over, under other names, each with an occasion to come.
store::Programme town_of(const store::Programme& demonstration, int listings, base::Instant now) {
    store::Programme town = demonstration;
    town.listings.clear();
    town.occasions.clear();
    const std::size_t originals = demonstration.listings.size();
    const domain::VenueId venue = demonstration.venues.front().id;
    for (int i = 0; i < listings; ++i) {
        const auto n = static_cast<std::size_t>(i);
        store::ProgrammeListing entry = demonstration.listings[n % originals];
        domain::Listing& listing = entry.listing;
        listing.id = {i + 1};
        listing.key = "bench-" + std::to_string(i);
        if (n >= originals) {
            const std::size_t turn = n / originals;
            listing.title.zh = std::string(first[turn % first.size()]) +
                               std::string(second[(turn / 7 + n) % second.size()]) + "第" +
                               std::string(numbers[turn % 10]) + std::string(numbers[n % 10]) +
                               "场";
            listing.title.en = "Town meeting " + std::to_string(i);
            listing.full_title = listing.short_title = {};
        }
        listing.shown_from.reset();
        listing.shown_until.reset();
        listing.deadline.reset();
        store::ProgrammeOccasion occasion;
        occasion.occasion.id = {i + 1};
        occasion.occasion.listing = listing.id;
        occasion.occasion.venue = venue;
        occasion.occasion.start = now + std::chrono::minutes{30 + 7 * (i % 60'000)};
        occasion.occasion.end = occasion.occasion.start + std::chrono::hours{2};
        occasion.occasion.capacity = 80;
        town.occasions.push_back(occasion);
        town.listings.push_back(std::move(entry));
    }
    return town;
}

// What visitors type who look for this: initials, full pinyin, characters, key by key.
std::vector<std::string> keystrokes_for(const std::string& title, const domain::Readings& readings,
                                        std::size_t visitor) {
    const domain::SearchableTitle searchable(title, readings);
    std::string initials, pinyin;
    std::vector<std::string> typed;
    std::string characters;
    for (const auto& unit : searchable.units()) {
        const std::string reading = unit.keys.substr(0, unit.keys.find(' '));
        if (reading.empty()) continue;
        initials += reading.substr(0, 1);
        pinyin += reading;
        characters += title.substr(unit.byte_begin, unit.byte_end - unit.byte_begin);
        if (visitor % 3 == 2 && typed.size() < keys_max) typed.push_back(characters);
    }
    const std::string& letters = visitor % 3 == 0 ? initials : pinyin;
    if (visitor % 3 != 2) {
        for (std::size_t n = 1; n <= std::min(letters.size(), keys_max); ++n)
            typed.push_back(letters.substr(0, n));
    }
    return typed;
}

// A folder that goes with the bench.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("wenlan-search-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code failed;
        fs::remove_all(path_, failed);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace

base::Result<void> run_search_bench(const Places& places, int listings) {
    base::PosixDisk disk;
    const auto now = TRY(base::parse_iso8601(measured_day, base::Zone::shanghai()));
    const Folder folder;
    const auto demonstration =
        TRY(store::load_demonstration(disk, places.demo, base::Zone::shanghai().local(now).date));
    const store::Programme town = town_of(demonstration, listings, now);
    {
        const store::DataFolder data{folder.path()};
        auto publication = TRY(store::Publication::open(disk, data));
        static_cast<void>(TRY(publication->put(town)));
        static_cast<void>(TRY(store::publish(*publication, disk, data, now)));
    }
    const auto readings = TRY(text::PhraseReadings::create());
    base::VirtualClock clock(now);
    station::Station station(clock, disk, folder.path(), places.demo, {}, readings.get());
    const double before_mib = memory_mib();
    const auto began = std::chrono::steady_clock::now();
    while (station.busy()) station.tick();
    const double build_ms = ms_of(std::chrono::steady_clock::now() - began);
    std::vector<double> times;
    std::uint64_t number = 0;
    std::size_t found = 0;
    for (std::size_t visitor = 0; visitor < visitors; ++visitor) {
        const std::size_t which = visitor * 7919 % town.listings.size();
        const std::string& title = town.listings[which].listing.title.zh;
        for (const std::string& query : keystrokes_for(title, *readings, visitor)) {
            ++number;
            const auto before = std::chrono::steady_clock::now();
            station.handle({number, model::Search{query, number}});
            times.push_back(ms_of(std::chrono::steady_clock::now() - before));
            const auto view = station.view();
            found += view->search && view->search->count > 0 ? 1 : 0;
        }
    }
    std::sort(times.begin(), times.end());
    std::printf(
        "{\"bench\":\"search\",\"listings\":%d,\"keystrokes\":%zu,\"found\":%zu,\"ms_p50\":%.2f,"
        "\"ms_p99\":%.2f,\"ms_max\":%.2f,\"index_ms\":%.0f,\"mb\":%.1f}\n",
        listings, times.size(), found, quantile(times, 0.5), quantile(times, 0.99), times.back(),
        build_ms, memory_mib() - before_mib);
    return {};
}

}  // namespace wenlan::app
