// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stdlib.h>
#include <string>

namespace wenlan::hub::test {

// A folder of its own that goes with the test.
class Folder {
public:
    Folder() {
        std::string name = std::string{WENLAN_BINARY_DIR} + "/hub-test-XXXXXX";
        path_ = mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::filesystem::path operator/(const char* name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace wenlan::hub::test
