// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "base/ports.h"

namespace wenlan::base {
namespace {

namespace fs = std::filesystem;

Error disk_error(int number, const char* what, const fs::path& path) {
    const std::string detail =
        std::string{what} + " " + path.string() + ": " + std::generic_category().message(number);
    switch (number) {
        case ENOENT:
        case ENOTDIR:
            return {"disk.not-found", "A file or folder is missing.", detail};
        case EACCES:
        case EPERM:
        case EROFS:
            return {"disk.denied", "A file or folder may not be used.", detail};
        case ENOSPC:
        case EDQUOT:
            return {"disk.full", "The disk is full.", detail};
        default:
            return {"disk.failed", "The disk could not be used.", detail};
    }
}

// An open file; closed when it goes.
class File {
public:
    static Result<File> open(const fs::path& path, int flags) {
        // O_NONBLOCK: a pipe in place of a file must not hang the program.
        const int fd = ::open(path.c_str(), flags | O_CLOEXEC | O_NONBLOCK, 0644);
        if (fd < 0) return disk_error(errno, "open", path);
        return File{fd, path};
    }
    // A new file beside `path`, with a name of its own.
    static Result<File> create_beside(const fs::path& path) {
        std::string name = path.string() + ".new-XXXXXX";
        const int fd = ::mkostemp(name.data(), O_CLOEXEC);
        if (fd < 0) return disk_error(errno, "create", name);
        return File{fd, name};
    }
    File(File&& other) noexcept
        : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    File& operator=(File&&) = delete;
    ~File() {
        if (fd_ >= 0) ::close(fd_);
    }

    // Its length; what is not a file has none.
    Result<std::uint64_t> length() const {
        struct stat status {};
        if (::fstat(fd_, &status) != 0) return failed("stat");
        if (!S_ISREG(status.st_mode)) {
            return Error{"disk.not-a-file", "This is not a file.", path_.string()};
        }
        return static_cast<std::uint64_t>(status.st_size);
    }
    Result<std::string> read(std::size_t bytes_max) const {
        std::string bytes;
        bytes.reserve(std::min<std::uint64_t>(TRY(length()), bytes_max) + 1);
        // One byte more than allowed tells a file that is too large; it may grow while it is read.
        while (bytes.size() <= bytes_max) {
            constexpr std::size_t block = std::size_t{1} << 16;
            const std::size_t had = bytes.size();
            const std::size_t want = std::min(block, bytes_max + 1 - had);
            bytes.resize(had + want);
            const ssize_t got = ::read(fd_, bytes.data() + had, want);
            if (got < 0 && errno == EINTR) {
                bytes.resize(had);
                continue;
            }
            if (got < 0) return failed("read");
            bytes.resize(had + static_cast<std::size_t>(got));
            if (got == 0) return bytes;
        }
        return Error{"disk.too-large", "A file is larger than allowed.", path_.string()};
    }
    Result<FilePart> read_part(std::uint64_t offset, std::size_t bytes_max) const {
        FilePart part{{}, TRY(length())};
        if (offset >= part.file_bytes) return part;
        part.bytes.resize(std::min<std::uint64_t>(bytes_max, part.file_bytes - offset));
        std::size_t had = 0;
        while (had < part.bytes.size()) {
            const ssize_t got = ::pread(fd_, part.bytes.data() + had, part.bytes.size() - had,
                                        static_cast<off_t>(offset + had));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return failed("read");
            if (got == 0) break;  // it has become shorter
            had += static_cast<std::size_t>(got);
        }
        part.bytes.resize(had);
        return part;
    }
    Result<void> write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t put = ::write(fd_, bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) return failed("write");
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
        return {};
    }
    Result<void> make_readable() const {
        return ::fchmod(fd_, 0644) == 0 ? Result<void>{} : failed("chmod");
    }
    Result<void> sync() const { return ::fsync(fd_) == 0 ? Result<void>{} : failed("fsync"); }
    const fs::path& path() const { return path_; }

private:
    File(int fd, fs::path path) : fd_(fd), path_(std::move(path)) {}
    Error failed(const char* what) const { return disk_error(errno, what, path_); }

    int fd_;
    fs::path path_;
};

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

enum class Readers { all, owner };

Result<void> fill_and_sync(const File& file, std::string_view bytes, Readers readers) {
    TRY(file.write(bytes));
    if (readers == Readers::all) TRY(file.make_readable());
    return file.sync();
}

Result<void> replace_for(PosixDisk& disk, const fs::path& path, std::string_view bytes,
                         Readers readers) {
    const File file = TRY(File::create_beside(path));
    Result<void> done = fill_and_sync(file, bytes, readers);
    if (done.ok()) done = disk.rename(file.path(), path);
    if (!done.ok()) {
        ::unlink(file.path().c_str());
        return done;
    }
    return disk.sync(folder_of(path));
}

}  // namespace

Result<std::string> PosixDisk::read(const fs::path& path, std::size_t bytes_max) {
    return TRY(File::open(path, O_RDONLY)).read(bytes_max);
}

Result<FilePart> PosixDisk::read_part(const fs::path& path, std::uint64_t offset,
                                      std::size_t bytes_max) {
    return TRY(File::open(path, O_RDONLY | O_NOFOLLOW)).read_part(offset, bytes_max);
}

Result<void> PosixDisk::replace(const fs::path& path, std::string_view bytes) {
    return replace_for(*this, path, bytes, Readers::all);
}

Result<void> PosixDisk::replace_private(const fs::path& path, std::string_view bytes) {
    return replace_for(*this, path, bytes, Readers::owner);
}

Result<void> PosixDisk::append(const fs::path& path, std::string_view bytes) {
    const File file = TRY(File::open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW));
    TRY(file.length());
    return file.write(bytes);
}

Result<void> PosixDisk::rename(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return disk_error(errno, "rename", from);
    return {};
}

Result<void> PosixDisk::sync(const fs::path& file_or_folder) {
    return TRY(File::open(file_or_folder, O_RDONLY)).sync();
}

Result<void> PosixDisk::remove(const fs::path& path) {
    if (::remove(path.c_str()) != 0) return disk_error(errno, "remove", path);
    return {};
}

Result<void> PosixDisk::make_folder(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return disk_error(error.value(), "create", path);
    return {};
}

bool PosixDisk::exists(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

Result<std::vector<std::string>> PosixDisk::list(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    fs::directory_iterator at{folder, error};
    while (!error && at != fs::directory_iterator{}) {
        names.push_back(at->path().filename().string());
        at.increment(error);
    }
    if (error) return disk_error(error.value(), "list", folder);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace wenlan::base
