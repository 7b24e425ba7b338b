// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_listing_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "app/hub_date_commands.h"
#include "app/hub_lock.h"
#include "hub/programme/office.h"
#include "store/names.h"

namespace wenlan::app {
namespace {

using base::Result;
using What = ListingWords::What;

constexpr std::pair<const char*, What> names[] = {
    {"list", What::list},       {"set", What::set},           {"draft", What::draft},
    {"publish", What::publish}, {"withdraw", What::withdraw}, {"history", What::history},
    {"dates", What::dates},     {"date", What::date},         {"series", What::series},
};

CLI::App& about_one(CLI::App& listing, const char* name, const char* what, ListingWords& words) {
    CLI::App& command = *listing.add_subcommand(name, what);
    command.add_option("ID", words.id, "As listing list prints it")->required();
    return command;
}

void print_list(const std::vector<store::HubListingLine>& lines, const ListingWords& words) {
    for (const store::HubListingLine& line : lines) {
        if (line.state == store::ListingState::withdrawn && !words.all) continue;
        std::printf("%lld\t%s\t%s", static_cast<long long>(line.id.value),
                    std::string{store::name_of(line.kind)}.c_str(),
                    line.title.in(base::Language::zh).c_str());
        if (words.states) {
            std::printf("\t%s%s\t%s", std::string{store::name_of(line.state)}.c_str(),
                        line.pending ? "*" : "",
                        line.publish_at ? base::to_iso8601(*line.publish_at).c_str() : "");
        }
        std::printf("\n");
    }
}

void print_history(const std::vector<store::AuditEntry>& entries) {
    for (const store::AuditEntry& entry : entries) {
        std::printf("%s\t%s\t%s\t%s\t%s\n", base::to_iso8601(entry.by.at).c_str(),
                    entry.by.who.c_str(), entry.kind.c_str(), entry.before.c_str(),
                    entry.after.c_str());
    }
}

Result<void> publish(hub::ProgrammeOffice& office, const store::By& by, domain::ListingId id,
                     const std::string& at) {
    std::optional<base::Instant> time;
    if (!at.empty()) {
        const base::Zone zone = TRY(office.zone());
        time = TRY(base::parse_iso8601(at, zone));
    }
    return office.programme().set_state(by, id, store::ListingState::published, time);
}

Result<void> run_one(hub::ProgrammeOffice& office, const store::By& by, const ListingWords& words) {
    constexpr int history_max = 1000;
    const domain::ListingId id{words.id};
    store::HubProgramme programme = office.programme();
    switch (words.what) {
        case What::list:
            print_list(TRY(programme.listings()), words);
            return {};
        case What::set:
            return hub::edit_listing(programme, by, id, words.edits);
        case What::draft:
            return programme.set_state(by, id, store::ListingState::draft);
        case What::publish:
            return publish(office, by, id, words.at);
        case What::withdraw:
            return programme.set_state(by, id, store::ListingState::withdrawn);
        case What::history:
            print_history(TRY(programme.history(id, history_max)));
            return {};
        case What::dates:
        case What::date:
        case What::series:
            break;
    }
    return run_dates(office, by, words);
}

}  // namespace

std::vector<CLI::App*> describe_listing(CLI::App& listing, ListingWords& words) {
    CLI::App& list = *listing.add_subcommand(
        "list", "Print id<TAB>kind<TAB>title, a line each, of all that is not withdrawn");
    list.add_flag("--all", words.all, "What is withdrawn too");
    list.add_flag("--states", words.states,
                  "And whether it is a draft, published or withdrawn, * where the last edit is not "
                  "yet published, and from when on it is to be shown");
    CLI::App& set = about_one(
        listing, "set", "Change texts of a listing; residents see it once it is published", words);
    set.add_option("TEXT", words.texts, "title.zh=..., subtitle.en=..., body.zh=...")->required();
    CLI::App& draft = about_one(
        listing, "draft", "Make it a draft, which the next wenlan-hub publish takes away", words);
    CLI::App& publish = about_one(listing, "publish",
                                  "Let it be shown, from the next wenlan-hub publish on", words);
    publish
        .add_option("--at", words.at,
                    "Not before this time; then wenlan-hub serve publishes it by itself")
        ->type_name("ISO8601");
    CLI::App& withdraw =
        about_one(listing, "withdraw",
                  "Show it no more, from the next wenlan-hub publish on; it is kept", words);
    CLI::App& history = about_one(
        listing, "history",
        "Print what was changed, the newest first: time<TAB>who<TAB>what<TAB>before<TAB>after",
        words);
    std::vector<CLI::App*> all = {&list, &set, &draft, &publish, &withdraw, &history};
    for (CLI::App* const command : describe_dates(listing, words)) all.push_back(command);
    return all;
}

base::Result<void> understand_listing(const CLI::App& listing, ListingWords& words) {
    for (const auto& [name, what] : names) {
        if (listing.got_subcommand(name)) words.what = what;
    }
    for (const std::string& text : words.texts) {
        words.edits.push_back(TRY(hub::parse_listing_edit(text)));
    }
    return {};
}

base::Result<void> run_listing(const std::filesystem::path& data, const base::Clock& clock,
                               const ListingWords& words) {
    base::PosixDisk disk;
    const store::DataFolder folder{data};
    std::optional<HubLock> lock;
    // Looking on waits for nobody; a folder of an older hub is taken over by whoever comes first.
    const bool looks_on = words.what == What::list && disk.exists(store::hub_database_path(data));
    if (!looks_on && disk.exists(data)) lock.emplace(TRY(HubLock::take(data)));
    hub::ProgrammeOffice office = TRY(hub::ProgrammeOffice::open(disk, folder, clock.now()));
    return run_one(office, {who_at_the_command_line(), clock.now()}, words);
}

std::string who_at_the_command_line() {
    const char* const user = std::getenv("USER");
    if (user == nullptr || *user == '\0') return "command line";
    return "command line (" + std::string(user) + ")";
}

}  // namespace wenlan::app
