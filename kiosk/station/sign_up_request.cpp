// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/sign_up_request.h"

#include <chrono>

#include "domain/seats.h"
#include "domain/usual_form.h"
#include "station/cards.h"

namespace wenlan::station {

namespace {

using domain::Why;

constexpr base::Duration kept_without_end = std::chrono::hours{24 * 180};

void refuse(RequestMade& made, Why why, const char* code, const char* message) {
    made.why = why;
    made.refused = base::Error{code, message};
}

void look_at_time(const Standpoint& at, const domain::Occasion& occasion, RequestMade& made) {
    if (occasion.state == domain::OccasionState::cancelled) {
        refuse(made, Why::called_off, "sign-up.called-off", "This does not take place.");
    } else if (at.now >= occasion.end) {
        refuse(made, Why::closed, "sign-up.over", "This is over.");
    } else if (occasion.signup_opens && at.now < *occasion.signup_opens) {
        refuse(made, Why::not_opened, "sign-up.not-opened", "Signing up has not begun.");
    } else if (occasion.signup_closes && at.now >= *occasion.signup_closes &&
               !made.request.walking_in) {
        refuse(made, Why::closed, "sign-up.closed", "Signing up has closed.");
    }
}

void add_seats(const Standpoint& at, const domain::Occasion& occasion, SignUpRequest& request) {
    const model::SeatsShown seats = seats_shown(at, occasion);
    request.seats_counted = occasion.capacity > 0;
    request.free_known = seats.free;
    // Nobody knows how many are left: then it is not said that none is.
    if (seats.kind == model::SeatsShown::Kind::unknown) request.free_known = occasion.capacity;
    request.may_promise = at.seats != Standpoint::Seats::unknown;
    request.ends = occasion.end;
}

}  // namespace

base::Result<RequestMade> request_for(const Standpoint& at, const model::TakeSignUp& wanted) {
    RequestMade made;
    SignUpRequest& request = made.request;
    request.answers = wanted.answers;
    request.walking_in = wanted.walking_in;
    request.occasion = wanted.occasion;
    request.listing = wanted.listing;
    if (wanted.occasion) {
        const auto when = TRY(at.snapshot.occasion(wanted.occasion));
        if (!when) {
            refuse(made, Why::unknown_occasion, "sign-up.gone",
                   "This is not in the programme any more.");
            return made;
        }
        request.listing = when->listing.id;
        add_seats(at, when->occasion, request);
        look_at_time(at, when->occasion, made);
        if (made.refused) return made;
    }
    const auto listing = TRY(at.snapshot.listing(request.listing));
    if (!listing) {
        refuse(made, Why::unknown_occasion, "sign-up.gone",
               "This is not in the programme any more.");
        return made;
    }
    if (!wanted.occasion) {
        if (listing->deadline && at.now >= *listing->deadline) {
            refuse(made, Why::closed, "sign-up.closed", "Signing up has closed.");
            return made;
        }
        request.ends = listing->deadline.value_or(at.now + kept_without_end);
    }
    request.form =
        wanted.walking_in ? domain::walk_in_form_of(*listing) : domain::form_of(*listing);
    return made;
}

}  // namespace wenlan::station
