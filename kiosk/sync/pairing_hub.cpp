// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pairing_hub.h"

#include <algorithm>
#include <utility>

namespace wenlan::sync {

namespace {

base::Error too_many() { return {"pair.too-many", "Too many screens try at once. Wait a minute."}; }

base::Error none() { return {"pair.none", "No code is open. Ask the office for a new one."}; }

}  // namespace

void PairingHub::forget_old() {
    const base::Duration now = clock_.uptime();
    sessions_.remove_if(
        [&](const Session& session) { return now - session.began >= limits_.session; });
    while (!hellos_.empty() && now - hellos_.front() >= limits_.hellos_in) hellos_.pop_front();
}

std::list<PairingHub::Session>::iterator PairingHub::find(const PairingSession& id) {
    return std::find_if(sessions_.begin(), sessions_.end(),
                        [&](const Session& session) { return session.id == id; });
}

base::Result<std::string> PairingHub::welcome(std::string_view text, std::string_view code) {
    forget_old();
    const PairingHello hello = TRY(read_hello(text));
    if (sessions_.size() >= limits_.sessions || hellos_.size() >= limits_.hellos) {
        return too_many();
    }
    hellos_.push_back(clock_.uptime());
    const CodeExchange exchange(code, random_);
    PairingWelcome welcome{PairingSession::make(random_), exchange.share()};
    auto key = exchange.key(hello.share, welcome.session.hex());
    if (!key) return base::Error{"pair.malformed", "What the screen sent is no share."};
    sessions_.push_back({welcome.session, clock_.uptime(), std::move(*key), {}, {}});
    return write(welcome);
}

base::Result<PairingRequest> PairingHub::check(std::string_view request) {
    forget_old();
    const auto session = find(TRY(session_of(request)));
    if (session == sessions_.end() || !session->request.empty()) return none();
    auto read = read_request(request, session->key);
    if (read) {
        session->request = request;
    } else {
        // Another guess needs another exchange.
        sessions_.erase(session);
    }
    return read;
}

base::Result<std::string> PairingHub::grant(std::string_view request, const PairingGrant& grant) {
    const auto session = find(TRY(session_of(request)));
    if (session == sessions_.end() || session->request != request) return none();
    session->answer = write(grant, session->key, request);
    return session->answer;
}

std::optional<std::string> PairingHub::answered(std::string_view request) {
    forget_old();
    const auto id = session_of(request);
    if (!id) return std::nullopt;
    const auto session = find(id.value());
    const bool same =
        session != sessions_.end() && !session->answer.empty() && session->request == request;
    if (!same) return std::nullopt;
    return session->answer;
}

}  // namespace wenlan::sync
