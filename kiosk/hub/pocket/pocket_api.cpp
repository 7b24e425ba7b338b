// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/pocket_api.h"

#include <array>

#include "base/log.h"
#include "hub/pocket/page_parts.h"
#include "hub/pocket/style.h"
#include "hub/pocket/words.h"

namespace wenlan::hub::pocket {

namespace {

constexpr std::string_view listings_path = "/c";
constexpr std::string_view look_up_page_path = "/p/look-up";
constexpr std::string_view change_path = "/p/change";
constexpr std::string_view style_path = "/p/style.css";

net::HttpResponse style_sheet() {
    net::HttpResponse response;
    response.headers["content-type"] = "text/css; charset=utf-8";
    response.headers["cache-control"] = "public, max-age=3600";
    response.body = style();
    return response;
}

net::HttpResponse to(const std::string& path) {
    net::HttpResponse response = net::plain(303, path);
    response.headers["location"] = path;
    return response;
}

bool below(std::string_view path, std::string_view folder) {
    return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

}  // namespace

std::span<const Route> PocketApi::routes() {
    static constexpr std::array<Route, 16> table{{
        {"GET", "/", Role::everyone},
        {"GET", "/c", Role::everyone},
        {"GET", "/c/:listing", Role::everyone},
        {"GET", "/c/:listing/:start", Role::everyone},
        {"GET", "/c/:listing/sign-up", Role::everyone},
        {"POST", "/c/:listing/sign-up", Role::everyone},
        {"GET", "/c/:listing/:start/sign-up", Role::everyone},
        {"POST", "/c/:listing/:start/sign-up", Role::everyone},
        {"GET", look_up_page_path, Role::everyone},
        {"POST", look_up_page_path, Role::everyone},
        {"POST", change_path, Role::everyone},
        {"GET", style_path, Role::everyone},
        {"GET", "/calendar/all.ics", Role::everyone},
        {"GET", "/calendar/listing/:file", Role::everyone},
        {"GET", "/calendar/venue/:file", Role::everyone},
        {"GET", "/calendar/date/:file", Role::everyone},
    }};
    return table;
}

std::optional<PocketApi::Place> PocketApi::place_of(std::string_view path) {
    if (!path.starts_with("/c/")) return std::nullopt;
    path.remove_prefix(3);
    if (path.ends_with('/')) path.remove_suffix(1);
    Place place;
    place.form = path.ends_with("/sign-up");
    if (place.form) path.remove_suffix(std::string_view("/sign-up").size());
    const std::size_t slash = path.find('/');
    place.listing = std::string(path.substr(0, slash));
    if (slash != std::string_view::npos) place.start = std::string(path.substr(slash + 1));
    if (place.listing.empty()) return std::nullopt;
    return place;
}

std::optional<net::HttpResponse> PocketApi::handle(const net::HttpRequest& request) {
    const std::string_view path = request.path;
    const bool ours = path == "/" || below(path, listings_path) || below(path, "/p") ||
                      path.starts_with(calendar_path);
    if (!ours) return std::nullopt;
    const Visitor visitor = visitor_of(request, clock_.now());
    if (!pages_.take(visitor.address, clock_.uptime())) {
        net::HttpResponse slow = sentence_page(visitor, 429, words::too_fast);
        slow.headers["retry-after"] = "60";
        return slow;
    }
    return answer(request, visitor);
}

net::HttpResponse PocketApi::answer(const net::HttpRequest& request, const Visitor& visitor) {
    if (request.method == "GET" || request.method == "HEAD") return read(request, visitor);
    if (request.method == "POST") return sent(request, visitor);
    return net::plain(405, "This is only read or sent to.");
}

net::HttpResponse PocketApi::read(const net::HttpRequest& request, const Visitor& visitor) {
    const std::string_view path = request.path;
    if (path == style_path) return style_sheet();
    if (path.starts_with(calendar_path)) {
        return feeds_.answer(request, path.substr(calendar_path.size()), visitor);
    }
    if (path == "/") return to("/c");
    base::Result<net::HttpResponse> page = sentence_page(visitor, 404, words::no_page);
    if (path == listings_path || path == "/c/") {
        page = overview(visitor);
    } else if (path == look_up_page_path) {
        page = empty_look_up(visitor);
    } else if (const auto place = place_of(path)) {
        page = listing(visitor, *place);
    }
    if (page) return std::move(page).value();
    base::log::error("a page for a phone", page.error());
    return sentence_page(visitor, 503, words::failed);
}

net::HttpResponse PocketApi::sent(const net::HttpRequest& request, const Visitor& visitor) {
    const auto fields = read_fields(request);
    if (!fields) return sentence_page(visitor, 400, words::nothing_taken);
    if (!from_own_page(request)) return sentence_page(visitor, 403, words::nothing_taken);
    if (!forms_.take(visitor.address, clock_.uptime())) {
        return sentence_page(visitor, 429, words::too_fast);
    }
    base::Result<net::HttpResponse> page = sentence_page(visitor, 404, words::no_page);
    if (request.path == look_up_page_path) {
        page = look_up(visitor, *fields);
    } else if (request.path == change_path) {
        page = change(visitor, *fields);
    } else if (const auto place = place_of(request.path); place && place->form) {
        page = sign_up(visitor, *place, *fields);
    }
    if (page) return std::move(page).value();
    base::log::error("a form from a phone", page.error());
    return sentence_page(visitor, 503, words::failed);
}

base::Result<net::HttpResponse> PocketApi::overview(const Visitor& visitor) {
    using namespace std::chrono_literals;
    constexpr base::Duration ahead = 24h * 28;
    constexpr std::size_t shown_max = 200;
    Overview shown;
    TRY(programme_.with([&](const store::Snapshot& snapshot) {
        shown.centre = snapshot.centre();
        const store::OccasionQuery query{
            .now = visitor.now, .from = visitor.now, .to = visitor.now + ahead};
        return snapshot.each_occasion(query, [&shown](store::OccasionSummary one) {
            shown.occasions.push_back(std::move(one));
            return shown.occasions.size() < shown_max;
        });
    }));
    return overview_page(visitor, shown);
}

base::Result<std::optional<PhoneSeats>> PocketApi::seats_of(const Offer& offer, base::Instant now) {
    if (!offer.when) return std::optional<PhoneSeats>{};
    return seats_.of(offer.when->occasion.id, now);
}

base::Result<net::HttpResponse> PocketApi::listing(const Visitor& visitor, const Place& place) {
    const auto offer = TRY(find_offer(programme_, place.listing, place.start, visitor.now));
    if (!offer) return sentence_page(visitor, 404, words::no_page);
    const auto seats = TRY(seats_of(*offer, visitor.now));
    const Way way = way_of(*offer, seats, visitor.now);
    // Of a form for a date that is not there any more: the page says so first.
    if (!place.form || offer->other_date || (way != Way::sign_up && way != Way::wait)) {
        return detail_page(visitor, *offer, seats);
    }
    FormShown shown;
    shown.token = new_token(offer->path(), visitor.now);
    return form_page(visitor, *offer, way, shown);
}

base::Result<net::HttpResponse> PocketApi::sign_up(const Visitor& visitor, const Place& place,
                                                   const Fields& fields) {
    const auto offer = TRY(find_offer(programme_, place.listing, place.start, visitor.now));
    if (!offer) return sentence_page(visitor, 404, words::no_page);
    const auto token = token_in(fields, offer->path());
    const domain::Answers answers = answers_of(offer->form, fields);
    if (token) {
        // The same form again: what it made stands already.
        const auto known = TRY(sign_ups_.with_hub(
            [&](SignUpHub& hub) { return hub.office().rows().sign_up(token->id); }));
        if (known) return taken(visitor, *offer, token->id, answers);
    }
    const auto seats = TRY(seats_of(*offer, visitor.now));
    const Way way = way_of(*offer, seats, visitor.now);
    if (offer->other_date || (way != Way::sign_up && way != Way::wait)) {
        return detail_page(visitor, *offer, seats);
    }
    using namespace std::chrono_literals;
    FormShown shown;
    shown.refusals = domain::refusals(offer->form, answers);
    shown.too_old = !token || visitor.now - token->made > 2h;
    if (shown.too_old || !shown.refusals.empty()) {
        shown.filled = fields;
        shown.token = new_token(offer->path(), visitor.now);
        return form_page(visitor, *offer, way, shown);
    }
    return taken(visitor, *offer, token->id, answers);
}

}  // namespace wenlan::hub::pocket
