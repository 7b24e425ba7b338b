// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <memory>
#include <spdlog/logger.h>
#include <spdlog/sinks/dist_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace wenlan::base::log {
namespace {

constexpr std::size_t file_bytes_max = std::size_t{4} << 20;
constexpr std::size_t files_kept = 3;

// The log is the one thing that every layer writes to without being handed it.
struct Output {
    std::shared_ptr<spdlog::sinks::dist_sink_mt> sinks =
        std::make_shared<spdlog::sinks::dist_sink_mt>();
    spdlog::logger logger{"wenlan", sinks};

    Output() {
        sinks->add_sink(std::make_shared<spdlog::sinks::stderr_sink_mt>());
        logger.set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        logger.flush_on(spdlog::level::warn);
    }
};

Output& output() {
    static Output instance;
    return instance;
}

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::debug:
            return spdlog::level::debug;
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            break;
    }
    return spdlog::level::err;
}

// A message stays one line, whatever was put in it.
std::string one_line(std::string_view message) {
    std::string line{message};
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return line;
}

std::string sentence(std::string_view context, const Error& error) {
    std::string line{context};
    line += ": " + error.code + " " + error.message;
    if (!error.detail.empty()) line += " (" + error.detail + ")";
    return line;
}

}  // namespace

void write(Level level, std::string_view message) {
    output().logger.log(spdlog_level(level), one_line(message));
}

void set_level(Level level) { output().logger.set_level(spdlog_level(level)); }

void open_file(const std::string& path) {
    try {
        auto file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path, file_bytes_max,
                                                                           files_kept);
        file->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        output().sinks->add_sink(std::move(file));
    } catch (const spdlog::spdlog_ex& failure) {
        write(Level::warning, std::string{"the log file cannot be written: "} + failure.what());
    }
}

void error(std::string_view context, const Error& error) {
    write(Level::error, sentence(context, error));
}

void warning(std::string_view context, const Error& error) {
    write(Level::warning, sentence(context, error));
}

}  // namespace wenlan::base::log
