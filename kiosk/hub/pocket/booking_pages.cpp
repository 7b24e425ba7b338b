// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/booking_pages.h"

#include "domain/codes.h"
#include "hub/pocket/page_parts.h"
#include "hub/pocket/words.h"

namespace wenlan::hub::pocket {

using domain::SignUpState;

namespace {

std::string shown_code(const std::string& plain) {
    const auto code = domain::read_code(plain);
    return code ? code->shown() : plain;
}

Html stamp(const Visitor& visitor, const sync::SignUpStatus& status, const Html& inside) {
    const bool waits = status.state == SignUpState::waitlisted;
    const bool good = domain::holds_seats(status.state) || status.state == SignUpState::requested;
    std::string word = visitor.say(words::state(status.state));
    if (waits && status.place > 0) {
        word = visitor.say(words::place) + " " + std::to_string(status.place);
    }
    const std::string& why = visitor.say(words::why(status.why));
    return fill("<div class=\"stamp {}\"><p class=\"word\">{}</p>{}{}</div>",
                {waits ? "waiting" : (good ? "" : "none"), word,
                 why.empty() ? Html() : fill("<p>{}</p>", {why}), inside});
}

Html of_what(const Visitor& visitor, const std::optional<Offer>& offer) {
    if (!offer) return {};
    Html html = fill("<h1>{}</h1>", {visitor.say(offer->title())});
    if (offer->when) {
        html += fill("<p class=\"sub\">{} · {}</p>",
                     {told(visitor, offer->when->occasion.start, offer->when->occasion.end),
                      told(visitor, offer->when->venue)});
    }
    return html;
}

Html change_form(const Visitor& visitor, const Booking& booking, const char* what,
                 const Html& inside, const base::LocalText& words, const char* look) {
    return fill(
        "<form method=\"post\" action=\"/p/change{}\"><input type=\"hidden\" name=\"token\" "
        "value=\"{}\"><input type=\"hidden\" name=\"code\" value=\"{}\"><input "
        "type=\"hidden\" name=\"tail\" value=\"{}\"><input type=\"hidden\" name=\"what\" "
        "value=\"{}\">{}<button class=\"{}\">{}</button></form>\n",
        {visitor.query(), booking.token, booking.code, booking.tail, what, inside, look,
         visitor.say(words)});
}

Html changes_of(const Visitor& visitor, const Booking& booking) {
    const sync::SignUpStatus& status = booking.found.status;
    Html html;
    if (domain::after(status.state, domain::SignUpStep::shrink) && status.party > 1 &&
        status.state != SignUpState::checked_in) {
        const Html field = fill(
            "<label for=\"party\">{}</label><input type=\"number\" id=\"party\" name=\"party\" "
            "inputmode=\"numeric\" min=\"1\" max=\"{}\" value=\"{}\">",
            {visitor.say(words::shrink_to), status.party - 1, status.party - 1});
        html += change_form(visitor, booking, "shrink", field, words::shrink, "");
    }
    if (domain::after(status.state, domain::SignUpStep::cancel)) {
        const Html note = fill("<p class=\"note\">{}</p>", {visitor.say(words::cancel_more)});
        html += change_form(visitor, booking, "cancel", note, words::cancel, "second");
    }
    const bool own = status.state == SignUpState::cancelled && status.why == domain::Why::by_person;
    if (own) html += change_form(visitor, booking, "undo", {}, words::undo, "second");
    return html;
}

}  // namespace

net::HttpResponse receipt_page(const Visitor& visitor, const Offer& offer, const Receipt& receipt) {
    Html html = of_what(visitor, offer);
    const sync::SignUpStatus& status = receipt.status;
    Html code;
    if (!status.code.empty() && domain::live(status.state)) {
        code = fill(
            "<p>{}</p><p class=\"code\">{}</p>{}<p class=\"note\">{} {}</p>",
            {visitor.say(words::your_code), shown_code(status.code),
             qr_drawing(status.code, visitor.say(words::your_code)), visitor.say(words::keep_code),
             receipt.with_phone ? visitor.say(words::keep_code_tail) : std::string()});
    }
    html += stamp(visitor, status, code);
    if (domain::holds_seats(status.state) && offer.when) {
        html += button("/calendar/date/" + std::to_string(offer.when->occasion.id.value) + ".ics" +
                           visitor.query(),
                       words::calendar, visitor, "");
    }
    html += button("/p/look-up" + visitor.query(), words::my_sign_up, visitor, "");
    html += button(offer.path() + visitor.query(), words::back, visitor, "");
    return page({offer.centre, visitor, offer.path(), visitor.say(offer.title()), "", ""}, html);
}

net::HttpResponse look_up_page(const Visitor& visitor, const LookUpShown& shown, int status) {
    Html html = fill("<h1>{}</h1>", {visitor.say(words::my_sign_up)});
    if (shown.sentence != nullptr) {
        html += fill("<p class=\"warn\" role=\"alert\">{}</p>", {visitor.say(*shown.sentence)});
    }
    html += fill(
        "<form method=\"post\" action=\"/p/look-up{}\"><input type=\"hidden\" name=\"token\" "
        "value=\"{}\"><div class=\"question\"><label for=\"code\">{}</label><input type=\"text\" "
        "id=\"code\" name=\"code\" value=\"{}\" autocomplete=\"off\" maxlength=\"30\" "
        "inputmode=\"text\"></div><div class=\"question\"><label for=\"tail\">{}</label><input "
        "type=\"text\" id=\"tail\" name=\"tail\" autocomplete=\"off\" maxlength=\"4\" "
        "inputmode=\"numeric\"><p class=\"note\">{}</p></div><button class=\"main\">{}</button>"
        "</form>",
        {visitor.query(), shown.token, visitor.say(words::code), shown.code,
         visitor.say(words::tail), visitor.say(words::tail_more), visitor.say(words::look_up)});
    return page({shown.centre, visitor, "/p/look-up", visitor.say(words::my_sign_up), "", ""}, html,
                status);
}

net::HttpResponse booking_page(const Visitor& visitor, const domain::Centre& centre,
                               const std::optional<Offer>& offer, const Booking& booking) {
    const sync::LookUpAnswer& found = booking.found;
    Html html = of_what(visitor, offer);
    if (booking.sentence != nullptr) {
        html += fill("<p class=\"warn\" role=\"alert\">{}</p>", {visitor.say(*booking.sentence)});
    }
    const std::string people =
        std::to_string(found.status.party) + " " + visitor.say(words::people);
    const Html facts =
        fill("<p>{} {}</p><p class=\"code\">{}</p><p>{}</p>",
             {found.name, found.masked_phone,
              shown_code(found.status.code.empty() ? booking.code : found.status.code), people});
    html += stamp(visitor, found.status, facts);
    html += changes_of(visitor, booking);
    if (offer) html += button(offer->path() + visitor.query(), words::back, visitor, "");
    return page({centre, visitor, "/p/look-up", visitor.say(words::my_sign_up), "", ""}, html);
}

}  // namespace wenlan::hub::pocket
