// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/centre_keys.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "sync/edition.h"
#include "sync/trust.h"

namespace wenlan::sync {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours root_life{24 * 365 * 5};

fs::path offline_path(const fs::path& folder) { return folder / "offline.key"; }
fs::path online_path(const fs::path& folder, std::int64_t number) {
    return folder / ("online-" + std::to_string(number) + ".key");
}
fs::path root_path(const fs::path& folder, std::int64_t number) {
    return folder / ("root-" + std::to_string(number));
}

base::Error broken(std::string detail) {
    return {"keys.broken", "The centre's keys are damaged.", std::move(detail)};
}

base::Result<SigningKey> read_key(base::Disk& disk, const fs::path& path) {
    constexpr std::size_t bytes_max = 100;
    std::string text = TRY(disk.read(path, bytes_max));
    if (text.ends_with('\n')) text.pop_back();
    auto key = SigningKey::of_hex(text);
    wipe(text.data(), text.size());
    if (!key) return broken(path.string());
    return std::move(*key);
}

base::Result<void> write_key(base::Disk& disk, const fs::path& path, const SigningKey& key) {
    std::string text = key.hex() + "\n";
    auto written = disk.replace_private(path, text);
    wipe(text.data(), text.size());
    return written;
}

}  // namespace

base::Result<CentreKeys> CentreKeys::make(base::Disk& disk, const fs::path& folder,
                                          base::Random& random, base::Instant now) {
    if (disk.exists(root_path(folder, 1))) {
        return base::Error{"keys.exist", "This centre has its keys already."};
    }
    TRY(disk.make_folder(folder));
    const SigningKey offline = SigningKey::make(random);
    SigningKey online = SigningKey::make(random);
    Root root;
    root.centre = CentreId::make(random);
    root.issued = now;
    root.expires = now + root_life;
    root.offline = {offline.public_key()};
    root.online = {online.public_key()};
    const SigningKey* const signers[] = {&offline};
    std::string file = sign_root(root, signers);
    TRY(write_key(disk, offline_path(folder), offline));
    TRY(write_key(disk, online_path(folder, 1), online));
    TRY(disk.replace(root_path(folder, 1), file));
    return CentreKeys(folder, std::move(root), std::move(online), {std::move(file)});
}

base::Result<CentreKeys> CentreKeys::load(base::Disk& disk, const fs::path& folder) {
    if (!disk.exists(root_path(folder, 1))) {
        return base::Error{"keys.none", "This centre has no keys yet."};
    }
    std::vector<std::string> files;
    std::optional<Root> root;
    for (std::int64_t number = 1; disk.exists(root_path(folder, number)); ++number) {
        files.push_back(TRY(disk.read(root_path(folder, number), root_bytes_max)));
        auto read = root ? read_next_root(files.back(), *root) : read_first_root(files.back());
        if (!read) return broken(root_path(folder, number).string() + " " + read.error().code);
        root = std::move(read).value();
    }
    SigningKey online = TRY(read_key(disk, online_path(folder, root->number)));
    if (std::find(root->online.begin(), root->online.end(), online.public_key()) ==
        root->online.end()) {
        return broken("the online key is not the root's");
    }
    return CentreKeys(folder, std::move(*root), std::move(online), std::move(files));
}

base::Result<void> CentreKeys::rotate(base::Disk& disk, base::Random& random, base::Instant now,
                                      NextEpoch epoch) {
    if (!disk.exists(offline_path(folder_))) {
        return base::Error{"keys.no-offline", "To change the keys, bring the offline key back.",
                           offline_path(folder_).string()};
    }
    const SigningKey offline = TRY(read_key(disk, offline_path(folder_)));
    SigningKey online = SigningKey::make(random);
    Root next = root_;
    ++next.number;
    if (epoch == NextEpoch::new_one) ++next.epoch;
    next.issued = now;
    next.expires = now + root_life;
    next.online = {online.public_key()};
    const SigningKey* const signers[] = {&offline};
    std::string file = sign_root(next, signers);
    if (!read_next_root(file, root_)) return broken("the offline key is not the root's");
    // The key first: where there is a root, its key is there.
    TRY(write_key(disk, online_path(folder_, next.number), online));
    TRY(disk.replace(root_path(folder_, next.number), file));
    root_ = std::move(next);
    online_ = std::move(online);
    root_files_.push_back(std::move(file));
    return {};
}

base::Result<void> CentreKeys::publish_roots(net::Transport& site) const {
    for (std::size_t i = 0; i < root_files_.size(); ++i) {
        const std::string name = root_name(static_cast<std::int64_t>(i) + 1);
        const auto there = site.get({.name = name, .bytes_max = root_bytes_max});
        if (there && there.value().bytes == root_files_[i]) continue;
        TRY(site.put(name, root_files_[i]));
    }
    return {};
}

}  // namespace wenlan::sync
