// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/ports.h"

namespace wenlan::test {

// A disk on which one change, counted from 1, fails and every later one too: as if it were full, or
// pulled out.
class FailingDisk final : public base::Disk {
public:
    int fail_from = 0;  // 0: never
    int changes = 0;

    base::Result<std::string> read(const std::filesystem::path& path,
                                   std::size_t bytes_max) override {
        return disk_.read(path, bytes_max);
    }
    base::Result<base::FilePart> read_part(const std::filesystem::path& path, std::uint64_t offset,
                                           std::size_t bytes_max) override {
        return disk_.read_part(path, offset, bytes_max);
    }
    base::Result<void> replace(const std::filesystem::path& path, std::string_view bytes) override {
        if (fails()) return failure();
        return disk_.replace(path, bytes);
    }
    base::Result<void> replace_private(const std::filesystem::path& path,
                                       std::string_view bytes) override {
        if (fails()) return failure();
        return disk_.replace_private(path, bytes);
    }
    base::Result<void> append(const std::filesystem::path& path, std::string_view bytes) override {
        if (fails()) return failure();
        return disk_.append(path, bytes);
    }
    base::Result<void> rename(const std::filesystem::path& from,
                              const std::filesystem::path& to) override {
        if (fails()) return failure();
        return disk_.rename(from, to);
    }
    base::Result<void> sync(const std::filesystem::path& path) override {
        if (fails()) return failure();
        return disk_.sync(path);
    }
    base::Result<void> remove(const std::filesystem::path& path) override {
        if (fails()) return failure();
        return disk_.remove(path);
    }
    base::Result<void> make_folder(const std::filesystem::path& path) override {
        if (fails()) return failure();
        return disk_.make_folder(path);
    }
    bool exists(const std::filesystem::path& path) override { return disk_.exists(path); }
    base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) override {
        return disk_.list(folder);
    }

private:
    bool fails() { return ++changes >= fail_from && fail_from > 0; }
    static base::Error failure() { return {"disk.full", "The disk is full."}; }

    base::PosixDisk disk_;
};

}  // namespace wenlan::test
