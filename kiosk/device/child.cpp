// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/child.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/write_all.h"

namespace wenlan::device::child {

namespace {

// With both ends' pipes; the child has no other descriptor of ours.
struct Pipes {
    std::array<int, 2> in{-1, -1}, out{-1, -1};

    Pipes() {
        if (::pipe2(in.data(), O_CLOEXEC) != 0) in = {-1, -1};
        if (::pipe2(out.data(), O_CLOEXEC) != 0) out = {-1, -1};
    }
    ~Pipes() {
        for (int* end : {&in[0], &in[1], &out[0], &out[1]}) close(*end);
    }
    Pipes(const Pipes&) = delete;
    Pipes& operator=(const Pipes&) = delete;
    static void close(int& end) {
        if (end >= 0) ::close(end);
        end = -1;
    }
};

// 0: it could not be started.
int spawn(const std::vector<std::string>& command, const Pipes& pipes, bool reads) {
    std::vector<char*> words;
    words.reserve(command.size() + 1);
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, pipes.in[0], 0);
    if (reads) {
        posix_spawn_file_actions_adddup2(&files, pipes.out[1], 1);
    } else {
        posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    }
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    const int failed = ::posix_spawnp(&process, words[0], &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    return failed == 0 ? process : 0;
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128; }

}  // namespace

bool exists(const std::string& program) {
    // Where packages put programs; a folder of somebody's own is not asked.
    std::string_view rest = "/usr/local/bin:/usr/bin:/bin";
    while (!rest.empty()) {
        const std::size_t end = rest.find(':');
        const std::filesystem::path file = std::filesystem::path(rest.substr(0, end)) / program;
        if (::access(file.c_str(), X_OK) == 0) return true;
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return false;
}

base::Result<Ended> run(const std::vector<std::string>& command, std::string_view input) {
    Pipes pipes;
    const int process = spawn(command, pipes, true);
    if (process == 0) return base::Error{"child.start", "A program cannot be started.", command[0]};
    Pipes::close(pipes.in[0]);
    Pipes::close(pipes.out[1]);
    static_cast<void>(base::write_all(pipes.in[1], input));
    Pipes::close(pipes.in[1]);
    Ended ended;
    std::array<char, 4096> some{};
    constexpr std::size_t output_max = 65536;
    for (;;) {
        const ssize_t count = ::read(pipes.out[0], some.data(), some.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        if (ended.output.size() < output_max)
            ended.output.append(some.data(), static_cast<std::size_t>(count));
    }
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    ended.code = code_of(status);
    return ended;
}

bool Running::start(const std::vector<std::string>& command, std::string_view input) {
    stop();
    constexpr std::size_t pipe_bytes = 60000;
    Pipes pipes;
    process_ = spawn(command, pipes, false);
    if (process_ == 0) return false;
    static_cast<void>(base::write_all(pipes.in[1], input.substr(0, pipe_bytes)));
    return true;
}

bool Running::running() {
    if (process_ == 0) return false;
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == 0) return true;
    code_ = code_of(status);
    process_ = 0;
    return false;
}

void Running::stop() {
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
}

}  // namespace wenlan::device::child
