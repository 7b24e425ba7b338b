// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "store/hub/hub_database.h"

namespace wenlan::hub::desk {

// Connections to the hub's database, one for each request that is being answered. Any thread.
class Connections {
public:
    // One of them, until it goes; it belongs to the thread that has it.
    class Lease {
    public:
        Lease(Connections& all, std::unique_ptr<store::HubDatabase> one)
            : all_(&all), one_(std::move(one)) {}
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (one_) all_->give_back(std::move(one_));
        }
        store::HubDatabase& operator*() { return *one_; }
        store::HubDatabase* operator->() { return one_.get(); }

    private:
        Connections* all_;
        std::unique_ptr<store::HubDatabase> one_;
    };

    Connections(base::Disk& disk, std::filesystem::path path)
        : disk_(disk), path_(std::move(path)) {}
    base::Result<Lease> take();

private:
    void give_back(std::unique_ptr<store::HubDatabase> one);

    base::Disk& disk_;
    const std::filesystem::path path_;
    std::mutex lock_;
    std::vector<std::unique_ptr<store::HubDatabase>> idle_;
};

}  // namespace wenlan::hub::desk
