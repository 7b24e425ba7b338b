// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pairing_kiosk.h"

#include <utility>

#include "sync/root.h"

namespace wenlan::sync {

base::Result<std::string> PairingKiosk::request(std::string_view text, const KioskKeys& keys,
                                                std::string_view software) {
    const PairingWelcome welcome = TRY(read_welcome(text));
    auto key = exchange_.key(welcome.share, welcome.session.hex());
    if (!key) return base::Error{"pair.malformed", "What the hub sent is no share."};
    key_ = std::move(*key);
    session_ = welcome.session;
    request_ = write(PairingRequest{welcome.session, keys.signing.public_key(),
                                    keys.opening.seal_key(), std::string(software)},
                     key_);
    return request_;
}

base::Result<PairingGrant> PairingKiosk::granted(std::string_view text) const {
    base::ensure(!request_.empty(), "a grant answers a request");
    PairingGrant grant = TRY(read_grant(text, key_, request_));
    const Root root = TRY(read_first_root(grant.root));
    if (grant.session != session_ || root.centre != grant.centre) {
        return base::Error{"pair.malformed", "What the hub granted does not fit together."};
    }
    return grant;
}

}  // namespace wenlan::sync
