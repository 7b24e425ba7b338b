// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/crash_disk.h"

#include <algorithm>

namespace wenlan::test {

namespace {

std::string folder_of(const std::filesystem::path& path) { return path.parent_path().string(); }

base::Error missing(const std::filesystem::path& path) {
    return {"disk.not-found", "A file or folder is missing.", path.string()};
}

}  // namespace

base::Result<void> CrashDisk::step() {
    ++steps_;
    if (fault_ != Fault::none && steps_ >= fault_at_) {
        if (fault_ == Fault::power_cut) {
            fault_ = Fault::none;
            throw PowerCut{};
        }
        broken_ = true;
    }
    if (!broken_) return {};
    if (fault_ == Fault::full) return base::Error{"disk.full", "The disk is full."};
    return base::Error{"disk.failed", "The disk could not be used."};
}

void CrashDisk::apply(const Change& change, Names& names) {
    for (const auto& [name, file] : change.names) {
        if (file) {
            names[name] = file;
        } else {
            names.erase(name);
        }
    }
}

void CrashDisk::change(Change change) {
    apply(change, now_);
    unsynced_.push_back(std::move(change));
    if (after_step) after_step();
}

std::string CrashDisk::torn(const File& file, SeededRandom& random) {
    if (file.bytes == file.synced) return file.synced;
    switch (random.below(4)) {
        case 0:
            return file.synced;
        case 1:
            return file.bytes;
        case 2:
            return file.bytes.substr(0, random.below(file.bytes.size()));
        default: {
            // The length came through, the blocks did not.
            std::string bytes = file.bytes;
            const std::size_t from = random.below(bytes.size());
            std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(), '\0');
            return bytes;
        }
    }
}

void CrashDisk::power_comes_back(SeededRandom& random) {
    const std::size_t percent = random.below(101);
    for (const Change& pending : unsynced_) {
        if (random.chance(static_cast<int>(percent))) apply(pending, durable_);
    }
    unsynced_.clear();
    std::map<File*, std::shared_ptr<File>> once;
    for (auto& [name, file] : durable_) {
        auto& after = once[file.get()];
        if (!after) {
            after = std::make_shared<File>();
            after->bytes = torn(*file, random);
            after->synced = after->bytes;
        }
        file = after;
    }
    now_ = durable_;
    mend();
}

base::Result<std::string> CrashDisk::read(const std::filesystem::path& path,
                                          std::size_t bytes_max) {
    const auto found = now_.find(path.string());
    if (found == now_.end()) return missing(path);
    if (broken_ && fault_ == Fault::failing) {
        return base::Error{"disk.failed", "The disk could not be used."};
    }
    if (found->second->bytes.size() > bytes_max) {
        return base::Error{"disk.too-large", "A file is larger than allowed."};
    }
    return found->second->bytes;
}

base::Result<base::FilePart> CrashDisk::read_part(const std::filesystem::path& path,
                                                  std::uint64_t offset, std::size_t bytes_max) {
    const auto found = now_.find(path.string());
    if (found == now_.end()) return missing(path);
    const std::string& bytes = found->second->bytes;
    base::FilePart part{{}, bytes.size()};
    if (offset < bytes.size()) part.bytes = bytes.substr(offset, bytes_max);
    return part;
}

// In the steps in which a real disk takes it: anything may happen between two of them.
base::Result<void> CrashDisk::replace(const std::filesystem::path& path, std::string_view bytes) {
    const std::string beside = path.string() + ".new-" + std::to_string(++temporary_);
    TRY(append(beside, bytes));
    base::Result<void> done = sync(beside);
    if (done) done = rename(beside, path);
    if (!done) {
        now_.erase(beside);
        return done;
    }
    return sync(path.parent_path());
}

base::Result<void> CrashDisk::append(const std::filesystem::path& path, std::string_view bytes) {
    TRY(step());
    const auto found = now_.find(path.string());
    if (found != now_.end()) {
        found->second->bytes += bytes;
        if (after_step) after_step();
        return {};
    }
    auto file = std::make_shared<File>();
    file->bytes = bytes;
    change({folder_of(path), {{path.string(), std::move(file)}}});
    return {};
}

base::Result<void> CrashDisk::rename(const std::filesystem::path& from,
                                     const std::filesystem::path& to) {
    TRY(step());
    const auto found = now_.find(from.string());
    if (found == now_.end()) return missing(from);
    change({folder_of(to), {{to.string(), found->second}, {from.string(), nullptr}}});
    return {};
}

base::Result<void> CrashDisk::sync(const std::filesystem::path& path) {
    TRY(step());
    const auto found = now_.find(path.string());
    if (found != now_.end()) {
        found->second->synced = found->second->bytes;
        return {};
    }
    std::erase_if(unsynced_, [&](const Change& pending) {
        if (pending.folder != path.string()) return false;
        apply(pending, durable_);
        return true;
    });
    return {};
}

base::Result<void> CrashDisk::remove(const std::filesystem::path& path) {
    TRY(step());
    if (!now_.contains(path.string())) return missing(path);
    change({folder_of(path), {{path.string(), nullptr}}});
    return {};
}

base::Result<std::vector<std::string>> CrashDisk::list(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& [name, file] : now_) {
        if (folder_of(name) == folder.string()) {
            names.push_back(std::filesystem::path(name).filename().string());
        }
    }
    return names;
}

std::optional<std::string> CrashDisk::look(const std::filesystem::path& path) const {
    const auto found = now_.find(path.string());
    if (found == now_.end()) return std::nullopt;
    return found->second->bytes;
}

}  // namespace wenlan::test
