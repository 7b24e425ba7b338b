// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

#include "app/attached_devices.h"
#include "app/bench.h"
#include "app/embedded_hub.h"
#include "app/following_thread.h"
#include "app/input_bench.h"
#include "app/input_child.h"
#include "app/kiosk_loop.h"
#include "app/office_line.h"
#include "app/places.h"
#include "app/preview.h"
#include "app/random_visitor.h"
#include "app/search_bench.h"
#include "app/shifted_clock.h"
#include "app/sign_up_thread.h"
#include "app/staff_commands.h"
#include "app/station_link.h"
#include "app/stop_signal.h"
#include "app/surface.h"
#include "app/tour.h"
#include "app/tour_player.h"
#include "app/tour_stage.h"
#include "base/log.h"
#include "base/ports.h"
#include "store/demonstration.h"
#include "text/readings.h"

namespace wenlan::app {
namespace {

constexpr gfx::Size tour_size{1080, 1920};
// The program itself, whatever has become of its name.
constexpr const char* this_program = "/proc/self/exe";
constexpr std::size_t tour_bytes_max = std::size_t{4} << 20;

bool has_display() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY");
}

std::unique_ptr<base::Clock> real_clock(const Options& options) {
    if (options.now) return std::make_unique<ShiftedClock>(*options.now);
    return std::make_unique<base::SystemClock>();
}

// Without them English falls back to Chinese.
std::unique_ptr<domain::Readings> pinyin_readings() {
    auto made = text::PhraseReadings::create();
    if (made) return std::move(made).value();
    base::log::warning("readings", made.error());
    return nullptr;
}

// Of a screen that only demonstrates; the pad says so.
constexpr const char* demonstration_code = "246810";

bool has_source(const Options& options) {
    return !options.config.hub.empty() || !options.config.usb.empty();
}

bool embeds_hub(const Options& options) {
    const bool for_people = options.tour.empty() && options.bench.empty();
    return !has_source(options) && options.demonstration_hub.value_or(for_people);
}

std::unique_ptr<station::Station> make_station(const Options& options, const Places& places,
                                               const base::Clock& clock, base::Disk& disk,
                                               const domain::Readings* readings,
                                               station::Office& office, station::SignUpDesk& desk) {
    const auto left = leave_demonstration(
        disk, {places.data},
        embeds_hub(options) ? AfterDemonstration::goes_on : AfterDemonstration::over);
    if (!left) base::log::error("the programme of this screen's own", left.error());
    auto station = std::make_unique<station::Station>(
        clock, disk, places.data, places.demo,
        model::VisitSettings{.language = options.config.language}, readings);
    station->set_up_staff({.code = station::StaffCode::of_text(options.config.staff_code),
                           .demonstration_code = has_source(options) ? "" : demonstration_code,
                           .version = WENLAN_VERSION});
    station->connect(office);
    station->connect(desk);
    return station;
}

// None where the screen follows nothing.
base::Result<std::unique_ptr<FollowingRound>> make_following(
    const Options& options, const Places& places, const base::Clock& clock, base::Disk& disk,
    base::Random& random, OfficeLine& line, HubContact& contact) {
    if (!has_source(options) && !embeds_hub(options)) return std::unique_ptr<FollowingRound>();
    return FollowingRound::create({.disk = disk,
                                   .clock = clock,
                                   .random = random,
                                   .folder = {places.data},
                                   .sources = {options.config.hub, options.config.usb},
                                   .line = line,
                                   .demonstration = embeds_hub(options) ? places.demo : "",
                                   .contact = &contact});
}

base::Result<void> run_for_people(const Options& options, const Places& places) {
    StopSignal stop;
    const auto clock = real_clock(options);
    base::PosixDisk disk;
    Waker waker;
    const auto readings = pinyin_readings();
    OfficeLine line;
    HubContact contact;
    base::SystemRandom random;
    SignUpThread sign_ups(std::make_unique<KioskSignUps>(
                              KioskSignUps::Parts{disk, *clock, random, {places.data}, contact}),
                          contact);
    station::StationThread thread(
        [&] { return make_station(options, places, *clock, disk, readings.get(), line, sign_ups); },
        [&waker] { waker.wake(); });
    ThreadedStation station(thread);
    const auto typesetter = TRY(text::Typesetter::create(text::FontFiles::debian()));
    InputChild typing(
        this_program, [&waker] { waker.wake(); }, InputChild::Start::waiting);
    const auto shell = ui::Shell::create(*typesetter, &typing);
    AttachedDevices around(options.config.printer, [&waker] { waker.wake(); });
    shell->attach(around.devices());
    Bench bench(options.bench, *shell, *clock);
    auto following = TRY(make_following(options, places, *clock, disk, random, line, contact));
    std::optional<FollowingThread> following_thread;
    const bool off_screen = !options.bench.empty() && !has_display();
    KioskLoop loop({
        .open = [&]() -> base::Result<Surface> {
            const gfx::WindowOptions& window = options.config.window;
            auto opened = off_screen ? open_offscreen(window.window.value_or(tour_size),
                                                      places.drawn, *typesetter)
                                     : open_surface(window, *clock, places.drawn, *typesetter);
            if (!opened) return opened.error();
            return bench.watched(std::move(opened).value());
        },
        .clock = *clock,
        .shell = *shell,
        .station = station,
        .waker = waker,
        .stopped = [&] { return stop.came() || bench.over(); },
        .first_frame =
            [&] {
                bench.first_frame();
                typing.begin();
                sign_ups.begin([&thread] { thread.look(); });
                if (following) following_thread.emplace(std::move(following), line);
            },
        .key = [&around](const gfx::KeyEvent& key) { return around.key(key); },
    });
    stop.then([&waker] { waker.wake(); });
    auto done = loop.run();
    stop.then({});
    sign_ups.end();
    if (done && !bench.failure().empty()) {
        return base::Error{"bench.lost", "The measured visit cannot go on.", bench.failure()};
    }
    return done;
}

base::Result<void> run_tour(const Options& options, const Places& places) {
    base::PosixDisk disk;
    const std::string text = TRY(disk.read(options.tour, tour_bytes_max));
    const Tour tour = TRY(parse_tour(text));
    base::VirtualClock clock(options.now.value_or(base::SystemClock().now()));
    const auto typesetter = TRY(text::Typesetter::create(text::FontFiles::debian()));
    const auto readings = pinyin_readings();
    OfficeLine line;
    HubContact contact;
    base::SystemRandom random;
    KioskSignUps kept({disk, clock, random, {places.data}, contact});
    SteppedSignUps sign_ups(kept);
    const auto station = make_station(options, places, clock, disk, readings.get(), line, sign_ups);
    const auto following = TRY(make_following(options, places, clock, disk, random, line, contact));
    SteppedStation link(*station, following.get(), &sign_ups);
    const gfx::WindowOptions& window = options.config.window;
    Surface surface =
        TRY(options.window_system
                ? open_surface(window, clock, places.drawn, *typesetter)
                : open_offscreen(window.window.value_or(tour_size), places.drawn, *typesetter));
    InputChild typing(this_program, {});
    const auto shell = ui::Shell::create(*typesetter, &typing);
    TourStage stage({.surface = surface,
                     .clock = clock,
                     .shell = *shell,
                     .typing = typing,
                     .station = link,
                     .disk = disk,
                     .shots = options.shots,
                     .in_window = options.window_system,
                     .contact = following ? &contact : nullptr});
    return TourPlayer(stage).play(tour);
}

// A small panel: what is looked at is the program, not its pixels.
constexpr gfx::Size visitor_size{540, 960};

base::Result<void> run_random_visitor(const Options& options, const Places& places) {
    base::PosixDisk disk;
    base::VirtualClock clock(options.now.value_or(base::SystemClock().now()));
    const auto typesetter = TRY(text::Typesetter::create(text::FontFiles::debian()));
    const auto readings = pinyin_readings();
    OfficeLine line;
    HubContact contact;
    base::SystemRandom random;
    KioskSignUps kept({disk, clock, random, {places.data}, contact});
    SteppedSignUps sign_ups(kept);
    const auto station = make_station(options, places, clock, disk, readings.get(), line, sign_ups);
    const auto following = TRY(make_following(options, places, clock, disk, random, line, contact));
    SteppedStation link(*station, following.get(), &sign_ups);
    Surface surface = TRY(open_offscreen(options.config.window.window.value_or(visitor_size),
                                         places.drawn, *typesetter));
    const auto shell = ui::Shell::create(*typesetter);
    const auto publish_again = [&]() -> base::Result<void> {
        // Laid out around another day, so that the events are others, too.
        static_cast<void>(
            TRY(store::lay_out_demonstration(disk, store::DataFolder{places.data}, places.demo,
                                             clock.now() + std::chrono::days{1})));
        return {};
    };
    const RandomVisit visit = RandomVisitor({.surface = surface,
                                             .clock = clock,
                                             .shell = *shell,
                                             .station = link,
                                             .switch_snapshot = publish_again,
                                             .lobby = {.language = options.config.language}},
                                            options.seed)
                                  .run(options.touches);
    std::printf(
        "{\"bench\":\"visitor\",\"seed\":%llu,\"touches\":%d,\"frames\":%d,\"visits\":%d,"
        "\"switches\":%d,\"pages\":%d,\"growth_mb\":%.1f,\"faults\":%d}\n",
        static_cast<unsigned long long>(options.seed), visit.touches, visit.frames, visit.visits,
        visit.switches, visit.pages, visit.growth_mib, visit.fault.empty() ? 0 : 1);
    if (visit.fault.empty()) return {};
    return base::Error{"visitor.fault", "A random visitor found a fault.", visit.fault};
}

void set_up_log(const Options& options) {
    // A tour and a bench say one line when they fail, and nothing else.
    const bool for_people = options.tour.empty() && options.bench.empty();
    base::log::set_level(for_people ? options.config.log_level : base::log::Level::error);
    if (!options.config.log_file.empty()) base::log::open_file(options.config.log_file);
}

}  // namespace

int run_kiosk(const Options& options) {
    if (options.preview) return run_preview(options);
    set_up_log(options);
    const Places places = find_places(options);
    base::PosixDisk disk;
    const auto done = is_input_bench(options.bench)
                          ? run_input_bench(options.bench, options.input, disk)
                      : options.set_staff_code        ? set_staff_code()
                      : !options.pairing_code.empty() ? pair_and_end(options, {places.data})
                      : options.bench == "search"     ? run_search_bench(places, options.listings)
                      : options.bench == "visitor"    ? run_random_visitor(options, places)
                      : options.tour.empty()          ? run_for_people(options, places)
                                                      : run_tour(options, places);
    if (done) return 0;
    const base::Error& error = done.error();
    // Who starts the program is who can mend it: the detail belongs to the line.
    const std::string detail = error.detail.empty() ? "" : " (" + error.detail + ")";
    std::fprintf(stderr, "wenlan-kiosk: %s%s\n", error.message.c_str(), detail.c_str());
    return 1;
}

}  // namespace wenlan::app
