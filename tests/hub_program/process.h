// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace wenlan::test {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

inline std::string quoted(const std::string& word) { return "'" + word + "'"; }

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Runs one of the programs to its end.
inline Ran run(const std::filesystem::path& folder, const std::string& program,
               const std::vector<std::string>& words) {
    std::string command = quoted(WENLAN_BINARY_DIR "/bin/" + program);
    for (const std::string& word : words) command += " " + quoted(word);
    command +=
        " > " + quoted((folder / "out").string()) + " 2> " + quoted((folder / "err").string());
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(folder / "out"),
            text_of(folder / "err")};
}

// A hub that serves until the test is over.
class Serving {
public:
    explicit Serving(const std::filesystem::path& data) {
        int said[2];
        if (::pipe2(said, O_CLOEXEC) != 0) std::abort();
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(said[1], STDOUT_FILENO);
            ::execl(WENLAN_BINARY_DIR "/bin/wenlan-hub", "wenlan-hub", "serve", "--listen",
                    "127.0.0.1:0", "--data", data.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(said[1]);
        char byte = 0;
        while (::read(said[0], &byte, 1) == 1 && byte != '\n') url_ += byte;
        ::close(said[0]);
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;
    ~Serving() { stop(SIGKILL); }

    const std::string& url() const { return url_; }
    // How it ended: the exit code, or -1 for a signal's end.
    int stop(int signal) {
        if (child_ <= 0) return -1;
        ::kill(child_, signal);
        int status = 0;
        ::waitpid(child_, &status, 0);
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t child_ = -1;
    std::string url_;
};

}  // namespace wenlan::test
