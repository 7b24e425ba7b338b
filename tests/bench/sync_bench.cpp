// SPDX-License-Identifier: GPL-3.0-or-later
// wenlan_sync_bench DIR [LISTINGS [POSTERS]]: what following an office costs. Makes an office in
// DIR (which must not exist) with so many listings (5,000) and posters (300) and a screen that
// follows it, edits, publishes, follows, and prints a line of JSON for each kind of edit. The
// databases before and after each are left in DIR/pairs for comparisons.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/ports.h"
#include "bench/large_programme.h"
#include "hub/site/publish_site.h"
#include "hub/site/site_folder.h"
#include "store/demonstration.h"
#include "store/poster_names.h"
#include "store/schema.h"
#include "sync/folder_transport.h"
#include "sync/follower.h"

using namespace wenlan;
namespace fs = std::filesystem;

namespace {

constexpr base::CivilDate today{2026, 11, 22};
constexpr int rounds = 15;  // after them there is a patch from each of the last fourteen
constexpr std::size_t poster_bytes = 200 << 10;

template <typename T>
T or_stop(base::Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s: %s (%s)\n", result.error().code.c_str(),
                     result.error().message.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

double wall_ms() {
    const std::chrono::duration<double, std::milli> since =
        std::chrono::steady_clock::now().time_since_epoch();
    return since.count();
}

double processor_ms() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Counts what passes, and how long that takes.
class Counted final : public net::Transport {
public:
    explicit Counted(net::Transport& site) : site_(site) {}
    base::Result<net::Fetched> get(const net::Fetch& fetch) override {
        const double began = wall_ms();
        const double processor = processor_ms();
        auto fetched = site_.get(fetch);
        if (fetched)
            bytes[fetch.name.substr(0, fetch.name.find('/'))] += fetched.value().bytes.size();
        ms += wall_ms() - began;
        cpu_ms += processor_ms() - processor;
        return fetched;
    }
    base::Result<void> put(std::string_view name, std::string_view bytes_put) override {
        return site_.put(name, bytes_put);
    }
    void begin() {
        bytes.clear();
        ms = cpu_ms = 0;
    }

    std::map<std::string, std::size_t> bytes;  // by the first word of the name
    double ms = 0;
    double cpu_ms = 0;

private:
    net::Transport& site_;
};

// Bytes that nothing makes smaller, as of a photograph.
std::string noise(std::uint64_t seed, std::size_t count) {
    std::string bytes;
    std::uint64_t state = seed * 0x9E37'79B9'7F4A'7C15 + 1;
    while (bytes.size() < count) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes += static_cast<char>(state);
    }
    return bytes;
}

// A paragraph of its own for every listing, so that a programme is as large as a written one and
// nothing repeats that would not there.
base::LocalText paragraph(std::uint64_t seed) {
    const std::string random = noise(seed, 900);
    base::LocalText text;
    for (std::size_t i = 0; i + 1 < random.size(); i += 2) {
        const auto pair = static_cast<unsigned>(static_cast<unsigned char>(random[i])) * 256U +
                          static_cast<unsigned char>(random[i + 1]);
        const unsigned character = 0x4E00 + pair % 3000;  // one of three thousand in use
        text.zh += static_cast<char>(0xE0 | character >> 12);
        text.zh += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        text.zh += static_cast<char>(0x80 | (character & 0x3F));
        text.en += static_cast<char>('a' + pair % 23);
        if (pair % 6 == 0) text.en += ' ';
    }
    return text;
}

class Bench {
public:
    Bench(fs::path root, std::size_t listings, std::size_t posters)
        : root_(std::move(root)), office_{disk_, random_, {root_ / "office"}} {
        fs::create_directories(root_ / "pairs");
        store::Programme programme =
            test::large_programme(or_stop(store::load_demonstration(
                                      disk_, fs::path(WENLAN_SOURCE_DIR) / "data/demo", today)),
                                  today, listings);
        for (std::size_t i = 0; i < programme.listings.size(); ++i) {
            programme.listings[i].listing.body = paragraph(i + 1'000'000);
        }
        for (std::size_t i = 0; i < posters && i < programme.listings.size(); ++i) {
            programme.listings[i].listing.poster.name = add_poster();
        }
        publication_ = or_stop(store::Publication::open(disk_, office_.folder));
        or_stop(publication_->put(programme));
    }

    // The first programme, whole.
    void first() {
        const double began = wall_ms();
        const auto published = publish();
        report_["first"] = {{"publish_ms", wall_ms() - began},
                            {"snap_bytes", published.snap_bytes}};
        follow();
        report_["first"]["database_bytes"] =
            fs::file_size(lobby_.snapshot(or_stop(store::read_current(disk_, lobby_))));
        std::printf("%s\n", report_.dump().c_str());
    }

    void measure(const std::string& name, const std::function<void(store::Programme&)>& edit) {
        std::vector<double> publish_ms, publish_cpu, apply_ms, apply_cpu;
        std::map<std::string, std::size_t> bytes;
        std::int64_t manifest_bytes = 0;
        for (int round = 0; round < rounds; ++round) {
            store::Programme programme = or_stop(publication_->programme());
            edit(programme);
            or_stop(publication_->put(programme));
            keep_database(name + "-old.db");
            const double began = wall_ms();
            const double processor = processor_ms();
            manifest_bytes = publish().manifest_bytes;
            publish_ms.push_back(wall_ms() - began);
            publish_cpu.push_back(processor_ms() - processor);
            counted_.begin();
            const double asked = wall_ms();
            const double asked_processor = processor_ms();
            follow();
            apply_ms.push_back(wall_ms() - asked - counted_.ms);
            apply_cpu.push_back(processor_ms() - asked_processor - counted_.cpu_ms);
            bytes = counted_.bytes;
            keep_database(name + "-new.db");
        }
        nlohmann::ordered_json line = {
            {"edit", name},
            {"patch_bytes", bytes["patch"]},
            {"snap_bytes", bytes["snap"]},
            {"poster_bytes", bytes["poster"]},
            {"avail_bytes", bytes["avail"]},
            {"manifest_bytes", manifest_bytes},
            {"publish_ms", median(publish_ms)},
            {"publish_cpu_ms", median(publish_cpu)},
            {"apply_ms", median(apply_ms)},
            {"apply_ms_max", *std::max_element(apply_ms.begin(), apply_ms.end())},
            {"apply_cpu_ms", median(apply_cpu)}};
        std::printf("%s\n", line.dump().c_str());
        std::fflush(stdout);
    }

    std::string add_poster() {
        const std::string bytes = noise(++posters_, poster_bytes);
        const std::string name = sync::hash_of(bytes).hex();
        or_stop(disk_.make_folder(office_.folder.posters()));
        or_stop(disk_.replace(office_.folder.poster(name), bytes));
        return name;
    }

private:
    sync::PublishedRelease publish() {
        now_ += std::chrono::hours{2};
        return or_stop(hub::publish_site(office_, *publication_, now_));
    }

    void follow() {
        if (!follower_) {
            sync::FollowSettings settings;
            settings.schema = static_cast<std::int64_t>(store::snapshot_schema().size());
            settings.schema_oldest = settings.schema;
            settings.trust_the_first = true;
            settings.posters_of = store::poster_names;
            follower_.emplace(disk_, clock_, random_, counted_, lobby_, settings);
        }
        follower_->ask_now();
        if (!follower_->tick()) {
            const auto error = follower_->status().error;
            or_stop(base::Result<void>(error ? *error
                                             : base::Error{"bench", "The screen did not follow."}));
        }
    }

    void keep_database(const std::string& name) {
        fs::copy_file(lobby_.snapshot(or_stop(store::read_current(disk_, lobby_))),
                      root_ / "pairs" / name, fs::copy_options::overwrite_existing);
    }

    const fs::path root_;
    base::PosixDisk disk_;
    base::SystemRandom random_;
    base::SystemClock clock_;
    hub::SiteOffice office_;
    sync::FolderTransport site_{disk_, root_ / "office/site"};
    Counted counted_{site_};
    store::DataFolder lobby_{root_ / "lobby"};
    base::Instant now_ = base::Zone::shanghai().instant({today, 14, 20, 0});
    std::unique_ptr<store::Publication> publication_;
    std::optional<sync::Follower> follower_;
    std::uint64_t posters_ = 0;
    nlohmann::ordered_json report_;
};

void retitle(store::Programme& programme, std::size_t count) {
    static std::uint64_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        // Spread over the whole programme.
        const std::size_t at = (i * programme.listings.size()) / count + 7;
        programme.listings[at % programme.listings.size()].listing.title.zh =
            paragraph(++number).zh.substr(0, 36);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count < 2 || fs::exists(words[1])) {
        std::fprintf(stderr, "wenlan_sync_bench DIR [LISTINGS [POSTERS]], DIR not yet there\n");
        return 2;
    }
    const std::size_t listings = count > 2 ? std::stoul(words[2]) : 5000;
    Bench bench(words[1], listings, count > 3 ? std::stoul(words[3]) : 300);
    bench.first();
    bench.measure("row", [](store::Programme& programme) { retitle(programme, 1); });
    bench.measure("percent",
                  [&](store::Programme& programme) { retitle(programme, listings / 100); });
    bench.measure("fifth", [&](store::Programme& programme) { retitle(programme, listings / 5); });
    bench.measure("poster", [&](store::Programme& programme) {
        programme.listings[programme.listings.size() / 2].listing.poster.name = bench.add_poster();
    });
    return 0;
}
