// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <span>

#include "hub/api/route.h"
#include "hub/api/sign_up_api.h"
#include "hub/desk/login_tries.h"
#include "hub/pocket/booking_pages.h"
#include "hub/pocket/feeds.h"
#include "hub/pocket/listing_pages.h"
#include "net/http_message.h"

namespace wenlan::hub::pocket {

// The page behind a QR code, for any phone, without a script: what it is, the seats, signing up,
// looking up and cancelling by the same rules as at a screen, and calendars. The centre's
// public_url leads to "/c" here. No cookie is set, nothing is kept of who reads. Any thread.
class PocketApi {
public:
    struct Parts {
        base::Disk& disk;
        const base::Clock& clock;
        base::Random& random;
        store::DataFolder folder;
        SignUpApi& sign_ups;
    };
    explicit PocketApi(const Parts& parts)
        : clock_(parts.clock),
          random_(parts.random),
          sign_ups_(parts.sign_ups),
          programme_(parts.disk, parts.clock, parts.folder),
          seats_(parts.sign_ups),
          feeds_(programme_, parts.sign_ups) {}

    static std::span<const Route> routes();
    // None: it is not for this one.
    std::optional<net::HttpResponse> handle(const net::HttpRequest& request);

private:
    // A path below "/c": a listing, a time or none, and whether it is the form.
    struct Place {
        std::string listing;
        std::string start;
        bool form = false;
    };
    static std::optional<Place> place_of(std::string_view path);

    net::HttpResponse answer(const net::HttpRequest& request, const Visitor& visitor);
    net::HttpResponse read(const net::HttpRequest& request, const Visitor& visitor);
    net::HttpResponse sent(const net::HttpRequest& request, const Visitor& visitor);

    base::Result<net::HttpResponse> overview(const Visitor& visitor);
    base::Result<net::HttpResponse> listing(const Visitor& visitor, const Place& place);
    base::Result<net::HttpResponse> sign_up(const Visitor& visitor, const Place& place,
                                            const Fields& fields);
    base::Result<net::HttpResponse> taken(const Visitor& visitor, const Offer& offer,
                                          const domain::SignUpId& id,
                                          const domain::Answers& answers);
    base::Result<net::HttpResponse> empty_look_up(const Visitor& visitor);
    base::Result<net::HttpResponse> look_up(const Visitor& visitor, const Fields& fields);
    base::Result<net::HttpResponse> change(const Visitor& visitor, const Fields& fields);

    base::Result<std::optional<PhoneSeats>> seats_of(const Offer& offer, base::Instant now);
    base::Result<domain::Centre> centre();
    std::string new_token(std::string_view use, base::Instant now);
    std::optional<FormToken> token_in(const Fields& fields, std::string_view use);
    base::Result<sync::LookUpAnswer> ask(const Visitor& visitor, const std::string& code,
                                         const std::string& tail);

    const base::Clock& clock_;
    base::Random& random_;
    SignUpApi& sign_ups_;
    Programme programme_;
    Seats seats_;
    Feeds feeds_;
    desk::AddressRate pages_{600, std::chrono::minutes{1}};
    desk::AddressRate forms_{60, std::chrono::minutes{10}};
};

}  // namespace wenlan::hub::pocket
