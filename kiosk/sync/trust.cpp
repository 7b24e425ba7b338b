// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/trust.h"

#include <utility>

namespace wenlan::sync {

std::string root_name(std::int64_t number) { return "root/" + std::to_string(number); }

base::Result<void> Trust::load() {
    if (!disk_.exists(folder_.trusted_root())) {
        return base::Error{"trust.none", "This screen does not belong to a hub yet."};
    }
    const std::string file = TRY(disk_.read(folder_.trusted_root(), root_bytes_max));
    root_ = TRY(read_first_root(file));
    return {};
}

base::Result<void> Trust::learn(std::string_view file) {
    Root root = TRY(read_first_root(file));
    // What is there and damaged is replaced.
    if (!root_) static_cast<void>(load().ok());
    if (root_ && root_->centre != root.centre) {
        return base::Error{"trust.other-centre", "This screen belongs to another centre.",
                           root_->centre.hex() + " is not " + root.centre.hex()};
    }
    if (root_ && root_->number >= root.number) return {};
    return keep(file, std::move(root));
}

base::Result<bool> Trust::advance(net::Transport& transport) {
    constexpr int steps_max = 100;
    base::ensure(root_.has_value(), "a root is trusted before it is followed");
    bool advanced = false;
    for (int step = 0; step < steps_max; ++step) {
        const auto fetched =
            transport.get({.name = root_name(root_->number + 1), .bytes_max = root_bytes_max + 1});
        if (!fetched && fetched.error().code == "net.not-found") break;
        if (!fetched) return fetched.error();
        Root next = TRY(read_next_root(fetched.value().bytes, *root_));
        TRY(keep(fetched.value().bytes, std::move(next)));
        advanced = true;
    }
    return advanced;
}

base::Result<void> Trust::forget() {
    root_.reset();
    for (const auto& path : {folder_.trusted_root(), folder_.record()}) {
        if (disk_.exists(path)) TRY(disk_.remove(path));
    }
    return {};
}

base::Result<void> Trust::keep(std::string_view file, Root root) {
    TRY(disk_.make_folder(folder_.root));
    TRY(disk_.replace(folder_.trusted_root(), file));
    root_ = std::move(root);
    return {};
}

}  // namespace wenlan::sync
