// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_kiosk_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "hub/api/published.h"
#include "hub/fleet/fleet.h"
#include "hub/fleet/standing.h"
#include "store/data_folder.h"

namespace wenlan::app {
namespace {

using What = KioskWords::What;

base::Result<void> pair(store::KioskRegistry& registry, const std::string& name,
                        const store::By& by) {
    base::SystemRandom random;
    std::string given = name;
    if (given.empty()) given = "屏幕 " + std::to_string(TRY(registry.all()).size() + 1);
    const std::string code = TRY(hub::invite_kiosk(registry, random, given, by));
    const base::CivilTime until = base::Zone::shanghai().local(by.at + hub::pairing_code_life);
    std::printf("%s\n", code.c_str());
    std::fprintf(stderr,
                 "Enter it at the screen before %02d:%02d: seven presses on the seal, then Sync; "
                 "or there: wenlan-kiosk --pair %s --hub URL\n",
                 until.hour, until.minute, code.c_str());
    return {};
}

base::Result<void> list(base::Disk& disk, store::KioskRegistry& registry,
                        const store::DataFolder& folder, base::Instant now) {
    const auto manifest = hub::published_manifest(disk, hub::SiteFolder(folder));
    const auto published = manifest ? std::optional(manifest->edition) : std::nullopt;
    std::fputs(hub::fleet_in_words(TRY(registry.all()), published, now).c_str(), stdout);
    return {};
}

}  // namespace

std::vector<CLI::App*> describe_kiosk(CLI::App& cli, KioskWords& words) {
    CLI::App& kiosk = *cli.add_subcommand("kiosk", "The screens: pair, look at, rename, revoke");
    kiosk.require_subcommand(1);
    CLI::App* const pair = kiosk.add_subcommand(
        "pair", "Make the code by which the next screen is paired; good for ten minutes, once");
    pair->add_option("NAME", words.name, "That the screen gets, such as 一楼大厅");
    pair->callback([&words] { words.what = What::pair; });
    CLI::App* const list = kiosk.add_subcommand(
        "list",
        "Print number<TAB>name<TAB>how it stands, a line each, by what each screen has "
        "said itself; then how many have confirmed what is published");
    list->callback([&words] { words.what = What::list; });
    CLI::App* const rename = kiosk.add_subcommand("rename", "Give a screen another name");
    rename->add_option("N", words.number, "As kiosk list prints it")->required();
    rename->add_option("NAME", words.name, "The new one")->required();
    rename->callback([&words] { words.what = What::rename; });
    CLI::App* const revoke = kiosk.add_subcommand(
        "revoke", "Hear a screen no longer, for good; it goes on showing what it has");
    revoke->add_option("N", words.number, "As kiosk list prints it")->required();
    revoke->callback([&words] { words.what = What::revoke; });
    return {pair, list, rename, revoke};
}

base::Result<void> run_kiosk_command(const std::filesystem::path& data, const base::Clock& clock,
                                     const KioskWords& words) {
    base::PosixDisk disk;
    const store::DataFolder folder{data};
    if (!disk.exists(folder.publication())) {
        return base::Error{"hub.no-programme", "There is no hub in " + data.string() +
                                                   ". Begin one: wenlan-hub init --data " +
                                                   data.string()};
    }
    auto hub = TRY(store::HubDatabase::open(disk, store::hub_database_path(data)));
    store::KioskRegistry registry(hub);
    const store::By by{"command line", clock.now()};
    switch (words.what) {
        case What::pair:
            return pair(registry, words.name, by);
        case What::list:
            return list(disk, registry, folder, by.at);
        case What::rename:
            return registry.rename(words.number, words.name, by);
        case What::revoke:
            return registry.revoke(words.number, by);
    }
    return {};
}

}  // namespace wenlan::app
