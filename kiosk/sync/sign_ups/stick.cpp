// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/stick.h"

#include <string>
#include <vector>

#include "base/log.h"
#include "sync/sign_ups/reply.h"

namespace wenlan::sync {

std::filesystem::path sign_ups_on_stick(const std::filesystem::path& stick) {
    return stick / "wenlan" / "sign-ups";
}

base::Result<int> exchange_by_stick(base::Disk& disk, const std::filesystem::path& stick,
                                    Delivery& delivery) {
    const std::filesystem::path folder = sign_ups_on_stick(stick);
    const KioskIdentity& screen = delivery.identity();
    const std::string own = screen.centre.hex() + "-" + std::to_string(screen.number) + "-";
    TRY(disk.make_folder(folder));
    for (const std::string& name : TRY(disk.list(folder))) {
        if (!name.starts_with(own)) continue;
        if (name.ends_with(stick_answers)) {
            const auto part = TRY(disk.read_part(folder / name, 0, reply_bytes_max));
            if (const auto taken = delivery.take_reply(part.bytes); !taken) {
                base::log::warning("an answer on a stick", taken.error());
                continue;
            }
        } else if (!name.ends_with(stick_brings)) {
            continue;
        }
        TRY(disk.remove(folder / name));
    }
    const std::vector<std::string> messages = TRY(delivery.carried_out());
    int written = 0;
    for (const std::string& message : messages) {
        const std::string name = own + std::to_string(++written) + std::string(stick_brings);
        TRY(disk.replace(folder / name, message));
    }
    return written;
}

}  // namespace wenlan::sync
