// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk_previewer.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace wenlan::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t picture_bytes_max = std::size_t{32} << 20;
// The first picture waits for the program to start and to read its fonts.
constexpr std::chrono::seconds patience{20};

base::Error none(const std::string& detail) {
    return {"desk.no-preview", "There is no preview just now.", detail};
}

}  // namespace

DeskPreviewer::~DeskPreviewer() { end(); }

fs::path DeskPreviewer::kiosk_beside_this() {
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored).parent_path() / "wenlan-kiosk";
}

base::Result<std::string> DeskPreviewer::draw(std::string_view draft) {
    const std::lock_guard lock(lock_);
    auto drawn = ask(draft);
    if (!drawn) {
        end();
        return drawn;
    }
    if (!drawn.value().starts_with('{')) return drawn;
    const auto said = nlohmann::json::parse(drawn.value(), nullptr, false);
    if (!said.is_object()) return none("no sentence");
    return base::Error{said.value("code", "desk.no-preview"), said.value("message", "")};
}

base::Result<std::string> DeskPreviewer::ask(std::string_view draft) {
    if (process_ == 0) TRY(start());
    std::string head;
    for (int shift = 24; shift >= 0; shift -= 8) {
        head.push_back(static_cast<char>(draft.size() >> shift & 0xFF));
    }
    if (!send(head) || !send(draft)) return none("the process has ended");
    std::array<char, 4> length{};
    if (!receive(length.data(), length.size(), patience)) return none("no answer");
    std::size_t bytes = 0;
    for (const char byte : length) bytes = bytes << 8 | static_cast<std::uint8_t>(byte);
    if (bytes > picture_bytes_max) return none("too long an answer");
    std::string answer(bytes, '\0');
    if (!receive(answer.data(), bytes, patience)) return none("half an answer");
    return answer;
}

base::Result<void> DeskPreviewer::start() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return none("no socket");
    }
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::string program = program_.string();
    std::string data = data_.string();
    std::string preview = "--preview";
    std::string folder = "--data";
    std::array<char*, 5> words{program.data(), preview.data(), folder.data(), data.data(), nullptr};
    pid_t process = 0;
    const int failed =
        ::posix_spawn(&process, program.c_str(), &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) {
        ::close(ends[0]);
        return none(program + " cannot be started");
    }
    process_ = process;
    line_ = ends[0];
    return {};
}

void DeskPreviewer::end() {
    if (process_ == 0) return;
    ::close(line_);
    ::kill(process_, SIGTERM);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
}

bool DeskPreviewer::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(line_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool DeskPreviewer::receive(char* into, std::size_t bytes, base::Duration wait) const {
    while (bytes > 0) {
        pollfd ready{line_, POLLIN, 0};
        const int polled = ::poll(&ready, 1, static_cast<int>(wait.count()));
        if (polled < 0 && errno == EINTR) continue;
        if (polled <= 0) return false;
        const ssize_t got = ::recv(line_, into, bytes, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        into += got;
        bytes -= static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace wenlan::app
