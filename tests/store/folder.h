// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>

namespace wenlan::test {

// A folder of its own that goes with the test.
class Folder {
public:
    Folder() {
        // In memory where that is possible: syncing to a real disk is most of the time otherwise.
        for (const std::string parent : {"/dev/shm", WENLAN_BINARY_DIR}) {
            std::string name = parent + "/wenlan-test-XXXXXX";
            const char* const made = mkdtemp(name.data());
            if (made == nullptr) continue;
            path_ = made;
            return;
        }
        std::abort();
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace wenlan::test
