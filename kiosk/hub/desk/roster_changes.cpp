// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <nlohmann/json.hpp>

#include "domain/answers.h"
#include "hub/desk/roster_api.h"
#include "hub/desk/roster_rows.h"
#include "hub/desk/roster_sheet.h"
#include "hub/sign_ups/door.h"
#include "hub/sign_ups/without_kiosk.h"

// What staff do with sign-ups.
namespace wenlan::hub::desk {

namespace {

domain::SignUpId sign_up_in(const Asked& asked) {
    return domain::SignUpId::of_hex(asked.parameter("sign_up")).value_or(domain::SignUpId{});
}

base::Result<Json> fresh_row(Desk& desk, SignUpHub& hub, const store::SignUpRow& row,
                             base::Instant now) {
    SignUpGround& ground = hub.office().ground();
    RosterFrame frame;
    const auto occasion = roster_occasion(hub, row.occasion);
    if (occasion) frame = frame_of(occasion.value(), now);
    frame.now = now;
    for (const RosterEntry& entry : *TRY(desk.rosters().open(ground, row.occasion))) {
        if (entry.sign_up.row.id == row.id) return row_json(ground, frame, entry);
    }
    return base::Error{"roster.none", "There is no such sign-up."};
}

// One change at the door: the row after it, or the row as it is where somebody was quicker.
template <typename Change>
base::Result<Reply> at_the_door(Desk& desk, const Asked& asked, Change change) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    std::int64_t version = 0;
    fields.id("version", version);
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        store::Audit audit(hub.database());
        const store::By by = asked.log();
        const AtTheDoor door{hub.office().ground(), audit, by, sign_up_in(asked), version};
        const base::Result<store::SignUpRow> row = change(door, fields);
        if (!faults.empty()) return refused(faults);
        if (row) return json(dumped(TRY(fresh_row(desk, hub, row.value(), asked.now))));
        if (row.error().code != "roster.changed-meanwhile") return row.error();
        const auto now = TRY(hub.office().rows().sign_up(door.id));
        Reply reply = refused(row.error());
        Json page = Json::parse(reply.body);
        page["row"] = TRY(fresh_row(desk, hub, *now, asked.now));
        return json(dumped(page), 409);
    });
}

base::Result<Reply> come(Desk& desk, const Asked& asked) {
    return at_the_door(desk, asked, [](const AtTheDoor& door, const Fields& fields) {
        int more = 1;
        fields.number("more", more, 1, domain::party_max);
        return check_in(door, more);
    });
}

base::Result<Reply> undo(Desk& desk, const Asked& asked) {
    return at_the_door(desk, asked,
                       [](const AtTheDoor& door, const Fields&) { return undo_check_in(door); });
}

base::Result<Reply> call_off(Desk& desk, const Asked& asked) {
    return at_the_door(desk, asked,
                       [](const AtTheDoor& door, const Fields&) { return cancel(door); });
}

base::Result<Reply> bring_back(Desk& desk, const Asked& asked) {
    return at_the_door(desk, asked,
                       [](const AtTheDoor& door, const Fields&) { return restore(door); });
}

base::Result<Reply> fewer(Desk& desk, const Asked& asked) {
    return at_the_door(desk, asked, [](const AtTheDoor& door, const Fields& fields) {
        int party = 0;
        fields.number("party", party, 1, domain::party_max);
        return hub::shrink(door, party);
    });
}

base::Result<Reply> told(Desk& desk, const Asked& asked) {
    return at_the_door(desk, asked, [](const AtTheDoor& door, const Fields& fields) {
        const std::string how = fields.string("how").value_or("phone");
        const bool reached = how != "not reached";
        return tell(door, !reached             ? Told::not_reached
                          : how == "in person" ? Told::in_person
                                               : Told::by_phone);
    });
}

base::Result<Reply> place(Desk& desk, const Asked& asked) {
    return at_the_door(
        desk, asked,
        [](const AtTheDoor& door, const Fields& fields) -> base::Result<store::SignUpRow> {
            constexpr int reason_max = 100;
            constexpr int place_max = 100'000;
            int to = 1;
            std::string reason;
            fields.number("place", to, 1, place_max);
            fields.text("reason", reason, reason_max);
            TRY(move_waiting(door.ground, door.audit, door.id, to, reason, door.by));
            return std::move(*TRY(door.ground.store.sign_up(door.id)));
        });
}

base::Result<Reply> phone(Desk& desk, const Asked& asked) {
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        store::Audit audit(hub.database());
        const store::By by = asked.log();
        const AtTheDoor door{hub.office().ground(), audit, by, sign_up_in(asked), 0};
        return json(dumped({{"phone", TRY(phone_of(door))}}));
    });
}

base::Result<Reply> release(Desk& desk, const Asked& asked) {
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        store::Audit audit(hub.database());
        const int released = TRY(
            release_no_shows(hub.office().ground(), audit, {asked.id("occasion")}, asked.log()));
        return json(dumped({{"released", released}}));
    });
}

// A name, a phone and a number of people: what staff ask at the door, whatever the form asks.
domain::Answers answers_in(const Fields& fields) {
    domain::Answers answers;
    const auto add = [&answers](domain::QuestionKind kind) -> domain::Answer& {
        domain::Answer& answer = answers.answers.emplace_back();
        answer.kind = kind;
        return answer;
    };
    fields.text("name", add(domain::QuestionKind::name).text, domain::name_characters_max);
    constexpr int phone_max = 20;
    std::string typed;
    fields.text("phone", typed, phone_max);
    const auto digits = domain::phone_digits(typed);
    if (!typed.empty() && !digits) {
        fields.fault("phone", "form.not-a-phone",
                     {"这个号码打不通，请核对。", "This is no phone number."});
    }
    add(domain::QuestionKind::phone).text = digits.value_or("");
    int party = 1;
    fields.number("party", party, 1, domain::party_max);
    add(domain::QuestionKind::party).number = party;
    return answers;
}

base::Result<Reply> add(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    Entry entry;
    entry.source = domain::Source::desk;
    entry.answers = answers_in(fields);
    fields.flag("walking_in", entry.walking_in);
    const auto id = domain::SignUpId::of_hex(fields.string("request").value_or(""));
    if (!id || !*id) fields.wrong("request");
    if (!faults.empty()) return refused(faults);
    entry.id = *id;
    entry.occasion = {asked.id("occasion")};
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        const auto occasion = TRY(roster_occasion(hub, entry.occasion));
        SignUpGround& ground = hub.office().ground();
        store::Audit audit(hub.database());
        entry.listing = occasion.book.listing;
        entry.answers.form_version = frame_of(occasion, asked.now).form.version;
        auto transaction = TRY(ground.store.begin());
        const bool known = TRY(ground.store.sign_up(entry.id)).has_value();
        const store::SignUpRow row = TRY(enter(ground, entry, asked.now));
        if (row.occasion != entry.occasion) {
            return base::Error{"roster.not-possible", "Another sign-up has this number."};
        }
        if (!known) {
            TRY(ground.store.note_entry({row.id, asked.by.account.name, {}}));
            TRY(audit.append(asked.log(), "sign-up.entered", row.id.hex(), "",
                             domain::name_of(row.state)));
        }
        TRY(transaction.commit());
        return json(dumped(TRY(fresh_row(desk, hub, row, asked.now))), 201);
    });
}

base::Result<Reply> export_roster(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    constexpr int purpose_max = 100;
    std::string purpose;
    fields.text("purpose", purpose, purpose_max);
    if (purpose.empty()) {
        fields.fault("purpose", "form.missing",
                     {"请写明导出来做什么。", "Say what it is exported for."});
    }
    bool phones = false;
    fields.flag("phones", phones);
    const bool workbook = fields.string("format").value_or("csv") == "xlsx";
    if (!faults.empty()) return refused(faults);
    if (phones && asked.by.account.role == store::StaffRole::desk) {
        return base::Error{"desk.wrong-role", "Whole numbers are exported by editors."};
    }
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        const domain::OccasionId id{asked.id("occasion")};
        TRY(roster_occasion(hub, id));
        const auto& roster = *TRY(desk.rosters().open(hub.office().ground(), id));
        const Sheet sheet = sheet_of(roster, phones ? Phones::whole : Phones::left_out);
        auto transaction = TRY(hub.office().rows().begin());
        TRY(store::Audit(hub.database())
                .append(asked.log(), "roster.exported", std::to_string(id.value), "",
                        (phones ? "with phones: " : "without phones: ") + purpose));
        TRY(transaction.commit());
        Reply reply;
        reply.body = workbook ? TRY(xlsx_of(sheet)) : csv_of(sheet);
        reply.type = workbook ? "application/"
                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                              : "text/csv; charset=utf-8";
        reply.headers["content-disposition"] =
            std::string("attachment; filename=\"roster.") + (workbook ? "xlsx\"" : "csv\"");
        return reply;
    });
}

}  // namespace

std::span<const DeskRoute> roster_change_routes() {
    static constexpr std::array<DeskRoute, 11> table{{
        {"POST", "/rosters/:occasion/sign-ups", Role::desk, add},
        {"POST", "/rosters/:occasion/release", Role::desk, release},
        {"POST", "/rosters/:occasion/export", Role::desk, export_roster},
        {"POST", "/sign-ups/:sign_up/check-in", Role::desk, come},
        {"POST", "/sign-ups/:sign_up/check-in-undo", Role::desk, undo},
        {"POST", "/sign-ups/:sign_up/cancel", Role::desk, call_off},
        {"POST", "/sign-ups/:sign_up/restore", Role::desk, bring_back},
        {"POST", "/sign-ups/:sign_up/shrink", Role::desk, fewer},
        {"PUT", "/sign-ups/:sign_up/place", Role::desk, place},
        {"POST", "/sign-ups/:sign_up/phone", Role::desk, phone},
        {"POST", "/sign-ups/:sign_up/told", Role::desk, told},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
