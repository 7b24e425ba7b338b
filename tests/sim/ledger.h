// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "model/sign_up.h"
#include "store/hub/sign_up_rows.h"
#include "store/outbox.h"
#include "sync/sign_ups/operation.h"
#include "sync/sign_ups/reply.h"

namespace wenlan::sim {

// What a resident was told, and has in hand.
struct Told {
    domain::SignUpId id;
    domain::OccasionId occasion;
    int kiosk = 0;
    int party = 1;
    std::string code;
    std::string tail;
    bool kept = false;        // 已留座位
    bool changed = false;     // its person asked for a change since
    bool kiosk_lost = false;  // the kiosk was stolen with it
};

// What was seen on the line of one operation.
struct Seen {
    sync::OperationKind kind = sync::OperationKind::sign_up;
    domain::SignUpId sign_up;
    int party = 0;
    std::optional<sync::Verdict> verdict;
};

// What the people and the wires know, apart from what the programs keep.
struct Ledger {
    std::map<domain::SignUpId, Told> told;
    int unsure = 0;  // a machine went dark while somebody signed up
    std::map<domain::OperationId, Seen> seen;
    std::string violation;  // the first

    void violate(const std::string& what) {
        if (violation.empty()) violation = what;
    }
};

// The hub's rows after a step.
struct HubPicture {
    struct Row {
        domain::OccasionId occasion;
        int party = 0;
        int seats = 0;
        int from_reserve = 0;
        int present = 0;
        domain::SignUpState state = domain::SignUpState::requested;
        domain::Why why = domain::Why::none;
        domain::Source source = domain::Source::screen;
        std::int64_t version = 0;
        std::int64_t arrival = 0;
        std::optional<std::int64_t> order;
    };
    struct Occasion {
        store::OccasionBook book;  // its own counts
        int rights_out = 0;        // and what the rows say
        int held = 0;
        int held_from_reserve = 0;
    };
    std::map<domain::SignUpId, Row> rows;
    std::map<domain::OccasionId, Occasion> occasions;
};

// One kiosk's disk after a step.
struct KioskPicture {
    std::set<domain::OperationId> pending;
    std::map<domain::SignUpId, store::TakenStatus> taken;
};

}  // namespace wenlan::sim
