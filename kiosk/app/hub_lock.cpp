// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace wenlan::app {

base::Result<HubLock> HubLock::take(const std::filesystem::path& data) {
    const std::filesystem::path path = data / "hub.lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        const int problem = errno;
        return base::Error{"hub.no-folder",
                           "The folder " + data.string() + " is not there, or may not be used.",
                           std::strerror(problem)};
    }
    HubLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR) {
            return base::Error{"hub.no-lock", "The folder cannot be kept for one process.",
                               std::strerror(errno)};
        }
    }
    return lock;
}

HubLock::~HubLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace wenlan::app
