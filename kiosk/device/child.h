// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

// Other programs: what they are told goes in by their standard input, never by their arguments,
// which everyone on the machine can read.
namespace wenlan::device::child {

// Whether there is such a program in PATH.
bool exists(const std::string& program);

// Runs to its end.
struct Ended {
    int code = 0;
    std::string output;
};
base::Result<Ended> run(const std::vector<std::string>& command, std::string_view input);

// One that goes on by itself.
class Running {
public:
    Running() = default;
    ~Running() { stop(); }
    Running(Running&& other) noexcept
        : process_(std::exchange(other.process_, 0)), code_(other.code_) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    // `input` has to fit a pipe: 60 kB.
    bool start(const std::vector<std::string>& command, std::string_view input);
    bool running();
    void stop();
    int code() const { return code_; }  // of the last that ended by itself

private:
    int process_ = 0;
    int code_ = 0;
};

}  // namespace wenlan::device::child
