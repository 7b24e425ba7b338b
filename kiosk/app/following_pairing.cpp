// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/following_pairing.h"

#include <utility>

#include "base/utf8.h"
#include "sync/health_paths.h"
#include "sync/pairing_code.h"
#include "sync/pairing_kiosk.h"
#include "sync/trust.h"

namespace wenlan::app {
namespace {

// "pair.wrong\nThat is not the code.\n"
base::Error refusal(int status, std::string_view body) {
    const std::size_t end = body.find('\n');
    const std::string_view code = body.substr(0, end);
    bool is_code = end != std::string_view::npos && !code.empty() && code.size() < 60;
    for (const char c : code) {
        is_code = is_code && ((c >= 'a' && c <= 'z') || c == '.' || c == '-');
    }
    if (!is_code) {
        return {"net.refused", "The hub does not take it.", "status " + std::to_string(status)};
    }
    std::string_view sentence = body.substr(end + 1, 200);
    if (const std::size_t line = sentence.find('\n'); line != std::string_view::npos) {
        sentence = sentence.substr(0, line);
    }
    return {std::string(code), base::utf8::repaired(sentence)};
}

}  // namespace

base::Result<std::string> post_to_hub(net::HttpClient& client, const std::string& hub,
                                      std::string_view path, std::string body) {
    net::HttpRequest request;
    request.method = "POST";
    request.path = hub;
    while (request.path.ends_with('/')) request.path.pop_back();
    request.path += path;
    request.headers["content-type"] = "text/plain; charset=utf-8";
    request.body = std::move(body);
    const net::HttpResponse response = TRY(client.send(request, sync::pairing_bytes_max));
    if (response.cut) return base::Error{"net.no-answer", "The hub's answer broke off."};
    if (response.status != 200) return refusal(response.status, response.body);
    return response.body;
}

base::Result<Paired> pair_screen(const PairingParts& parts, std::string_view typed) {
    const auto code = sync::read_pairing_code(typed);
    if (!code) {
        return base::Error{"pair.bad-code", "A pairing code has six characters, such as K7M2QX."};
    }
    sync::KioskKeyRing ring(parts.disk, parts.folder);
    const sync::KioskKeys keys = TRY(ring.keys(parts.random));
    sync::PairingKiosk exchange(*code, parts.random);
    const std::string welcome =
        TRY(post_to_hub(parts.client, parts.hub, sync::pair_path, exchange.hello()));
    const std::string request = TRY(exchange.request(welcome, keys, WENLAN_VERSION));
    auto answer = post_to_hub(parts.client, parts.hub, sync::pair_confirm_path, request);
    // The answer may have been lost: the same request gets the same one.
    if (!answer && answer.error().code.starts_with("net.")) {
        answer = post_to_hub(parts.client, parts.hub, sync::pair_confirm_path, request);
    }
    if (!answer) return answer.error();
    sync::PairingGrant grant = TRY(exchange.granted(answer.value()));
    sync::Trust trust(parts.disk, sync::FollowFolder(parts.folder));
    TRY(trust.learn(grant.root));
    Paired paired{{grant.centre, grant.number, grant.name, grant.seal}, std::move(grant.root)};
    TRY(ring.keep(paired.kiosk));
    return paired;
}

}  // namespace wenlan::app
