// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff_commands.h"

#include <cstdio>
#include <iostream>
#include <string>

#include "app/embedded_hub.h"
#include "app/following_pairing.h"
#include "base/ports.h"
#include "hub/site/site_folder.h"
#include "net/http_client.h"
#include "station/staff_code.h"

namespace wenlan::app {

base::Result<void> set_staff_code() {
    std::string digits;
    std::getline(std::cin, digits);
    if (digits.ends_with('\r')) digits.pop_back();
    base::SystemRandom random;
    const station::StaffCode code = TRY(station::StaffCode::of_digits(digits, random));
    std::printf("staff_code = \"%s\"\n", code.text().c_str());
    return {};
}

base::Result<void> pair_and_end(const Options& options, const store::DataFolder& folder) {
    base::PosixDisk disk;
    if (disk.exists(hub::SiteFolder(folder).keys())) {
        return base::Error{"follow.hub-folder",
                           "The folder " + folder.root.string() +
                               " is a hub's. Give the screen one of its own: --data"};
    }
    TRY(leave_demonstration(disk, folder, AfterDemonstration::over));
    base::SystemRandom random;
    net::HttpClient client;
    const Paired paired =
        TRY(pair_screen({client, disk, random, folder, options.config.hub}, options.pairing_code));
    std::printf("%d\t%s\n", paired.kiosk.number, paired.kiosk.name.c_str());
    return {};
}

}  // namespace wenlan::app
