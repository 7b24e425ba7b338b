// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <unistd.h>

#include "app/input_confinement.h"
#include "app/places.h"
#include "app/preview_painter.h"
#include "app/preview_request.h"
#include "base/log.h"
#include "base/write_all.h"
#include "image/codec.h"
#include "text/readings.h"

namespace wenlan::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t request_bytes_max = std::size_t{4} << 20;

bool read_all(int descriptor, char* into, std::size_t bytes) {
    while (bytes > 0) {
        const ssize_t got = ::read(descriptor, into, bytes);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        into += got;
        bytes -= static_cast<std::size_t>(got);
    }
    return true;
}

// None: the stream has ended, or is no conversation.
std::optional<std::string> next_request(int descriptor) {
    std::array<char, 4> head{};
    if (!read_all(descriptor, head.data(), head.size())) return std::nullopt;
    std::size_t bytes = 0;
    for (const char byte : head) bytes = bytes << 8 | static_cast<std::uint8_t>(byte);
    if (bytes > request_bytes_max) {
        std::fputs("wenlan-kiosk: A request for a preview is too long.\n", stderr);
        return std::nullopt;
    }
    std::string request(bytes, '\0');
    if (!read_all(descriptor, request.data(), bytes)) return std::nullopt;
    return request;
}

bool send(int descriptor, std::string_view answer) {
    std::string head;
    for (int shift = 24; shift >= 0; shift -= 8) {
        head.push_back(static_cast<char>(answer.size() >> shift & 0xFF));
    }
    return base::write_all(descriptor, head) && base::write_all(descriptor, answer);
}

std::string sentence(const base::Error& error) {
    base::log::warning("a preview", error);
    const nlohmann::ordered_json json = {{"code", error.code}, {"message", error.message}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

base::Result<std::string> picture(PreviewPainter& painter, std::string_view json) {
    const PreviewRequest request = TRY(parse_preview_request(json));
    return image::encode_png(TRY(painter.paint(request)));
}

// A folder of this process alone, in memory where there is such a place; gone with it.
class Scratch {
public:
    static base::Result<Scratch> make() {
        std::error_code ignored;
        const fs::path shared = "/dev/shm";
        fs::path parent = fs::temp_directory_path(ignored);
        if (::access(shared.c_str(), W_OK | X_OK) == 0) parent = shared;
        std::string name = (parent / "wenlan-preview-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            return base::Error{"preview.no-folder", "There is no place to make a preview in.",
                               name};
        }
        return Scratch(name);
    }
    Scratch(Scratch&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    Scratch& operator=(Scratch&&) = delete;
    ~Scratch() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

private:
    explicit Scratch(fs::path path) : path_(std::move(path)) {}
    fs::path path_;
};

base::Result<void> serve(const Options& options, int in, int out) {
    base::PosixDisk disk;
    const base::SystemClock clock;
    const Scratch scratch = TRY(Scratch::make());
    const auto readings = text::PhraseReadings::create();
    if (!readings) base::log::warning("readings", readings.error());
    const auto painter =
        TRY(PreviewPainter::create({.disk = disk,
                                    .clock = clock,
                                    .scratch = scratch.path(),
                                    .readings = readings ? readings.value().get() : nullptr},
                                   find_places(options).drawn));
    confine_preview();
    while (const auto request = next_request(in)) {
        const auto drawn = picture(*painter, *request);
        if (!send(out, drawn ? drawn.value() : sentence(drawn.error()))) break;
    }
    return {};
}

}  // namespace

int run_preview(const Options& options) {
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    // stdout carries answers alone, whatever a library likes to say there.
    const int out = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    base::log::set_level(base::log::Level::error);
    const auto done = serve(options, STDIN_FILENO, out);
    if (done) return 0;
    std::fprintf(stderr, "wenlan-kiosk: %s (%s)\n", done.error().message.c_str(),
                 done.error().detail.c_str());
    return 1;
}

}  // namespace wenlan::app
