// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pack_in_child.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/objects.h"

namespace wenlan::sync {

namespace {

base::Error no_child(const char* what) {
    return {"object.no-child", "The programme could not be packed thoroughly.",
            std::string(what) + ": " + std::strerror(errno)};
}

[[noreturn]] void pack(std::string_view database, int into) {
    constexpr int step_back = 10;
    static_cast<void>(::nice(step_back));
    const auto object = compress(database, thorough_level);
    std::string_view rest = object ? std::string_view(object.value()) : std::string_view();
    while (!rest.empty()) {
        const ssize_t put = ::write(into, rest.data(), rest.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) ::_exit(1);
        rest.remove_prefix(static_cast<std::size_t>(put));
    }
    ::_exit(object ? 0 : 1);
}

std::string all_of(int from) {
    std::string bytes;
    char piece[1 << 16];
    for (;;) {
        const ssize_t got = ::read(from, piece, sizeof piece);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return bytes;
        bytes.append(piece, static_cast<std::size_t>(got));
    }
}

}  // namespace

base::Result<std::string> pack_in_child(std::string_view database) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return no_child("pipe");
    const pid_t child = ::fork();
    if (child == 0) pack(database, ends[1]);
    ::close(ends[1]);
    std::string object = child > 0 ? all_of(ends[0]) : std::string();
    ::close(ends[0]);
    if (child < 0) return no_child("fork");
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return no_child("wait");
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return no_child("it did not come back");
    return object;
}

}  // namespace wenlan::sync
