// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/stick.h"

#include "sync/sign_ups/stick.h"
#include "sync/sign_ups/submission.h"

namespace wenlan::hub {

base::Result<StickAnswered> answer_stick(base::Disk& disk, const std::filesystem::path& stick,
                                         SignUpOffice& office) {
    StickAnswered done;
    const std::filesystem::path folder = sync::sign_ups_on_stick(stick);
    if (!disk.exists(folder)) return done;
    for (const std::string& name : TRY(disk.list(folder))) {
        if (!name.ends_with(sync::stick_brings)) continue;
        // A link could lead out of the stick, and is refused.
        const auto part = disk.read_part(folder / name, 0, sync::submission_bytes_max + 1);
        const auto reply = part ? office.submit(part.value().bytes) : part.error();
        if (!reply) {
            done.refused.push_back(name + " " + reply.error().code);
            continue;
        }
        std::string answer = name.substr(0, name.size() - sync::stick_brings.size());
        answer += sync::stick_answers;
        TRY(disk.replace(folder / answer, reply.value()));
        TRY(disk.remove(folder / name));
        ++done.answered;
    }
    return done;
}

}  // namespace wenlan::hub
