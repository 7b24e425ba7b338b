// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "model/view.h"
#include "ui/motion/scroller.h"
#include "ui/screens/mine_state.h"
#include "ui/screens/sign_up_flow.h"
#include "ui/screens/sign_up_receipt.h"
#include "ui/screens/staff_state.h"
#include "ui/screens/survey_state.h"
#include "ui/screens/walk_in.h"

namespace wenlan::ui {

// What of a visit outlives a frame on this side of the station. Replaced by a new one when the
// visit ends.
struct VisitState {
    Scroller home;
    Scroller event_list;
    Scroller event_days;
    Scroller event_chips;
    Scroller clubs;
    Scroller club_chips;
    Scroller reading;
    Scroller volunteering;
    Scroller neighbourhood;
    Scroller calendar;
    Scroller calendar_day;
    Scroller list;
    Scroller centre;
    Scroller search;
    bool search_folded = false;        // the keys are put away, to see more of what was found
    std::uint64_t search_version = 0;  // of the text that was asked for last
    std::uint64_t search_ticket = 0;
    Scroller centre_floors;
    std::optional<domain::VenueId> centre_room;  // whose place at the centre was last shown
    Scroller detail;
    float detail_height = 0;  // of the open listing's page, as last drawn
    float reading_height = 0;
    bool ended_unfolded = false;
    std::optional<base::Duration> page_missing_since;  // asked for, and not there yet
    // Whose scrollers these are: another filter or list begins at its top.
    model::ClubFilter club_filter;
    model::ListName list_name = model::ListName::reading;
    // First items of the windows that were asked for and have not come; -1: none.
    int clubs_asked = -1;
    int list_asked = -1;
    StaffState staff;
    std::optional<WalkIn> walk_in;        // the same
    std::optional<SignUpFlow> sign_up;    // while its sheet is open
    std::optional<ReceiptShown> receipt;  // of ScreenName::receipt

    // What stays while the visitor goes from one section to another.
    MineState mine;
    SurveyState survey;
    // Questions about sign-ups that were asked; grows over all visits, so that no visitor takes the
    // answer to another one's for theirs.
    std::uint64_t sign_up_tickets = 0;

    std::uint64_t next_ticket() { return ++sign_up_tickets; }
    void begin_section() {
        VisitState next;
        if (receipt) remember(mine, *receipt);
        next.mine = std::move(mine);
        next.survey = std::move(survey);
        next.sign_up_tickets = sign_up_tickets;
        *this = std::move(next);
    }
    void end_visit() {
        const std::uint64_t tickets = sign_up_tickets;
        *this = VisitState{};
        sign_up_tickets = tickets;
    }
};

}  // namespace wenlan::ui
