// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "sync/folder_transport.h"
#include "sync/follower.h"

// follow_once SITE DATA: asks once, as a screen does, and ends: 0 if all went well, 1 if not.
int main(int argc, char** argv) {
    using namespace wenlan;
    if (argc != 3) return 2;
    base::PosixDisk disk;
    base::SystemClock clock;
    base::SystemRandom random;
    sync::FolderTransport site(disk, argv[1]);
    sync::FollowSettings settings;
    settings.trust_the_first = true;
    sync::Follower follower(disk, clock, random, site, {argv[2]}, settings);
    follower.tick();
    const auto error = follower.status().error;
    if (error) std::fprintf(stderr, "%s\n", error->code.c_str());
    return error ? 1 : 0;
}
