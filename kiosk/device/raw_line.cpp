// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/raw_line.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

#include "device/escpos.h"

namespace wenlan::device {

namespace {

constexpr int connect_ms = 1500, answer_ms = 400, write_ms = 8000;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

bool ready(int number, short events, int timeout_ms) {
    pollfd wanted{number, events, 0};
    return ::poll(&wanted, 1, timeout_ms) == 1 && (wanted.revents & events) != 0;
}

bool write_all(int number, std::string_view bytes) {
    while (!bytes.empty()) {
        if (!ready(number, POLLOUT, write_ms)) return false;
        const ssize_t written = ::write(number, bytes.data(), bytes.size());
        if (written < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

int connected(const std::string& address, int port) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(static_cast<std::uint16_t>(port));
    if (::inet_pton(AF_INET, address.c_str(), &where.sin_addr) != 1) return -1;
    const int number = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (number < 0) return -1;
    const auto* as_any = reinterpret_cast<const sockaddr*>(&where);
    if (::connect(number, as_any, sizeof where) == 0) return number;
    int error = 0;
    socklen_t size = sizeof error;
    const bool there = errno == EINPROGRESS && ready(number, POLLOUT, connect_ms) &&
                       ::getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    if (there) return number;
    ::close(number);
    return -1;
}

}  // namespace

int RawLine::open() const {
    if (!file_.empty()) return ::open(file_.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    return connected(address_, port_);
}

model::Printer::State RawLine::state() {
    using State = model::Printer::State;
    const Descriptor line(open());
    if (line.number() < 0) return State::absent;
    if (!write_all(line.number(), escpos::ask_paper)) return State::absent;
    // One that does not answer is taken at its word: that it is there.
    unsigned char answer = 0;
    if (!ready(line.number(), POLLIN, answer_ms) || ::read(line.number(), &answer, 1) != 1)
        return State::ready;
    return escpos::has_paper(answer).value_or(true) ? State::ready : State::no_paper;
}

base::Result<void> RawLine::print(const image::Mask& paper) {
    const Descriptor line(open());
    if (line.number() >= 0 && write_all(line.number(), escpos::page(paper))) return {};
    return base::Error{"printer.away", "The receipt printer does not take anything.",
                       file_.empty() ? address_ : file_.string()};
}

}  // namespace wenlan::device
