// SPDX-License-Identifier: GPL-3.0-or-later
// wenlan_load_bench PORT KIOSKS EVERY_S EXTRA_PER_S SLOW HALF_OPEN SECONDS [PREFIX]: screens that
// poll a server on this machine as kiosks do (manifest and seats, each with the ETag from before,
// over a connection that they keep), others that ask as fast as said, and clients that send a byte
// a second or nothing at all. Prints a line of JSON. Loopback only.
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

struct Plan {
    int port = 0;
    int kiosks = 0;
    double every_s = 30;
    double extra_per_s = 0;
    int slow = 0;
    int half_open = 0;
    double seconds = 60;
    std::string prefix = "/site/";
};

struct Tally {
    std::size_t answered = 0;
    std::size_t failed = 0;
    std::size_t bytes = 0;
    std::size_t not_modified = 0;
    std::vector<double> waits_ms;
};

enum class Kind { kiosk, extra, slow, half_open };

class Client {
public:
    Client(const Plan& plan, Kind kind, int poller) : plan_(plan), kind_(kind), poller_(poller) {}
    ~Client() { hang_up(); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // It is time for the next thing; gives the seconds until the one after it.
    double act(Tally& tally) {
        if (kind_ == Kind::slow || kind_ == Kind::half_open) {
            if (descriptor_ < 0) dial();
            if (kind_ == Kind::slow) send_all("G");
            return 1;
        }
        // What was not answered until now counts as failed.
        if (waiting_) {
            ++tally.failed;
            hang_up();
        }
        asked_ = 0;
        ask(tally);
        return kind_ == Kind::kiosk ? plan_.every_s : 1;
    }

    void readable(Tally& tally) {
        char bytes[16384];
        for (;;) {
            const ssize_t got = ::recv(descriptor_, bytes, sizeof bytes, MSG_DONTWAIT);
            if (got < 0 && errno == EAGAIN) return;
            if (got <= 0) {
                if (waiting_) ++tally.failed;
                hang_up();
                return;
            }
            tally.bytes += static_cast<std::size_t>(got);
            if (!waiting_) continue;
            heard_.append(bytes, static_cast<std::size_t>(got));
            if (whole()) finish(tally);
        }
    }

private:
    void dial() {
        descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(plan_.port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            hang_up();
            return;
        }
        const int on = 1;
        ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = this;
        ::epoll_ctl(poller_, EPOLL_CTL_ADD, descriptor_, &event);
    }
    void hang_up() {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
        waiting_ = false;
        heard_.clear();
    }
    void send_all(const std::string& text) {
        if (descriptor_ < 0) return;
        if (::send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT) !=
            static_cast<ssize_t>(text.size())) {
            hang_up();
        }
    }

    void ask(Tally& tally) {
        if (descriptor_ < 0) dial();
        if (descriptor_ < 0) {
            ++tally.failed;
            return;
        }
        const std::string path = kind_ == Kind::extra ? "/healthz"
                                 : asked_ == 0        ? plan_.prefix + "manifest"
                                                      : plan_.prefix + "avail";
        std::string request = "GET " + path + " HTTP/1.1\r\nHost: office.example\r\n";
        if (!etags_[asked_].empty()) request += "If-None-Match: " + etags_[asked_] + "\r\n";
        waiting_ = true;
        began_ = Clock::now();
        send_all(request + "\r\n");
        if (!waiting_) ++tally.failed;
    }

    static std::string lower(std::string text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    }
    std::string header(const std::string& head, const std::string& name) const {
        const std::size_t at = lower(head).find("\r\n" + name + ": ");
        if (at == std::string::npos) return "";
        const std::size_t from = at + name.size() + 4;
        return head.substr(from, head.find("\r\n", from) - from);
    }
    bool whole() const {
        const std::size_t end = heard_.find("\r\n\r\n");
        if (end == std::string::npos) return false;
        const std::string length = header(heard_.substr(0, end + 2), "content-length");
        const bool bare = heard_.find(" 304 ") < 16;
        return heard_.size() >= end + 4 + (bare || length.empty() ? 0 : std::stoul(length));
    }
    void finish(Tally& tally) {
        const std::string head = heard_.substr(0, heard_.find("\r\n\r\n") + 2);
        const bool unchanged = head.find(" 304 ") < 16;
        if (unchanged || head.find(" 200 ") < 16) {
            ++tally.answered;
        } else {
            ++tally.failed;
        }
        if (unchanged) ++tally.not_modified;
        tally.waits_ms.push_back(Seconds(Clock::now() - began_).count() * 1e3);
        if (const std::string etag = header(head, "etag"); !etag.empty()) etags_[asked_] = etag;
        heard_.clear();
        waiting_ = false;
        if (kind_ != Kind::kiosk || asked_ == 1) return;
        asked_ = 1;
        ask(tally);
    }

    const Plan& plan_;
    const Kind kind_;
    const int poller_;
    int descriptor_ = -1;
    bool waiting_ = false;
    std::size_t asked_ = 0;
    std::string etags_[2];
    std::string heard_;
    Clock::time_point began_;
};

struct Due {
    double at_s = 0;
    Client* client = nullptr;
    bool operator<(const Due& other) const { return at_s > other.at_s; }  // the earliest on top
};

double percentile(std::vector<double>& values, double part) {
    if (values.empty()) return 0;
    const auto at = static_cast<std::size_t>(static_cast<double>(values.size() - 1) * part);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at),
                     values.end());
    return values[at];
}

void run(const Plan& plan, Tally& tally) {
    const int poller = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<std::unique_ptr<Client>> clients;
    std::priority_queue<Due> due;
    const auto add = [&](Kind kind, int count, double over_s) {
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<Client>(plan, kind, poller));
            due.push({over_s * i / count, clients.back().get()});
        }
    };
    add(Kind::kiosk, plan.kiosks, plan.every_s);
    add(Kind::extra, static_cast<int>(plan.extra_per_s), 1);
    add(Kind::slow, plan.slow, 1);
    add(Kind::half_open, plan.half_open, 1);
    const auto began = Clock::now();
    const auto now_s = [&] { return Seconds(Clock::now() - began).count(); };
    epoll_event events[256];
    while (now_s() < plan.seconds) {
        while (!due.empty() && due.top().at_s <= now_s()) {
            Due next = due.top();
            due.pop();
            next.at_s += next.client->act(tally);
            due.push(next);
        }
        const double wait_s = due.empty() ? 1 : std::max(0.0, due.top().at_s - now_s());
        const int count = ::epoll_wait(poller, events, 256, static_cast<int>(wait_s * 1e3) + 1);
        for (int i = 0; i < count; ++i) {
            static_cast<Client*>(events[i].data.ptr)->readable(tally);
        }
    }
    clients.clear();
    ::close(poller);
}

}  // namespace

int main(int count, char** words) {
    if (count < 8) {
        std::fprintf(stderr,
                     "wenlan_load_bench PORT KIOSKS EVERY_S EXTRA_PER_S SLOW HALF_OPEN SECONDS "
                     "[PREFIX]\n");
        return 2;
    }
    Plan plan;
    plan.port = std::atoi(words[1]);
    plan.kiosks = std::atoi(words[2]);
    plan.every_s = std::atof(words[3]);
    plan.extra_per_s = std::atof(words[4]);
    plan.slow = std::atoi(words[5]);
    plan.half_open = std::atoi(words[6]);
    plan.seconds = std::min(300.0, std::atof(words[7]));
    if (count > 8) plan.prefix = words[8];
    Tally tally;
    run(plan, tally);
    std::printf(
        "{\"answered\":%zu,\"failed\":%zu,\"not_modified\":%zu,\"per_s\":%.1f,\"bytes\":%zu,"
        "\"ms_p50\":%.2f,\"ms_p99\":%.2f,\"ms_max\":%.2f}\n",
        tally.answered, tally.failed, tally.not_modified,
        static_cast<double>(tally.answered) / plan.seconds, tally.bytes,
        percentile(tally.waits_ms, 0.5), percentile(tally.waits_ms, 0.99),
        percentile(tally.waits_ms, 1));
    return 0;
}
