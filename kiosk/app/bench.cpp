// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "app/measured.h"
#include "ui/i18n/strings.h"

namespace wenlan::app {
namespace {

using ui::Key;

// Small motions have stopped by then.
constexpr base::Duration rest{15'000};
constexpr base::Duration watched_for{10'000};

std::string word(Key key) { return std::string(ui::text(key, base::Language::zh)); }

// The ways to every page, wherever one is; the club is one of the demonstration.
struct Way {
    const char* page;
    std::vector<std::string> steps;
};
std::vector<Way> ways() {
    return {{"home", {word(Key::common_home)}},
            {"events", {word(Key::section_events)}},
            {"calendar", {word(Key::section_events), word(Key::events_calendar)}},
            {"clubs", {word(Key::section_clubs)}},
            {"club", {word(Key::section_clubs), "太极拳队"}},
            {"reading", {word(Key::section_reading)}},
            {"volunteering", {word(Key::section_volunteering)}},
            {"neighbourhood", {word(Key::section_neighbours)}},
            {"centre", {word(Key::section_neighbours), word(Key::neighbourhood_centre)}},
            {"mine", {word(Key::section_mine)}}};
}

Flick flick_up() { return {{0.5F, 0.75F}, {0.5F, 0.35F}, base::Duration{180}}; }

}  // namespace

bool Bench::knows(const std::string& name) {
    static const std::array<std::string, 4> names{"start", "idle", "scroll", "frames"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

Bench::Bench(std::string name, const ui::Shell& shell, const base::Clock& clock)
    : name_(std::move(name)), clock_(clock), visitor_(script(), shell) {}

std::vector<Act> Bench::script() {
    if (name_ == "scroll") return scroll_script();
    if (name_ == "idle") return idle_script();
    if (name_ == "frames") return frames_script();
    return {};
}

std::vector<Act> Bench::scroll_script() {
    std::vector<Act> acts{Press{word(Key::attract_touch)}, Press{word(Key::section_events)},
                          Pause{base::Duration{1500}}};
    acts.push_back(Note{[this] {
        times_ = {};
        processor_before_ms_ = processor_ms();
        began_ = clock_.uptime();
    }});
    constexpr base::Duration pace{700};
    for (base::Duration at{0}; at < watched_for; at += pace) {
        acts.push_back(flick_up());
        acts.push_back(Pause{pace - flick_up().over});
    }
    acts.push_back(Note{[this] {
        const double seconds = static_cast<double>((clock_.uptime() - began_).count()) / 1e3;
        const double spent_s = (processor_ms() - processor_before_ms_) / 1e3;
        std::printf(
            "{\"bench\":\"scroll\",\"seconds\":%.1f,\"cpu_s\":%.2f,\"frames\":%d,"
            "\"frames_per_s\":%.1f,\"longest_ms\":%.1f,\"over_33_ms\":%d,",
            seconds, spent_s, times_.frames, times_.frames / seconds, times_.longest_ms,
            times_.over_33_ms);
    }});
    // Through the rest of the cards, for the memory that they take.
    for (int flick = 0; flick < 30; ++flick) {
        acts.push_back(flick_up());
        acts.push_back(Pause{base::Duration{300}});
    }
    acts.push_back(Note{[this] {
        std::printf("\"pss_mb\":%.1f}\n", memory_mib());
        over_ = true;
    }});
    return acts;
}

std::vector<Act> Bench::idle_script() {
    std::vector<Act> acts{Press{word(Key::attract_touch)}};
    for (const Way& way : ways()) {
        for (const std::string& step : way.steps) acts.push_back(Press{step});
        acts.push_back(Pause{rest});
        acts.push_back(Note{[this] { processor_before_ms_ = processor_ms(); }});
        acts.push_back(Pause{watched_for});
        acts.push_back(Note{[this, page = std::string(way.page)] {
            const double spent = processor_ms() - processor_before_ms_;
            char text[80];
            std::snprintf(text, sizeof text, "%s\"%s\":%.2f", idle_pages_.empty() ? "" : ",",
                          page.c_str(), spent * 100 / static_cast<double>(watched_for.count()));
            idle_pages_ += text;
        }});
    }
    acts.push_back(Note{[this] {
        std::printf("{\"bench\":\"idle\",\"cpu_percent\":{%s},\"pss_mb\":%.1f}\n",
                    idle_pages_.c_str(), memory_mib());
        over_ = true;
    }});
    return acts;
}

std::vector<Act> Bench::frames_script() {
    std::vector<Act> acts;
    // The first time a page is seen its glyphs and pictures are made; both rounds count.
    for (int round = 0; round < 2; ++round) {
        acts.push_back(Press{word(round == 0 ? Key::attract_touch : Key::common_home)});
        if (round == 0) {
            acts.push_back(Pause{base::Duration{3000}});
            acts.push_back(Note{[this] { times_ = {}; }});
        }
        for (const Way& way : ways()) {
            for (const std::string& step : way.steps) acts.push_back(Press{step});
            acts.push_back(flick_up());
            acts.push_back(Pause{base::Duration{1200}});
        }
        for (int twice = 0; twice < 2; ++twice) acts.push_back(Press{word(Key::strip_large_text)});
    }
    acts.push_back(Note{[this] {
        std::printf("{\"bench\":\"frames\",\"frames\":%d,\"longest_ms\":%.1f,\"over_33_ms\":%d}\n",
                    times_.frames, times_.longest_ms, times_.over_33_ms);
        over_ = true;
    }});
    return acts;
}

Surface Bench::watched(Surface surface) {
    if (name_.empty() || name_ == "start") return surface;
    surface.window =
        std::make_unique<VisitedWindow>(std::move(surface.window), visitor_, times_, clock_);
    return surface;
}

void Bench::first_frame() {
    if (name_ != "start") return;
    std::printf("{\"bench\":\"start\",\"ms\":%.0f,\"pss_mb\":%.1f}\n", ms_since_exec(),
                memory_mib());
    over_ = true;
}

bool Bench::over() const { return over_ || !visitor_.lost().empty(); }

std::string Bench::failure() const {
    return visitor_.lost().empty() ? std::string() : "nothing is called " + visitor_.lost();
}

}  // namespace wenlan::app
