// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "net/transport.h"
#include "sync/root.h"

namespace wenlan::sync {

enum class NextEpoch { same, new_one };

// The keys by which a centre's hub speaks, in a folder that only it may read:
//   offline.key      signs roots; belongs on a stick in a safe, and is fetched to change keys
//   online-<n>.key   signs what is published under root n
//   root-<n>         the roots, which are public
class CentreKeys {
public:
    // "keys.exist" where there are keys already: they are never overwritten.
    static base::Result<CentreKeys> make(base::Disk& disk, const std::filesystem::path& folder,
                                         base::Random& random, base::Instant now);
    // "keys.none", "keys.broken".
    static base::Result<CentreKeys> load(base::Disk& disk, const std::filesystem::path& folder);

    // A new online key under a new root. With a new epoch versions begin again: for when a thief
    // has published in the centre's name. "keys.no-offline" where the offline key is put away.
    base::Result<void> rotate(base::Disk& disk, base::Random& random, base::Instant now,
                              NextEpoch epoch);

    // Makes sure that all roots can be fetched. To be done before anything signed is published.
    base::Result<void> publish_roots(net::Transport& site) const;

    const Root& root() const { return root_; }
    const SigningKey& online() const { return online_; }
    // The first root's file: what a pairing hands over, and every later one, in order.
    const std::vector<std::string>& root_files() const { return root_files_; }

private:
    CentreKeys(std::filesystem::path folder, Root root, SigningKey online,
               std::vector<std::string> root_files)
        : folder_(std::move(folder)),
          root_(std::move(root)),
          online_(std::move(online)),
          root_files_(std::move(root_files)) {}

    std::filesystem::path folder_;
    Root root_;
    SigningKey online_;
    std::vector<std::string> root_files_;
};

}  // namespace wenlan::sync
