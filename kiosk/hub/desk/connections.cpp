// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/connections.h"

namespace wenlan::hub::desk {

namespace {

constexpr std::size_t idle_max = 8;

}  // namespace

base::Result<Connections::Lease> Connections::take() {
    {
        const std::lock_guard guard(lock_);
        if (!idle_.empty()) {
            auto one = std::move(idle_.back());
            idle_.pop_back();
            return Lease(*this, std::move(one));
        }
    }
    auto opened = TRY(store::HubDatabase::open_existing(disk_, path_));
    return Lease(*this, std::make_unique<store::HubDatabase>(std::move(opened)));
}

void Connections::give_back(std::unique_ptr<store::HubDatabase> one) {
    const std::lock_guard guard(lock_);
    if (idle_.size() < idle_max) idle_.push_back(std::move(one));
}

}  // namespace wenlan::hub::desk
