// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_poster_commands.h"

#include <CLI/CLI.hpp>

#include "app/hub_listing_commands.h"
#include "app/hub_lock.h"
#include "base/ports.h"
#include "hub/posters/accept_poster.h"
#include "hub/posters/set_poster.h"
#include "hub/programme/office.h"

namespace wenlan::app {

CLI::App& describe_poster(CLI::App& listing, PosterWords& words) {
    CLI::App& poster = *listing.add_subcommand(
        "poster", "Give a listing a poster of its own; screens get it once it is published");
    poster.add_option("ID", words.listing, "As listing list prints it")->required();
    poster
        .add_option("FILE", words.file,
                    "A PNG, JPEG or WebP picture of at most 16 MiB and 16 million pixels, the "
                    "shorter side 200 pixels or more. Screens get it made anew, at most 1600 "
                    "pixels on the longer side and 220 KiB")
        ->required();
    return poster;
}

base::Result<void> run_poster(const std::filesystem::path& data, base::Instant now,
                              const PosterWords& words) {
    base::PosixDisk disk;
    const store::DataFolder folder{data};
    const HubLock lock = TRY(HubLock::take(folder.root));
    auto office = TRY(hub::ProgrammeOffice::open(disk, folder, now));
    // One byte more than is taken, so that a file that is too heavy is refused as such.
    const base::FilePart file =
        TRY(disk.read_part(words.file, 0, hub::poster_limits::file_bytes_max + 1));
    store::HubProgramme programme = office.programme();
    return hub::set_poster(disk, folder, programme, {who_at_the_command_line(), now},
                           {words.listing}, file.bytes);
}

}  // namespace wenlan::app
