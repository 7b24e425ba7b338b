// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "net/transport.h"
#include "sync/follow_record.h"
#include "sync/root.h"

namespace wenlan::sync {

// The root that a kiosk goes by, kept on its disk. One thread.
class Trust {
public:
    Trust(base::Disk& disk, FollowFolder folder) : disk_(disk), folder_(std::move(folder)) {}

    // Takes up what is on the disk; "trust.none" where no centre was ever learnt. The file is
    // believed because it is this kiosk's own.
    base::Result<void> load();
    // Learns a centre from its root, in a pairing or by hand. The root of the same centre that is
    // trusted already stays if it is as new; another centre is refused: "trust.other-centre".
    base::Result<void> learn(std::string_view file);
    // Follows the roots that came after, if there are any. True: a new one is trusted now.
    base::Result<bool> advance(net::Transport& transport);
    // Forgets the centre.
    base::Result<void> forget();

    const std::optional<Root>& root() const { return root_; }

private:
    base::Result<void> keep(std::string_view file, Root root);

    base::Disk& disk_;
    FollowFolder folder_;
    std::optional<Root> root_;
};

// Where the root with this number lies.
std::string root_name(std::int64_t number);

}  // namespace wenlan::sync
