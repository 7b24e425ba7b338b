// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/roster_api.h"
#include "hub/desk/roster_rows.h"

// What is kept of one person, handed over or forgotten.
namespace wenlan::hub::desk {

namespace {

base::Result<std::string> phone_in(const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    constexpr int phone_max = 20;
    std::string phone;
    Fields(body, "", faults).text("phone", phone, phone_max);
    return phone;  // what is none is refused by whoever looks for it
}

base::Result<Reply> hand_over(Desk& desk, const Asked& asked) {
    const std::string phone = TRY(phone_in(asked));
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        auto transaction = TRY(hub.office().rows().begin());
        Reply reply = json(TRY(person_export(hub.office().ground(), phone)));
        TRY(store::Audit(hub.database()).append(asked.log(), "person.exported", "", "", ""));
        TRY(transaction.commit());
        reply.headers["content-disposition"] = "attachment; filename=\"person.json\"";
        return reply;
    });
}

base::Result<Reply> forget(Desk& desk, const Asked& asked) {
    const std::string phone = TRY(phone_in(asked));
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        store::Audit audit(hub.database());
        const int forgotten = TRY(person_forget(hub.office().ground(), audit, phone, asked.log()));
        return json(dumped({{"forgotten", forgotten}}));
    });
}

}  // namespace

std::span<const DeskRoute> person_routes() {
    static constexpr std::array<DeskRoute, 2> table{{
        {"POST", "/person/export", Role::manager, hand_over},
        {"POST", "/person/forget", Role::manager, forget},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
