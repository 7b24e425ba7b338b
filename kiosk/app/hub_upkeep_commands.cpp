// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_upkeep_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "app/hub_lock.h"
#include "hub/programme/check_office.h"
#include "hub/programme/office.h"
#include "store/hub/hub_backup.h"

namespace wenlan::app {
namespace {

using base::Result;
using What = UpkeepWords::What;

Result<void> back_up(base::Disk& disk, const std::filesystem::path& data, const base::Clock& clock,
                     const std::string& file) {
    // Without the lock: others go on writing meanwhile.
    hub::ProgrammeOffice office = TRY(hub::ProgrammeOffice::open(disk, {data}, clock.now()));
    return store::back_up(office.database(), disk, file);
}

Result<void> restore(base::Disk& disk, const std::filesystem::path& data, const base::Clock& clock,
                     const std::string& file) {
    TRY(disk.make_folder(data));
    const HubLock lock = TRY(HubLock::take(data));
    const auto kept = TRY(store::restore(disk, data, file, clock.now()));
    std::fprintf(stderr, "Restored. Screens show it after: wenlan-hub publish --data %s\n",
                 data.c_str());
    if (!kept.empty()) {
        std::fprintf(stderr, "What was there before is kept as %s.\n", kept.c_str());
    }
    return {};
}

Result<void> check(base::Disk& disk, const std::filesystem::path& data, const base::Clock& clock) {
    const auto findings = TRY(hub::check_office(disk, {data}, clock));
    for (const std::string& finding : findings) std::printf("%s\n", finding.c_str());
    if (findings.empty()) {
        std::printf("Everything is in order.\n");
        return {};
    }
    return base::Error{"hub.findings", findings.size() == 1 ? "One thing is not in order."
                                                            : std::to_string(findings.size()) +
                                                                  " things are not in order."};
}

}  // namespace

std::vector<CLI::App*> describe_upkeep(CLI::App& cli, UpkeepWords& words) {
    CLI::App& backup = *cli.add_subcommand(
        "backup", "Copy the hub's database into one file, while it is in use, and check the copy");
    backup.add_option("FILE", words.file, "Replaced if it is there")->required();
    backup.footer("Not in it: the keys (DIR/keys) and posters (DIR/poster), which are files.");
    CLI::App& restore = *cli.add_subcommand(
        "restore", "Take a backup back; one that is damaged or tampered with is refused");
    restore.add_option("FILE", words.file, "As wenlan-hub backup wrote it")->required();
    CLI::App& check = *cli.add_subcommand(
        "check", "Look at everything that the hub keeps; 1 when something is not in order");
    return {&backup, &restore, &check};
}

bool understand_upkeep(const CLI::App& cli, UpkeepWords& words) {
    for (const auto& [name, what] :
         {std::pair{"backup", What::backup}, {"restore", What::restore}, {"check", What::check}}) {
        if (!cli.got_subcommand(name)) continue;
        words.what = what;
        return true;
    }
    return false;
}

base::Result<void> run_upkeep(const std::filesystem::path& data, const base::Clock& clock,
                              const UpkeepWords& words) {
    base::PosixDisk disk;
    switch (words.what) {
        case What::backup:
            return back_up(disk, data, clock, words.file);
        case What::restore:
            return restore(disk, data, clock, words.file);
        case What::check:
            break;
    }
    return check(disk, data, clock);
}

}  // namespace wenlan::app
