// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/listing_pages.h"

#include <algorithm>

#include "base/url_part.h"
#include "hub/pocket/page_parts.h"
#include "hub/pocket/words.h"

namespace wenlan::hub::pocket {

namespace {

// Posters that are published lie on this host; the built-in ones are drawn by the screens alone.
std::string picture_of(const domain::Poster& poster) {
    constexpr std::size_t hash_digits = 64;
    const bool object = poster.name.size() == hash_digits &&
                        poster.name.find_first_not_of("0123456789abcdef") == std::string::npos;
    return object ? "/site/poster/" + poster.name : std::string();
}

PageFrame frame_of(const Visitor& visitor, const Offer& offer, const std::string& path) {
    return {offer.centre,
            visitor,
            path,
            visitor.say(offer.title()),
            visitor.say(offer.listing.subtitle),
            picture_of(offer.listing.poster)};
}

Html head_of(const Visitor& visitor, const Offer& offer) {
    Html html;
    const std::string picture = picture_of(offer.listing.poster);
    if (!picture.empty()) {
        html += fill("<img class=\"poster\" src=\"{}\" alt=\"\" width=\"1600\" height=\"900\">",
                     {picture});
    }
    html += fill("<h1>{}</h1>", {visitor.say(offer.title())});
    const std::string& subtitle = visitor.say(offer.listing.subtitle);
    if (!subtitle.empty()) html += fill("<p class=\"sub\">{}</p>", {subtitle});
    return html;
}

Html state_of(const Visitor& visitor, const Offer& offer) {
    if (!offer.when) return {};
    const domain::Occasion& occasion = offer.when->occasion;
    using domain::OccasionState;
    const bool off = occasion.state == OccasionState::cancelled;
    Html html;
    if (off || occasion.state == OccasionState::moved || offer.other_date) {
        html += fill(
            "<p class=\"warn\"><strong>{}</strong> {}</p>",
            {visitor.say(off ? words::cancelled : words::moved), visitor.say(occasion.reason)});
    }
    if (!off && occasion.end <= visitor.now) {
        html += fill("<p class=\"warn\">{}</p>", {visitor.say(words::ended)});
    }
    return html;
}

Html facts_of(const Visitor& visitor, const Offer& offer) {
    const domain::Listing& listing = offer.listing;
    Html rows;
    if (offer.when) {
        const domain::Occasion& occasion = offer.when->occasion;
        rows += fact(visitor, words::when, told(visitor, occasion.start, occasion.end));
        rows += fact(visitor, words::where, told(visitor, offer.when->venue));
    }
    rows += fact(visitor, words::organiser, visitor.say(listing.organiser));
    rows += fact(visitor, words::audience, visitor.say(listing.audience));
    rows += fact(visitor, words::seating, visitor.say(listing.seating));
    if (listing.deadline) {
        rows += fact(visitor, words::deadline, told(visitor, *listing.deadline));
    }
    return fill("<dl class=\"card facts\">{}</dl>", {rows});
}

Html seats_line(const Visitor& visitor, const std::optional<PhoneSeats>& seats, Way way) {
    if (!seats || (way != Way::sign_up && way != Way::wait)) return {};
    if (seats->rules.by_lot) return fill("<p>{}</p>", {visitor.say(words::by_lot)});
    if (seats->capacity == 0) return {};
    const std::string as_of = visitor.say(words::as_of) + " " + clock_of(seats->as_of);
    if (way == Way::wait) {
        return fill(
            "<p><span class=\"seats full\">{}</span> · {} <span class=\"note\">{}</span></p>",
            {visitor.say(words::full), visitor.say(words::can_wait), as_of});
    }
    return fill("<p>{} <span class=\"seats\">{}</span> {} <span class=\"note\">{}</span></p>",
                {visitor.say(words::seats_left), seats->free, visitor.say(words::people), as_of});
}

Html action_of(const Visitor& visitor, const Offer& offer, const std::optional<PhoneSeats>& seats,
               Way way) {
    const std::string form = offer.path() + "/sign-up" + visitor.query();
    const auto note = [&visitor](const base::LocalText& text) {
        return fill("<p class=\"note\">{}</p>", {visitor.say(text)});
    };
    switch (way) {
        case Way::none:
        case Way::over:
            return {};
        case Way::walk_in:
            return note(words::walk_in);
        case Way::at_the_screen:
            return note(words::at_the_screen);
        case Way::closed:
            return note(words::closed);
        case Way::not_yet:
            return fill("<p class=\"note\">{}{}</p>",
                        {visitor.say(words::opens_at),
                         seats && seats->rules.opens ? told(visitor, *seats->rules.opens) : ""});
        case Way::wait:
            return button(form, words::wait, visitor, "second");
        case Way::sign_up:
            break;
    }
    const bool joins = offer.listing.kind == domain::Kind::club;
    return button(form, joins ? words::join_in : words::sign_up, visitor, "main");
}

Html dates_of(const Visitor& visitor, const Offer& offer) {
    if (offer.dates.size() < 2) return {};
    Html rows;
    for (const store::OccasionTime& one : offer.dates) {
        const bool off = one.state == domain::OccasionState::cancelled;
        rows += fill("<li><a href=\"{}/{}{}\"><span{}>{}</span> {}</a></li>",
                     {offer.listing_path(), start_text(one.start), visitor.query(),
                      off ? fill(" class=\"off\"") : Html(), told(visitor, one.start, one.end),
                      off ? fill("<span class=\"tag\">{}</span>", {visitor.say(words::cancelled)})
                          : Html()});
    }
    return fill("<h2>{}</h2><ul class=\"list\">{}</ul>", {visitor.say(words::dates), rows});
}

Html calendar_of(const Visitor& visitor, const Offer& offer) {
    Html html;
    if (offer.when && offer.listing.kind != domain::Kind::service) {
        const std::string one =
            "/calendar/date/" + std::to_string(offer.when->occasion.id.value) + ".ics";
        html += button(one + visitor.query(), words::calendar, visitor, "");
        html += fill(
            "<p><a href=\"/calendar/listing/{}.ics{}\">{}</a></p>",
            {base::url_part(offer.listing.key), visitor.query(), visitor.say(words::subscribe)});
        html += fill("<p><a href=\"/calendar/venue/{}.ics{}\">{}</a></p>",
                     {base::url_part(offer.when->venue.key), visitor.query(),
                      visitor.say(words::subscribe_venue)});
    }
    return html;
}

Html share_of(const Visitor& visitor, const Offer& offer) {
    // "/c/..." below a public_url that ends in "/c".
    const std::string url = offer.centre.public_url + offer.path().substr(2);
    const std::string text = visitor.say(offer.title()) + " " + url;
    return fill(
        "<h2>{}</h2><p class=\"note\">{}</p><p>{}</p>{}<p><a href=\"sms:?&amp;body={}\">{}"
        "</a></p>",
        {visitor.say(words::share), visitor.say(words::share_how), url, qr_drawing(url, url),
         base::url_part(text), visitor.say(words::by_message)});
}

}  // namespace

net::HttpResponse overview_page(const Visitor& visitor, const Overview& overview) {
    Html html = fill("<h1>{}</h1>", {visitor.say(words::programme)});
    Html rows;
    for (const store::OccasionSummary& one : overview.occasions) {
        const base::LocalText& title =
            one.listing.full_title.empty() ? one.listing.title : one.listing.full_title;
        const bool off = one.occasion.state == domain::OccasionState::cancelled;
        rows += fill(
            "<li><a href=\"/c/{}/{}{}\"><strong{}>{}</strong><br>"
            "<span class=\"sub\">{} · {}</span></a></li>",
            {base::url_part(one.listing.key), start_text(one.occasion.start), visitor.query(),
             off ? fill(" class=\"off\"") : Html(), visitor.say(title),
             told(visitor, one.occasion.start, one.occasion.end),
             off ? visitor.say(words::cancelled) : visitor.say(one.venue.name)});
    }
    if (rows.empty()) html += fill("<p>{}</p>", {visitor.say(words::nothing_on)});
    html += fill("<ul class=\"list\">{}</ul>", {rows});
    html += button("/calendar/all.ics" + visitor.query(), words::subscribe_all, visitor, "");
    return page({overview.centre, visitor, "/c", visitor.say(words::programme), "", ""}, html, 200,
                Keeping::for_a_while);
}

net::HttpResponse detail_page(const Visitor& visitor, const Offer& offer,
                              const std::optional<PhoneSeats>& seats) {
    const Way way = way_of(offer, seats, visitor.now);
    Html html = head_of(visitor, offer);
    html += state_of(visitor, offer);
    html += seats_line(visitor, seats, way);
    html += action_of(visitor, offer, seats, way);
    html += facts_of(visitor, offer);
    const std::string& body = visitor.say(offer.listing.body);
    if (!body.empty()) {
        html += fill("<h2>{}</h2>{}", {visitor.say(words::about), paragraphs(body)});
    }
    html += dates_of(visitor, offer);
    html += calendar_of(visitor, offer);
    html += share_of(visitor, offer);
    return page(frame_of(visitor, offer, offer.path()), html, 200, Keeping::for_a_while);
}

net::HttpResponse form_page(const Visitor& visitor, const Offer& offer, Way way,
                            const FormShown& shown) {
    const std::string path = offer.path() + "/sign-up";
    Html html = fill("<h1>{}</h1>", {visitor.say(offer.title())});
    if (offer.when) {
        html += fill("<p class=\"sub\">{} · {}</p>",
                     {told(visitor, offer.when->occasion.start, offer.when->occasion.end),
                      told(visitor, offer.when->venue)});
    }
    const bool refused = !shown.refusals.empty();
    if (refused || shown.too_old) {
        html += fill("<p class=\"warn\" role=\"alert\">{}</p>",
                     {visitor.say(refused ? words::not_taken : words::too_old)});
    }
    html += fill(
        "<form method=\"post\" action=\"{}{}\"><input type=\"hidden\" name=\"token\" value=\"{}\">"
        "{}<button class=\"main\">{}</button></form>{}",
        {path, visitor.query(), shown.token,
         question_fields(visitor, offer.form, shown.filled, shown.refusals),
         visitor.say(way == Way::wait ? words::wait : words::confirm),
         button(offer.path() + visitor.query(), words::back, visitor, "")});
    return page(frame_of(visitor, offer, path), html, refused || shown.too_old ? 422 : 200);
}

}  // namespace wenlan::hub::pocket
