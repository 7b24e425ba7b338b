// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/sim_disk.h"

#include <algorithm>

namespace wenlan::sim {

namespace {

constexpr std::size_t sector_bytes = 512;

base::Error gone() { return {"disk.failed", "The disk could not be used."}; }
base::Error missing(const std::filesystem::path& path) {
    return {"disk.not-found", "A file or folder is missing.", path.string()};
}

void lay(std::string& bytes, const SimDisk::File::Write& write) {
    const auto offset = static_cast<std::size_t>(write.offset);
    if (write.truncates) {
        bytes.resize(offset);
        return;
    }
    if (bytes.size() < offset + write.bytes.size()) bytes.resize(offset + write.bytes.size());
    std::copy(write.bytes.begin(), write.bytes.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

bool SimDisk::step() {
    if (dead_) return false;
    if (steps_left_ > 0 && --steps_left_ == 0) {
        steps_left_ = -1;
        dead_ = true;
    }
    return !dead_;
}

void SimDisk::power_comes_back(test::SeededRandom& random) {
    dead_ = false;
    steps_left_ = -1;
    const std::size_t kept_percent = random.below(101);
    for (auto at = files_.begin(); at != files_.end();) {
        File& file = *at->second;
        if (!file.name_durable && !random.chance(50)) {
            at = files_.erase(at);
            continue;
        }
        std::vector<File::Write> writes = std::move(file.unsynced);
        if (random.chance(30)) {  // the disk's own order
            for (std::size_t i = writes.size(); i > 1; --i) {
                std::swap(writes[i - 1], writes[random.below(i)]);
            }
        }
        for (File::Write& write : writes) {
            if (!random.chance(static_cast<int>(kept_percent))) continue;
            if (!write.truncates && random.chance(20)) {
                const std::size_t sectors = write.bytes.size() / sector_bytes;
                write.bytes.resize(
                    std::min(write.bytes.size(), sector_bytes * random.below(sectors + 1)));
            }
            lay(file.durable, write);
        }
        file.unsynced.clear();
        file.bytes = file.durable;
        file.shared.clear();
        file.name_durable = true;
        ++at;
    }
}

std::shared_ptr<SimDisk::File> SimDisk::find(const std::string& name) {
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : found->second;
}

std::shared_ptr<SimDisk::File> SimDisk::make(const std::string& name) {
    auto& file = files_[name];
    if (!file) file = std::make_shared<File>();
    return file;
}

void SimDisk::write(File& file, std::int64_t offset, std::string bytes) {
    File::Write write{offset, std::move(bytes), false};
    lay(file.bytes, write);
    file.unsynced.push_back(std::move(write));
}

void SimDisk::truncate(File& file, std::int64_t size) {
    File::Write write{size, {}, true};
    lay(file.bytes, write);
    file.unsynced.push_back(std::move(write));
}

void SimDisk::sync_file(File& file) {
    for (const File::Write& write : file.unsynced) lay(file.durable, write);
    file.unsynced.clear();
    file.name_durable = true;
}

void SimDisk::put(const std::string& name, const std::string& bytes) {
    const auto file = make(name);
    file->bytes = bytes;
    file->durable = bytes;
    file->name_durable = true;
}

base::Result<std::string> SimDisk::read(const std::filesystem::path& path, std::size_t bytes_max) {
    if (dead_) return gone();
    const auto file = find(path.string());
    if (!file) return missing(path);
    if (file->bytes.size() > bytes_max) {
        return base::Error{"disk.too-large", "A file is larger than allowed."};
    }
    return file->bytes;
}

base::Result<base::FilePart> SimDisk::read_part(const std::filesystem::path& path,
                                                std::uint64_t offset, std::size_t bytes_max) {
    if (dead_) return gone();
    const auto file = find(path.string());
    if (!file) return missing(path);
    base::FilePart part{{}, file->bytes.size()};
    if (offset < file->bytes.size()) part.bytes = file->bytes.substr(offset, bytes_max);
    return part;
}

base::Result<void> SimDisk::replace(const std::filesystem::path& path, std::string_view bytes) {
    if (!step()) return gone();
    if (full_) return base::Error{"disk.full", "The disk is full."};
    put(path.string(), std::string(bytes));
    return {};
}

base::Result<void> SimDisk::append(const std::filesystem::path& path, std::string_view bytes) {
    if (!step()) return gone();
    const auto file = make(path.string());
    write(*file, static_cast<std::int64_t>(file->bytes.size()), std::string(bytes));
    return {};
}

base::Result<void> SimDisk::rename(const std::filesystem::path& from,
                                   const std::filesystem::path& to) {
    if (!step()) return gone();
    const auto file = find(from.string());
    if (!file) return missing(from);
    files_[to.string()] = file;
    files_.erase(from.string());
    return {};
}

base::Result<void> SimDisk::sync(const std::filesystem::path& path) {
    if (!step()) return gone();
    if (const auto file = find(path.string())) sync_file(*file);
    return {};
}

base::Result<void> SimDisk::remove(const std::filesystem::path& path) {
    if (!step()) return gone();
    files_.erase(path.string());
    return {};
}

base::Result<std::vector<std::string>> SimDisk::list(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& [name, file] : files_) {
        const std::filesystem::path path(name);
        if (path.parent_path() == folder) names.push_back(path.filename().string());
    }
    return names;
}

}  // namespace wenlan::sim
