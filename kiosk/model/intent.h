// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "model/view.h"

// What a visitor may do; those about sign-ups are in sign_up.h. The station answers each in
// View::intent_done.
namespace wenlan::model {

struct SetLanguage {
    base::Language language;
};
struct SetLargeText {
    bool on;
};
struct SetHighContrast {
    bool on;
};
struct ShowDay {
    base::CivilDate day;
    EventFilter filter;
};
// By occasion, or by listing for what has none (a call).
struct ShowEvent {
    domain::OccasionId occasion;
    domain::ListingId listing;
};
struct ShowClubs {
    ClubFilter filter;
    int first = 0;
};
struct ShowReading {};
struct ShowVolunteering {};
struct ShowNeighbourhood {};
// The day is in the month, or a day beside it.
struct ShowMonth {
    int year;
    int month;
    base::CivilDate chosen;
};
struct ShowList {
    ListName name;
    int first = 0;
};
struct ShowCentre {
    domain::VenueId room = {};
};
// What has been typed so far; empty: nothing is looked for. The page that answers has the ticket.
struct Search {
    std::string query;
    std::uint64_t ticket = 0;
};
// The visitor has gone: everything of the visit is forgotten.
struct EndVisit {
    int touches = 0;  // how often the screen was touched since the last visit ended
};

// --- of the staff's panel. All but the first two do nothing while it is closed.

struct OpenStaff {};  // asks for the code
struct EnterStaffCode {
    std::string code;
};
struct AskOffice {};  // for what is new, at once
struct PairWithOffice {
    std::string code;  // that the hub has made
};
struct NoteTouchTest {};  // all corners were pressed
struct CloseStaff {};

using Intent =
    std::variant<SetLanguage, SetLargeText, SetHighContrast, ShowDay, ShowEvent, ShowClubs,
                 ShowReading, ShowVolunteering, ShowNeighbourhood, ShowMonth, ShowList, ShowCentre,
                 EndVisit, OpenStaff, EnterStaffCode, AskOffice, PairWithOffice, NoteTouchTest,
                 CloseStaff, Search, HoldSeats, TakeSignUp, LookUpSignUp, ChangeSignUp>;

struct NumberedIntent {
    std::uint64_t number = 0;
    Intent intent;
};

}  // namespace wenlan::model
