// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_cli.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "hub/import/csv_columns.h"

namespace wenlan::app {
namespace {

namespace fs = std::filesystem;

constexpr int usage = 2;

// The command line as it was typed, before it is understood.
struct Words {
    std::string data, now, ics, csv, demo = WENLAN_DEMO, name, name_en;
    std::string stick;
    ServeWords serve;
    UserWords user;
    ListingWords listing;
    UpkeepWords upkeep;
    PosterWords poster;
    KioskWords kiosk;
    SignUpWords sign_ups;
    bool new_epoch = false;
    bool demonstration = false;
    bool dry_run = false;
    bool skip_bad = false;
};

constexpr const char* import_rules =
    "What happens:\n"
    "  Every entry that cannot be taken is reported as FILE:LINE with its reason. One such entry,\n"
    "  and nothing of the file is taken (exit code 1), unless --skip-bad says to take the rest.\n"
    "  Entries that are over, private, superseded or there twice are skipped and reported; that\n"
    "  is no failure. Whatever is taken is taken in one step, and published at once: kiosks that\n"
    "  use the same data folder show it. --dry-run prints the same report and changes nothing.\n"
    "  Importing a file again renews its events and does not double them. Events that a file no\n"
    "  longer has stay.\n"
    "Calendars (RFC 5545, .ics): rules are laid out for the coming 120 days, single dates up to\n"
    "  two years ahead. Times without a zone are the centre's. An all-day event takes the\n"
    "  centre's opening hours. An event without an end is taken to last an hour. CLASS other than\n"
    "  PUBLIC is skipped. A cancelled event is shown as cancelled.\n"
    "Tables (CSV or TSV; UTF-8, UTF-16 or GB18030): a heading row, in Chinese or English, names\n"
    "  the columns; title and date or start are needed. Rows with the same id (编号), or without\n"
    "  ids the same title, are dates of one event. A table without ids stands for the days from\n"
    "  its first row's to its last: other dates of its events within those days are removed.\n"
    "  Dates: 2026-11-22, 2026/11/22, 11月22日, Nov 22 2026. Times: 14:00, 14:00-16:00,\n"
    "  下午2点, 2pm. 11月22日-24日 with hours takes place each day.\n"
    "At most: 16 MiB, 20,000 events, 50,000 dates; titles of 200 characters.\n";

void describe_place(CLI::App& command, Words& words) {
    command
        .add_option("--data", words.data,
                    "Folder of the programme, the same that the kiosk uses. Default: "
                    "$XDG_DATA_HOME/wenlan or ~/.local/share/wenlan")
        ->type_name("DIR");
    command
        .add_option("--now", words.now,
                    "Take this for the present time: 2026-11-22T14:20, in the centre's zone unless "
                    "it names another")
        ->type_name("ISO8601");
}

void describe_init(CLI::App& cli, Words& words) {
    CLI::App& init = *cli.add_subcommand("init", "Begin a programme in an empty data folder");
    describe_place(init, words);
    init.add_flag("--demo", words.demonstration,
                  "Lay the demonstration programme out around today, also over an earlier one; "
                  "what was added to it stays");
    init.add_option("--demo-files", words.demo, "Folder of the demonstration's files")
        ->type_name("DIR");
    init.add_option("--name", words.name, "Name of the centre")->type_name("NAME");
    init.add_option("--name-en", words.name_en, "Its name in English")->type_name("NAME");
}

void describe_import(CLI::App& cli, Words& words) {
    CLI::App& import =
        *cli.add_subcommand("import", "Add events from a calendar or a table, and publish them");
    describe_place(import, words);
    auto& source = *import.add_option_group("source");
    source.add_option("--ics", words.ics, "An iCalendar file")->type_name("FILE");
    source.add_option("--csv", words.csv, "A table with a heading row, CSV or TSV")
        ->type_name("FILE");
    source.require_option(1);
    import.add_flag("--dry-run", words.dry_run, "Report, and change nothing");
    import.add_flag("--skip-bad", words.skip_bad,
                    "Take the good entries although others cannot be taken");
    import.footer(std::string{import_rules} + "Columns of a table, by any of these names:\n" +
                  hub::columns_help());
}

void describe_rest(CLI::App& cli, Words& words) {
    CLI::App& publish = *cli.add_subcommand(
        "publish",
        "Make the programme as it stands, without its drafts, the one that kiosks show; prints one "
        "line of JSON");
    describe_place(publish, words);
    publish.footer(
        "version, snap_bytes (the whole programme, packed), patch_bytes (from the version "
        "before),\n"
        "manifest_bytes, ms. The same version and 0 when nothing has changed.");
    CLI::App& listing = *cli.add_subcommand("listing", "Look at the programme and change it");
    listing.require_subcommand(1);
    for (CLI::App* const command : describe_listing(listing, words.listing)) {
        describe_place(*command, words);
    }
    describe_place(describe_poster(listing, words.poster), words);
}

void describe_site(CLI::App& cli, Words& words) {
    CLI::App& serve = *cli.add_subcommand(
        "serve",
        "Answer the screens over HTTP until stopped; prints the address that it listens on");
    describe_place(serve, words);
    serve
        .add_option(
            "--listen", words.serve.address,
            "127.0.0.1:8080 (the default), 0.0.0.0:8080, [::]:8080; port 0 takes a free one")
        ->type_name("ADDR:PORT");
    CLI::Option* const command =
        serve.add_option("--alert-command", words.serve.alert_command,
                         "A program that is run for each alert about a screen; what it is about is "
                         "in WENLAN_ALERT and WENLAN_ALERT_CODE, _SCREEN, _OVER");
    command->type_name("PROGRAM");
    serve
        .add_option("--alert-webhook", words.serve.alert_webhook,
                    "An address that gets each alert as JSON")
        ->type_name("URL")
        ->excludes(command);
    CLI::App& stick = *cli.add_subcommand(
        "export", "Copy what is published to a stick or a share, for screens without a network");
    describe_place(stick, words);
    stick.add_option("--usb", words.stick, "Its folder; what screens read is DIR/wenlan")
        ->type_name("DIR")
        ->required();
    CLI::App& keys = *cli.add_subcommand("keys", "The keys by which screens know this centre");
    keys.require_subcommand(1);
    CLI::App& rotate = *keys.add_subcommand(
        "rotate", "Sign with a new key from now on, and publish that the old one is no good");
    describe_place(rotate, words);
    rotate.add_flag("--new-epoch", words.new_epoch,
                    "Begin the versions again: for when somebody else has published in this "
                    "centre's name");
    cli.add_subcommand("routes", "Print METHOD path role of all that the hub answers, a line each");
}

HubEnded misused(const std::string& why) {
    std::fprintf(stderr, "wenlan-hub: %s\n", why.c_str());
    return {usage};
}

fs::path users_data() {
    const auto environment = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string{value == nullptr ? "" : value};
    };
    if (const std::string xdg = environment("XDG_DATA_HOME"); !xdg.empty()) {
        return fs::path(xdg) / "wenlan";
    }
    if (const std::string home = environment("HOME"); !home.empty()) {
        return fs::path(home) / ".local/share/wenlan";
    }
    return "/var/lib/wenlan";
}

HubCommand understood_listing(const CLI::App& listing, const HubPlace& place, Words& words) {
    if (listing.got_subcommand("poster")) return HubListingPoster{place, words.poster};
    const auto meant = understand_listing(listing, words.listing);
    if (!meant) return misused(meant.error().message);
    return HubListing{place, words.listing};
}

HubCommand understood(const CLI::App& cli, Words& words) {
    HubPlace place;
    place.data = words.data.empty() ? users_data() : fs::path{words.data};
    if (!words.now.empty()) {
        const auto now = base::parse_iso8601(words.now, base::Zone::shanghai());
        if (!now) return misused("--now is a time such as 2026-11-22T14:20");
        place.now = now.value();
    }
    if (cli.got_subcommand("init")) {
        return HubInit{place, words.demonstration, words.demo, words.name, words.name_en};
    }
    if (cli.got_subcommand("import")) {
        HubImport import{place, {}};
        const bool ics = !words.ics.empty();
        import.request.format = ics ? hub::ImportFormat::ics : hub::ImportFormat::csv;
        import.request.file = ics ? words.ics : words.csv;
        import.request.mode = words.dry_run ? store::PutMode::dry_run : store::PutMode::apply;
        import.request.bad_entries =
            words.skip_bad ? hub::BadEntries::leave_out : hub::BadEntries::refuse_file;
        return import;
    }
    if (cli.got_subcommand("publish")) return HubPublish{place};
    if (understand_upkeep(cli, words.upkeep)) return HubUpkeep{place, words.upkeep};
    if (cli.got_subcommand("serve")) return HubServe{place, words.serve};
    if (cli.got_subcommand("export")) return HubExport{place, words.stick};
    if (cli.got_subcommand("keys")) return HubRotateKeys{place, words.new_epoch};
    if (cli.got_subcommand("kiosk")) return HubKiosk{place, words.kiosk};
    for (const char* const name : {"signups", "person", "draw"}) {
        if (cli.got_subcommand(name)) return HubSignUps{place, words.sign_ups};
    }
    if (cli.got_subcommand("user")) return HubUser{place, words.user};
    if (cli.got_subcommand("routes")) return HubRoutes{};
    return understood_listing(*cli.get_subcommand("listing"), place, words);
}

}  // namespace

HubCommand read_hub_command(int argc, const char* const* argv) {
    CLI::App cli("文澜 Wenlan: the programme behind the touchscreens of the culture centre.",
                 "wenlan-hub");
    cli.set_version_flag("--version", "wenlan-hub " WENLAN_VERSION);
    cli.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    cli.require_subcommand(1);
    cli.footer(
        "wenlan-hub COMMAND --help tells more.\n"
        "Exit codes: 0 done, 1 failed with a one-line reason on stderr, 2 wrong usage.");
    Words words;
    describe_init(cli, words);
    describe_import(cli, words);
    describe_rest(cli, words);
    describe_site(cli, words);
    for (CLI::App* const command : describe_upkeep(cli, words.upkeep)) {
        describe_place(*command, words);
    }
    for (CLI::App* const command : describe_kiosk(cli, words.kiosk))
        describe_place(*command, words);
    for (CLI::App* const command : describe_sign_ups(cli, words.sign_ups))
        describe_place(*command, words);
    for (CLI::App* const command : describe_user(cli, words.user)) describe_place(*command, words);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        cli.exit(asked);  // help and version, on stdout
        return HubEnded{0};
    } catch (const CLI::ParseError& fault) {
        return misused(fault.what());
    }
    return understood(cli, words);
}

}  // namespace wenlan::app
