// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.h"
#include "image/codec.h"

using namespace wenlan;

namespace {

const std::filesystem::path program = std::filesystem::path(WENLAN_BINARY_DIR) / "bin/wenlan-kiosk";

// wenlan-kiosk --preview, spoken to over its pipes.
class Preview {
public:
    Preview() {
        std::array<int, 2> in{}, out{};
        REQUIRE(::pipe(in.data()) == 0);
        REQUIRE(::pipe(out.data()) == 0);
        process_ = ::fork();
        REQUIRE(process_ >= 0);
        if (process_ == 0) {
            ::dup2(in[0], STDIN_FILENO);
            ::dup2(out[1], STDOUT_FILENO);
            for (const int end : {in[0], in[1], out[0], out[1]}) ::close(end);
            ::execl(program.c_str(), program.c_str(), "--preview", "--data", "/nonexistent",
                    nullptr);
            std::_Exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        to_ = in[1];
        from_ = out[0];
        ::signal(SIGPIPE, SIG_IGN);
    }
    ~Preview() {
        if (process_ > 0) end();
    }

    std::string ask(std::string_view request) {
        std::string head;
        for (int shift = 24; shift >= 0; shift -= 8)
            head.push_back(static_cast<char>(request.size() >> shift & 0xFF));
        send(head);
        send(request);
        const std::string length = receive(4);
        std::size_t bytes = 0;
        for (const char byte : length) bytes = bytes << 8 | static_cast<std::uint8_t>(byte);
        return receive(bytes);
    }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::write(to_, bytes.data(), bytes.size());
            REQUIRE(sent > 0);
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    // The exit code once stdin has ended.
    int end() {
        ::close(to_);
        int status = 0;
        ::waitpid(process_, &status, 0);
        ::close(from_);
        process_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    std::string receive(std::size_t bytes) {
        std::string got(bytes, '\0');
        for (std::size_t have = 0; have < bytes;) {
            const ssize_t part = ::read(from_, got.data() + have, bytes - have);
            REQUIRE(part > 0);
            have += static_cast<std::size_t>(part);
        }
        return got;
    }

    pid_t process_ = 0;
    int to_ = -1, from_ = -1;
};

std::string request(const std::string& title, const std::string& more = "") {
    return R"({"page":"detail","width_px":360,"now":"2026-11-22T06:20:00Z",)" + more +
           R"("centre":{"name":{"zh":"楚洲文化城"}},)"
           R"("venues":[{"id":7,"key":"theatre","name":{"zh":"大剧院"},"short_name":{"zh":"大剧院"}}],)"
           R"("listing":{"kind":"event","title":{"zh":")" +
           title +
           R"("},"poster":{"name":"02-opera"},"join":"sign_up","dates":[{"start":)"
           R"("2026-11-22T11:00:00Z","end":"2026-11-22T13:10:00Z","venue":7,"capacity":320,)"
           R"("walk_in_places":20,"taken":283}]}})";
}

image::Pixels picture(const std::string& answer) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(answer.data());
    auto decoded = image::decode(std::span(bytes, answer.size()));
    INFO(answer.substr(0, 200));
    REQUIRE(decoded);
    return std::move(decoded).value();
}

}  // namespace

TEST_CASE(
    "a listing that is being written is drawn as a screen would show it, and again when it "
    "changes") {
    Preview preview;
    const image::Pixels first = picture(preview.ask(request("越剧《打金枝》")));
    CHECK(first.width == 360);
    CHECK(first.height == 640);
    const image::Pixels other = picture(preview.ask(request("越剧《碧玉簪》")));
    CHECK_FALSE(first.rgba == other.rgba);
    const image::Pixels again = picture(preview.ask(request("越剧《打金枝》")));
    CHECK(first.rgba == again.rgba);
    const image::Pixels lying =
        picture(preview.ask(request("越剧《打金枝》", R"("orientation":"landscape",)")));
    CHECK(lying.width == 640);
    CHECK(lying.height == 360);
    CHECK(preview.end() == 0);
}

TEST_CASE("a preview of what cannot be read is a sentence, and the next one is a picture") {
    Preview preview;
    CHECK(preview.ask("{").find("\"code\":\"preview.bad-request\"") != std::string::npos);
    CHECK(preview.ask("{}").find("\"message\"") != std::string::npos);
    CHECK(preview.ask("").find("\"message\"") != std::string::npos);
    picture(preview.ask(request("")));
    CHECK(preview.end() == 0);
}

TEST_CASE("a preview ends with whoever asked for it, in the middle of a request too") {
    Preview preview;
    preview.send(std::string("\0\0\1\0half", 8));
    CHECK(preview.end() == 0);
}
