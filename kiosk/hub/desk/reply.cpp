// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/reply.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/log.h"
#include "hub/desk/sentences.h"

namespace wenlan::hub::desk {

namespace {

using Json = nlohmann::ordered_json;

struct Row {
    std::string_view begins;
    int status;
};

// The first that fits.
constexpr std::array<Row, 41> statuses{{
    {"desk.not-signed-in", 401},
    {"desk.bad-login", 401},
    {"desk.wrong-role", 403},
    {"desk.bad-csrf", 403},
    {"desk.bad-origin", 403},
    {"desk.must-change", 403},
    {"desk.bad-token", 403},
    {"desk.none", 404},
    {"desk.no-account", 404},
    {"desk.not-json", 415},
    {"desk.too-much", 413},
    {"desk.set-up", 409},
    {"desk.cannot-undo", 409},
    {"desk.no-preview", 503},
    {"desk.", 422},
    {"programme.changed-meanwhile", 409},
    {"programme.no-", 404},
    {"programme.", 422},
    {"kiosk.none", 404},
    {"kiosk.", 422},
    {"poster.none", 404},
    {"poster.too-heavy", 413},
    {"poster.", 422},
    {"ics.", 422},
    {"csv.", 422},
    {"text.", 422},
    {"time.", 422},
    {"import.", 422},
    {"sign-up.none", 404},
    {"sign-up.", 422},
    {"edit.", 422},
    {"form.", 422},
    {"roster.none", 404},
    {"roster.", 422},
    {"message.", 422},
    {"person.", 422},
    {"draw.", 422},
    {"when.", 422},
    {"series.", 422},
    {"field.", 422},
    {"retention.", 422},
}};

int status_of(std::string_view code) {
    for (const Row& row : statuses) {
        if (code.starts_with(row.begins)) return row.status;
    }
    return 500;
}

Json json_of(const base::LocalText& text) { return {{"zh", text.zh}, {"en", text.en}}; }

Reply with(int status, Json error) {
    const Json page = {{"error", std::move(error)}};
    return json(page.dump(-1, ' ', false, Json::error_handler_t::replace), status);
}

}  // namespace

Reply refused(const Faults& faults) {
    Json fields = Json::array();
    for (const Fault& fault : faults) {
        Json one = {
            {"field", fault.field}, {"code", fault.code}, {"message", json_of(fault.message)}};
        if (fault.most > 0) one["most"] = fault.most;
        fields.push_back(std::move(one));
    }
    const base::LocalText message = faults.empty() ? base::LocalText{} : faults.front().message;
    return with(422, {{"code", "desk.fields"}, {"message", json_of(message)}, {"fields", fields}});
}

Reply refused(const base::Error& error, std::string_view field) {
    const int status = status_of(error.code);
    if (status == 500) {
        base::log::error("answering the desk", error);
        const base::Error said{"hub.failed", "The hub cannot answer just now."};
        return with(500, {{"code", said.code}, {"message", json_of(sentence_of(said))}});
    }
    Json json = {{"code", error.code}, {"message", json_of(sentence_of(error))}};
    if (!field.empty()) json["field"] = field;
    return with(status, std::move(json));
}

Reply too_fast(int retry_after_s) {
    const base::LocalText message{"试得太快了，请过一会儿再试。",
                                  "That was too often. Wait a little."};
    Reply reply = with(429, {{"code", "desk.too-fast"},
                             {"message", json_of(message)},
                             {"retry_after_s", retry_after_s}});
    reply.headers["retry-after"] = std::to_string(retry_after_s);
    return reply;
}

Reply being_edited(const std::string& who) {
    const base::LocalText message{who + "正在改这个节目。", who + " is editing this listing."};
    return with(423, {{"code", "desk.being-edited"}, {"message", json_of(message)}, {"who", who}});
}

}  // namespace wenlan::hub::desk
