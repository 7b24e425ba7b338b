// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/sessions.h"

#include <array>

#include "store/hub/desk_sessions.h"
#include "sync/crypto/hash.h"
#include "sync/crypto/hex.h"

namespace wenlan::hub::desk {

namespace {

constexpr std::string_view session_cookie = "wenlan_desk";
constexpr std::string_view browser_cookie = "wenlan_browser";
constexpr std::size_t token_digits = 64;
constexpr base::Duration seen_every = std::chrono::minutes{1};

// One token is good for two things, each of which says nothing about the other.
std::string derived(std::string_view purpose, std::string_view token) {
    return sync::hash_of(std::string(purpose) + ":" + std::string(token)).hex();
}

bool by_https(const net::HttpRequest& request) {
    return net::header(request.headers, "x-forwarded-proto") == "https";
}

std::string set_cookie(const net::HttpRequest& request, std::string_view name,
                       std::string_view value, std::chrono::seconds life) {
    std::string text =
        std::string(name) + "=" + std::string(value) +
        "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(life.count());
    if (by_https(request)) text += "; Secure";
    return text;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// "127.0.0.1" and the like: what a proxy on this machine comes from.
bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1" || address == "::ffff:127.0.0.1";
}

}  // namespace

std::string_view cookie(const net::HttpRequest& request, std::string_view name) {
    std::string_view rest = net::header(request.headers, "cookie");
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        const std::string_view one = trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        const std::size_t equals = one.find('=');
        if (equals != std::string_view::npos && one.substr(0, equals) == name) {
            return one.substr(equals + 1);
        }
    }
    return {};
}

std::string address_of(const net::HttpRequest& request) {
    const std::string_view said = net::header(request.headers, "x-forwarded-for");
    if (said.empty() || !is_loopback(request.peer)) return request.peer;
    const std::size_t comma = said.rfind(',');
    return std::string(trimmed(comma == std::string_view::npos ? said : said.substr(comma + 1)));
}

bool own_origin(const net::HttpRequest& request) {
    std::string_view origin = net::header(request.headers, "origin");
    if (origin.empty()) {
        const std::string_view site = net::header(request.headers, "sec-fetch-site");
        return site.empty() || site == "same-origin" || site == "none";
    }
    const std::string_view host = net::header(request.headers, "host");
    const std::size_t slashes = origin.find("://");
    if (slashes == std::string_view::npos || host.empty()) return false;
    origin = origin.substr(slashes + 3);
    if (origin == host) return true;
    // A proxy passes the host on without its port.
    const std::size_t port = origin.rfind(':');
    return port != std::string_view::npos && is_loopback(request.peer) &&
           !net::header(request.headers, "x-forwarded-for").empty() &&
           origin.substr(0, port) == host;
}

std::string Sessions::token() {
    std::array<std::uint8_t, 32> bytes{};
    random_.fill(bytes);
    return sync::to_hex(bytes);
}

base::Result<SignedIn> Sessions::of(const net::HttpRequest& request) {
    const std::string_view token = cookie(request, session_cookie);
    if (token.size() != token_digits) return SignedIn{};
    auto database = TRY(connections_.take());
    store::DeskSessions sessions(*database);
    const std::string hash = derived("session", token);
    auto found = TRY(sessions.find(hash));
    if (!found) return SignedIn{};
    const base::Instant now = clock_.now();
    const bool over = now - found->seen > session_idle || now - found->began > session_longest;
    if (over || found->account.disabled) return SignedIn{};
    if (now - found->seen >= seen_every) TRY(sessions.mark_seen(hash, now));
    return SignedIn{std::move(found->account), hash, derived("csrf", token),
                    found->began + session_longest};
}

base::Result<Begun> Sessions::begin(const net::HttpRequest& request,
                                    const store::Account& account) {
    const std::string token = this->token();
    const base::Instant now = clock_.now();
    auto database = TRY(connections_.take());
    store::DeskSessions sessions(*database);
    auto transaction = TRY(database->begin());
    std::string browser(cookie(request, browser_cookie));
    if (browser.size() != token_digits) browser = this->token();
    TRY(sessions.begin({account.name, now}, derived("session", token), account.id));
    TRY(sessions.know(derived("browser", browser), account.id, now));
    TRY(transaction.commit());
    constexpr std::chrono::hours year{24 * 365};
    const auto life = std::chrono::duration_cast<std::chrono::seconds>(session_longest);
    Begun begun;
    begun.by = {account, derived("session", token), derived("csrf", token), now + session_longest};
    begun.by.account.last_seen = now;
    begun.cookies = {set_cookie(request, session_cookie, token, life),
                     set_cookie(request, browser_cookie, browser, year)};
    return begun;
}

base::Result<std::vector<std::string>> Sessions::end(const net::HttpRequest& request,
                                                     const SignedIn& by) {
    auto database = TRY(connections_.take());
    TRY(store::DeskSessions(*database).end(by.session));
    return std::vector{set_cookie(request, session_cookie, "", std::chrono::seconds{0})};
}

base::Result<std::string> Sessions::known_browser(const net::HttpRequest& request,
                                                  const store::Account& account) {
    const std::string_view browser = cookie(request, browser_cookie);
    if (browser.size() != token_digits) return std::string{};
    auto database = TRY(connections_.take());
    const std::string hash = derived("browser", browser);
    const bool knows = TRY(store::DeskSessions(*database).knows(hash, account.id));
    return knows ? hash : std::string{};
}

base::Result<void> Sessions::tick() {
    auto database = TRY(connections_.take());
    const base::Instant now = clock_.now();
    return store::DeskSessions(*database).end_old(now - session_idle, now - session_longest);
}

}  // namespace wenlan::hub::desk
