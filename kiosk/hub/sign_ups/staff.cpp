// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/staff.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hub/sign_ups/effects.h"

namespace wenlan::hub {

using domain::SignUpState;
using domain::SignUpStep;
using domain::Why;

namespace {

std::string text_of(const domain::Answers& answers, domain::QuestionKind kind) {
    const domain::Answer* const answer = domain::answer_of(answers, kind);
    return answer == nullptr ? std::string{} : answer->text;
}

std::vector<SignUpForStaff> read_again(const SignUpGround& ground,
                                       std::vector<store::SignUpRow> rows) {
    std::vector<SignUpForStaff> read;
    for (auto& row : rows) {
        domain::Answers answers = personal_of(ground.keys, row);
        read.push_back({std::move(row), std::move(answers)});
    }
    return read;
}

base::Result<std::vector<store::SignUpRow>> rows_of(SignUpGround& ground, std::string_view phone) {
    const auto digits = domain::phone_digits(phone);
    if (!digits) return base::Error{"person.no-phone", "This is not a phone number."};
    return ground.store.by_person(person_key(ground.keys, *digits));
}

std::string cell(const std::string& text) {
    std::string safe = text;
    if (!safe.empty() && std::string_view("=+-@\t\r").find(safe[0]) != std::string_view::npos) {
        safe.insert(0, "'");
    }
    if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

nlohmann::ordered_json as_json(const domain::Answer& answer) {
    nlohmann::ordered_json json;
    if (!answer.text.empty()) json["text"] = answer.text;
    if (answer.number >= 0) json["number"] = answer.number;
    if (!answer.chosen.empty()) json["chosen"] = answer.chosen;
    if (answer.kind == domain::QuestionKind::consent) json["agreed"] = answer.ticked;
    return json;
}

}  // namespace

std::string SignUpForStaff::name() const { return text_of(answers, domain::QuestionKind::name); }
std::string SignUpForStaff::phone() const { return text_of(answers, domain::QuestionKind::phone); }

base::Result<std::vector<SignUpForStaff>> roster(SignUpGround& ground,
                                                 domain::OccasionId occasion) {
    return read_again(ground, TRY(ground.store.of_occasion(occasion)));
}

base::Result<std::vector<SignUpForStaff>> roster(SignUpGround& ground, domain::ListingId listing) {
    return read_again(ground, TRY(ground.store.of_listing(listing)));
}

base::Result<std::vector<SignUpForStaff>> to_be_told(SignUpGround& ground) {
    return read_again(ground, TRY(ground.store.to_tell()));
}

base::Result<void> move_waiting(SignUpGround& ground, store::Audit& audit,
                                const domain::SignUpId& id, int place, std::string_view reason,
                                const store::By& by) {
    if (reason.empty()) {
        return base::Error{"sign-up.no-reason", "Say why the order is changed."};
    }
    auto transaction = TRY(ground.store.begin());
    const auto moved = TRY(ground.store.sign_up(id));
    if (!moved) return base::Error{"sign-up.none", "There is no such sign-up."};
    std::vector<store::SignUpRow> list;
    for (auto& row : TRY(ground.store.of_occasion(moved->occasion))) {
        if (row.state == SignUpState::waitlisted && row.id != id) list.push_back(std::move(row));
    }
    if (moved->state != SignUpState::waitlisted) {
        return base::Error{"sign-up.not-waiting", "This sign-up is not on the waiting list."};
    }
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.list_order < b.list_order; });
    const int before = TRY(ground.store.place(*moved));
    const int to = std::clamp(place, 1, static_cast<int>(list.size()) + 1);
    list.insert(list.begin() + to - 1, *moved);
    for (std::size_t i = 0; i < list.size(); ++i) {
        store::SignUpRow row = list[i];
        const auto order = static_cast<std::int64_t>(i) + 1;
        if (row.list_order == order) continue;
        row.list_order = order;
        ++row.version;
        TRY(ground.store.change(list[i], row));
    }
    TRY(audit.append(by, "sign-up.moved", id.hex(), std::to_string(before),
                     std::to_string(to) + ": " + std::string(reason)));
    return transaction.commit();
}

base::Result<int> write_off_kiosk(SignUpGround& ground, store::Audit& audit, int kiosk,
                                  const store::By& by) {
    auto transaction = TRY(ground.store.begin());
    const int rights = TRY(ground.store.write_off(kiosk));
    TRY(audit.append(by, "kiosk.written-off", std::to_string(kiosk), std::to_string(rights), "0"));
    TRY(transaction.commit());
    return rights;
}

base::Result<std::string> person_export(SignUpGround& ground, std::string_view phone) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const auto& row : TRY(rows_of(ground, phone))) {
        const domain::Answers answers = personal_of(ground.keys, row);
        nlohmann::ordered_json entry = {{"id", row.id.hex()},
                                        {"listing", row.listing.value},
                                        {"occasion", row.occasion.value},
                                        {"arrived", base::to_iso8601(row.arrived)},
                                        {"state", domain::name_of(row.state)},
                                        {"party", row.party},
                                        {"kept_until", base::to_iso8601(row.delete_at)},
                                        {"form_version", answers.form_version},
                                        {"answers", nlohmann::ordered_json::array()}};
        for (const auto& answer : answers.answers) entry["answers"].push_back(as_json(answer));
        all.push_back(std::move(entry));
    }
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

base::Result<int> person_forget(SignUpGround& ground, store::Audit& audit, std::string_view phone,
                                const store::By& by) {
    auto transaction = TRY(ground.store.begin());
    const auto rows = TRY(rows_of(ground, phone));
    for (const auto& before : rows) {
        store::SignUpRow row = before;
        const bool cancels = step(row, SignUpStep::cancel, Why::by_person);
        if (!cancels) ++row.version;
        row.personal.clear();
        row.personal_key = 0;
        row.person_key.reset();
        row.code_key.reset();
        row.kiosk_code_key.reset();
        row.code.clear();
        row.to_tell.clear();
        TRY(ground.store.change(before, row));
        TRY(audit.append(by, "sign-up.forgotten", row.id.hex(), "", ""));
    }
    TRY(transaction.commit());
    return static_cast<int>(rows.size());
}

std::string as_csv(const std::vector<SignUpForStaff>& roster) {
    // With a mark by which spreadsheets know UTF-8.
    std::string csv = "\xEF\xBB\xBF序号,状态,称呼,电话,人数,已到,取号,到达时间,需告知\n";
    const base::Zone zone = base::Zone::shanghai();
    for (const auto& entry : roster) {
        const store::SignUpRow& row = entry.row;
        const base::CivilTime at = zone.local(row.arrived);
        char time[32];
        std::snprintf(time, sizeof time, "%04d-%02d-%02d %02d:%02d", at.date.year, at.date.month,
                      at.date.day, at.hour, at.minute);
        csv += std::to_string(row.arrival) + "," + std::string(domain::name_of(row.state)) + "," +
               cell(entry.name()) + "," + cell(entry.phone()) + "," + std::to_string(row.party) +
               "," + std::to_string(row.present) + "," +
               cell(row.code.empty() ? row.kiosk_code : row.code) + "," + time + "," +
               cell(row.to_tell) + "\n";
    }
    return csv;
}

}  // namespace wenlan::hub
