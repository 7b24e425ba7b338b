// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace wenlan::base {

// The ports through which time, chance and the disk come in. Only app/ makes the real ones.

class Clock {
public:
    virtual ~Clock() = default;
    // Wall clock. Any thread.
    virtual Instant now() const = 0;
    // Time since some fixed point; never goes back. Any thread.
    virtual Duration uptime() const = 0;
};

// A clock that moves only when told to. Any thread.
class VirtualClock final : public Clock {
public:
    explicit VirtualClock(Instant start)
        : now_ms_(start.time_since_epoch().count()), start_(start) {}
    Instant now() const override { return Instant{Duration{now_ms_.load()}}; }
    Duration uptime() const override { return now() - start_; }
    void advance(Duration by) { now_ms_ += by.count(); }

private:
    std::atomic<std::int64_t> now_ms_;
    Instant start_;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
    Duration uptime() const override;
};

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
    std::uint64_t next_u64();
};

// The kernel's generator. Any thread.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

// Some bytes of a file, and how long the whole of it is.
struct FilePart {
    std::string bytes;
    std::uint64_t file_bytes = 0;
};

// What the program asks of a file system. Paths are absolute or relative to the working directory.
class Disk {
public:
    virtual ~Disk() = default;
    // At most `bytes_max`; a longer file is an error ("disk.too-large").
    virtual Result<std::string> read(const std::filesystem::path& path, std::size_t bytes_max) = 0;
    // At most `bytes_max` bytes from `offset` on, none past the end. A link is not followed: for
    // files on media that strangers bring.
    virtual Result<FilePart> read_part(const std::filesystem::path& path, std::uint64_t offset,
                                       std::size_t bytes_max) = 0;
    // Writes a temporary file beside `path`, syncs it, renames it over `path`, syncs the folder.
    virtual Result<void> replace(const std::filesystem::path& path, std::string_view bytes) = 0;
    // The same for keys: nobody but the program's user may read the file.
    virtual Result<void> replace_private(const std::filesystem::path& path,
                                         std::string_view bytes) = 0;
    // Adds to the end of a file, which is made if it is missing. Not synced.
    virtual Result<void> append(const std::filesystem::path& path, std::string_view bytes) = 0;
    virtual Result<void> rename(const std::filesystem::path& from,
                                const std::filesystem::path& to) = 0;
    virtual Result<void> sync(const std::filesystem::path& file_or_folder) = 0;
    virtual Result<void> remove(const std::filesystem::path& path) = 0;
    virtual Result<void> make_folder(const std::filesystem::path& path) = 0;
    virtual bool exists(const std::filesystem::path& path) = 0;
    virtual Result<std::vector<std::string>> list(const std::filesystem::path& folder) = 0;
};

class PosixDisk final : public Disk {
public:
    Result<std::string> read(const std::filesystem::path& path, std::size_t bytes_max) override;
    Result<FilePart> read_part(const std::filesystem::path& path, std::uint64_t offset,
                               std::size_t bytes_max) override;
    Result<void> replace(const std::filesystem::path& path, std::string_view bytes) override;
    Result<void> replace_private(const std::filesystem::path& path,
                                 std::string_view bytes) override;
    Result<void> append(const std::filesystem::path& path, std::string_view bytes) override;
    Result<void> rename(const std::filesystem::path& from,
                        const std::filesystem::path& to) override;
    Result<void> sync(const std::filesystem::path& file_or_folder) override;
    Result<void> remove(const std::filesystem::path& path) override;
    Result<void> make_folder(const std::filesystem::path& path) override;
    bool exists(const std::filesystem::path& path) override;
    Result<std::vector<std::string>> list(const std::filesystem::path& folder) override;
};

}  // namespace wenlan::base
