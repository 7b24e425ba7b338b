// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/ports.h"
#include "sync/seeded_random.h"

namespace wenlan::sim {

// One machine's disk, in memory. It keeps what was synced; of what was written since, a power cut
// leaves any part: each write whole, torn or gone, in any order. SQLite comes to it through the VFS
// of sim_vfs.h, everything else through the Disk port.
class SimDisk final : public base::Disk {
public:
    struct File {
        struct Write {
            std::int64_t offset = 0;
            std::string bytes;
            bool truncates = false;  // to `offset`
        };
        std::string bytes;  // as a running program sees it
        std::string durable;
        std::vector<Write> unsynced;
        bool name_durable = false;
        std::vector<std::unique_ptr<std::uint8_t[]>> shared;  // SQLite's shared memory
    };

    // What happens to it. After the power has gone nothing works until power_comes_back().
    void cut_power_after(int steps) { steps_left_ = steps; }
    bool dead() const { return dead_; }
    void power_comes_back(test::SeededRandom& random);
    void set_full(bool full) { full_ = full; }
    bool full() const { return full_; }

    // For the VFS. False: the power is gone.
    bool step();
    std::shared_ptr<File> find(const std::string& name);
    std::shared_ptr<File> make(const std::string& name);
    static void write(File& file, std::int64_t offset, std::string bytes);
    static void truncate(File& file, std::int64_t size);
    static void sync_file(File& file);
    void erase(const std::string& name) { files_.erase(name); }

    // All of it at once, for a world that begins with a database that is already made.
    void put(const std::string& name, const std::string& bytes);

    base::Result<std::string> read(const std::filesystem::path& path,
                                   std::size_t bytes_max) override;
    base::Result<base::FilePart> read_part(const std::filesystem::path& path, std::uint64_t offset,
                                           std::size_t bytes_max) override;
    base::Result<void> replace(const std::filesystem::path& path, std::string_view bytes) override;
    base::Result<void> replace_private(const std::filesystem::path& path,
                                       std::string_view bytes) override {
        return replace(path, bytes);
    }
    base::Result<void> append(const std::filesystem::path& path, std::string_view bytes) override;
    base::Result<void> rename(const std::filesystem::path& from,
                              const std::filesystem::path& to) override;
    base::Result<void> sync(const std::filesystem::path& path) override;
    base::Result<void> remove(const std::filesystem::path& path) override;
    base::Result<void> make_folder(const std::filesystem::path&) override { return {}; }
    bool exists(const std::filesystem::path& path) override {
        return files_.contains(path.string());
    }
    base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) override;

private:
    std::map<std::string, std::shared_ptr<File>> files_;
    int steps_left_ = -1;
    bool dead_ = false;
    bool full_ = false;
};

}  // namespace wenlan::sim
