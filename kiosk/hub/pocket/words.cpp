// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/words.h"

#include <array>

namespace wenlan::hub::pocket::words {

LocalText state(domain::SignUpState state) {
    using enum domain::SignUpState;
    switch (state) {
        case requested:
            return {"已记下", "Noted"};
        case confirmed:
            return {"已留座位", "Places kept"};
        case waitlisted:
            return {"候补", "Waiting list"};
        case declined:
            return {"没有报上", "Not taken"};
        case cancelled:
            return {"已取消", "Cancelled"};
        case checked_in:
            return {"已签到", "Checked in"};
        case no_show:
            return {"没有到场", "Not seen"};
    }
    return {};
}

LocalText why(domain::Why why) {
    using enum domain::Why;
    switch (why) {
        case none:
        case by_person:
            return {};
        case full:
            return {"位子满了，也来不及排候补了。", "It is full, and too late to wait."};
        case closed:
            return {"报名已经截止。", "Sign-up has closed."};
        case called_off:
            return {"这一场取消了，给您添麻烦了。", "It was called off. We are sorry."};
        case by_staff:
            return {"社工替您取消的。", "Staff cancelled it for you."};
        case not_reached:
            return {"一直没有空位，候补结束了。", "No place came free in time."};
        case not_drawn:
            return {"这次没有抽中。", "The lot fell to others this time."};
        case unknown_occasion:
            return {"正在核对这一场的安排。", "We are checking this date."};
        case not_opened:
            return {"报名还没开始。", "Sign-up is not open yet."};
        case bad_answers:
            return {"填的内容读不出来，请找社工。",
                    "The form could not be read. Please ask our staff."};
    }
    return {};
}

LocalText weekday(base::Weekday day) {
    static const std::array<LocalText, 7> names{{{"周一", "Mon"},
                                                 {"周二", "Tue"},
                                                 {"周三", "Wed"},
                                                 {"周四", "Thu"},
                                                 {"周五", "Fri"},
                                                 {"周六", "Sat"},
                                                 {"周日", "Sun"}}};
    return names[static_cast<std::size_t>(day) - 1];
}

}  // namespace wenlan::hub::pocket::words
