// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "app/bench.h"
#include "app/input_bench.h"
#include "base/log.h"
#include "base/ports.h"

namespace wenlan::app {
namespace {

constexpr std::size_t config_bytes_max = 1 << 20;
constexpr int usage = 2;

// The command line as it was typed, before it is understood.
struct Words {
    std::string config, data, hub, window, now, api, assets, tour, shots = "shots", bench, input;
    int monitor = 0;
    int touches = 10'000;
    int listings = 100'000;
    std::uint64_t seed = 1;
    std::int64_t rotate = 0;
    bool window_system = false;
    bool set_staff_code = false;
    bool preview = false;
    std::string pair, demonstration_hub;
};

void describe(CLI::App& cli, Words& words) {
    cli.set_version_flag("--version", "wenlan-kiosk " WENLAN_VERSION);
    cli.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    cli.add_option("--config", words.config,
                   "Settings of this screen (TOML; the README lists them)")
        ->type_name("FILE");
    cli.add_option("--data", words.data,
                   "Folder of the programme; an empty one is filled with the demonstration. "
                   "Default: $XDG_DATA_HOME/wenlan or ~/.local/share/wenlan")
        ->type_name("DIR");
    cli.add_option("--hub", words.hub,
                   "Follow this hub: http://office.example:8080. A screen that knows no hub yet "
                   "believes the one that answers first, and no other after it")
        ->type_name("URL");
    cli.add_option("--pair", words.pair,
                   "Pair this screen with --hub by the six characters that wenlan-hub kiosk pair "
                   "has printed there, then end")
        ->type_name("CODE");
    cli.add_flag("--set-staff-code", words.set_staff_code,
                 "Read the six digits that open the staff's panel (seven presses on the seal) "
                 "from stdin, and print the line for the settings that keeps them");
    cli.add_flag("--preview", words.preview,
                 "Draw what requests on stdin ask for, as PNG on stdout, until stdin ends: the "
                 "desk starts this to show what is being written. --data names the folder of its "
                 "posters");
    cli.add_option("--demonstration-hub", words.demonstration_hub,
                   "on or off: a hub in this process with the demonstration programme, where "
                   "neither --hub nor usb is set. Default: on, off in tours and benches")
        ->check(CLI::IsMember({"on", "off"}))
        ->type_name("on|off");
    cli.add_option("--window", words.window, "A window of this size instead of the full screen")
        ->type_name("WxH");
    cli.add_option("--now", words.now,
                   "Start at this time instead of the present one: 2026-11-22T14:20, in the "
                   "centre's zone unless it names another. In a tour time then only moves with "
                   "the steps")
        ->type_name("ISO8601");
    cli.add_option("--tour", words.tour,
                   "A scripted visit (JSON). Takes the pictures that it asks for, then ends: 0, or "
                   "1 at the first step that cannot be done. Needs no display: the pictures are "
                   "drawn off screen, 1080x1920 or --window")
        ->type_name("FILE");
    cli.add_option("--shots", words.shots, "Folder for a tour's pictures. Default: shots")
        ->type_name("DIR");
    cli.add_flag("--window-system", words.window_system, "Take the tour in a real window");
    cli.add_option("--monitor", words.monitor, "The screen to open on, counted from 0")
        ->type_name("N");
    cli.add_option("--rotate", words.rotate,
                   "How far the panel is turned clockwise: 0, 90, 180, 270")
        ->type_name("DEGREES");
    cli.add_option("--api", words.api, "auto, gl (3.3 core) or gles (3.0)")->type_name("API");
    cli.add_option("--assets", words.assets,
                   "Folder with posters/, icons/, stills/, shaders/ and demo/, instead of the "
                   "built ones. Also: $WENLAN_ASSETS")
        ->type_name("DIR");
    cli.add_option(
           "--bench", words.bench,
           "Measure and print one line of JSON: start (until the first frame), idle (CPU "
           "time at rest), scroll (ten seconds of flicks), frames (the longest one), visitor "
           "(random touches: --touches, --seed), search (what a keystroke takes: --listings), "
           "pinyin, initials, handwriting (the engines for "
           "typing, on the table of --input)")
        ->type_name("NAME");
    cli.add_option("--input", words.input,
                   "The table that --bench pinyin, initials and handwriting read")
        ->type_name("FILE");
    cli.add_option("--listings", words.listings, "How many of --bench search. Default: 100000")
        ->check(CLI::Range(1, 200'000))
        ->type_name("N");
    cli.add_option("--touches", words.touches, "How many of --bench visitor. Default: 10000")
        ->check(CLI::Range(1, 100'000'000))
        ->type_name("N");
    cli.add_option("--seed", words.seed, "Which ones. Default: 1")->type_name("N");
    cli.footer(
        "Exit codes: 0 done, 1 failed with a one-line reason, 2 wrong usage.\n"
        "Settings in FILE, all optional: window = \"1080x1920\", monitor = 0, rotation = 90,\n"
        "api = \"gles\", data = \"/var/lib/wenlan\", hub = \"http://office.example:8080\",\n"
        "usb = \"/media/usb\" (sticks of wenlan-hub export), language = \"zh\" or \"en\",\n"
        "staff_code = \"argon2id:...\" (as --set-staff-code prints it),\n"
        "log_level = \"info\", log_file = \"kiosk.log\". The command line comes first.");
}

Ended misused(const std::string& option, const std::string& why) {
    std::fprintf(stderr, "wenlan-kiosk: %s %s\n", option.c_str(), why.c_str());
    return {usage};
}

std::variant<Config, Ended> read_config(const std::string& path) {
    base::PosixDisk disk;
    const auto text = disk.read(path, config_bytes_max);
    const auto read = text ? parse_config(text.value()) : base::Result<ConfigRead>(text.error());
    if (!read) {
        std::fprintf(stderr, "wenlan-kiosk: %s: %s\n", path.c_str(), read.error().message.c_str());
        return Ended{1};
    }
    for (const std::string& warning : read.value().warnings)
        base::log::warning(path + ": " + warning);
    return read.value().config;
}

// Lays the command line over the configuration.
std::variant<Options, Ended> understood(const CLI::App& cli, const Words& words) {
    Options options;
    if (!words.config.empty()) {
        auto config = read_config(words.config);
        if (const auto* ended = std::get_if<Ended>(&config)) return *ended;
        options.config = std::get<Config>(std::move(config));
    }
    gfx::WindowOptions& window = options.config.window;
    if (!words.window.empty()) {
        const auto size = parse_size(words.window);
        if (!size) return misused("--window", size.error().message);
        window.window = size.value();
    }
    if (cli.count("--monitor") > 0) {
        if (words.monitor < 0) return misused("--monitor", "is a number from 0");
        window.monitor = words.monitor;
    }
    if (cli.count("--rotate") > 0) {
        const auto turns = quarter_turns(words.rotate);
        if (!turns) return misused("--rotate", turns.error().message);
        window.quarter_turns = turns.value();
    }
    if (!words.api.empty()) {
        const auto api = parse_api(words.api);
        if (!api) return misused("--api", api.error().message);
        window.api = api.value();
    }
    if (!words.now.empty()) {
        const auto now = base::parse_iso8601(words.now, base::Zone::shanghai());
        if (!now) return misused("--now", "is a time such as 2026-11-22T14:20");
        options.now = now.value();
    }
    if (is_input_bench(words.bench)) {
        if (words.input.empty()) return misused("--input", "names the table to measure on");
    } else if (!words.bench.empty() && words.bench != "visitor" &&
               words.bench != "search" && !Bench::knows(words.bench)) {
        return misused("--bench",
                       "is start, idle, scroll, frames, visitor, search, pinyin, initials or "
                       "handwriting");
    }
    if (!words.data.empty()) options.config.data = words.data;
    if (!words.hub.empty()) {
        const auto hub = parse_hub(words.hub);
        if (!hub) return misused("--hub", hub.error().message);
        options.config.hub = hub.value();
    }
    options.assets = words.assets;
    options.tour = words.tour;
    options.shots = words.shots;
    options.window_system = words.window_system;
    options.bench = words.bench;
    options.input = words.input;
    options.touches = words.touches;
    options.listings = words.listings;
    options.seed = words.seed;
    options.set_staff_code = words.set_staff_code;
    options.preview = words.preview;
    options.pairing_code = words.pair;
    if (!words.pair.empty() && options.config.hub.empty()) {
        return misused("--pair", "needs --hub, or a hub in the settings");
    }
    if (!words.demonstration_hub.empty()) {
        options.demonstration_hub = words.demonstration_hub == "on";
    }
    return options;
}

}  // namespace

std::variant<Options, Ended> read_options(int argc, const char* const* argv) {
    CLI::App cli("文澜 Wenlan: the touchscreen in the lobby of the culture centre.",
                 "wenlan-kiosk");
    Words words;
    describe(cli, words);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        cli.exit(asked);  // help and version, on stdout
        return Ended{0};
    } catch (const CLI::ParseError& fault) {
        return misused("cannot be started so:", fault.what());
    }
    return understood(cli, words);
}

}  // namespace wenlan::app
