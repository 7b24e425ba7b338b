// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sign_up.h"
#include "station/sign_ups.h"
#include "station/standpoint.h"

namespace wenlan::station {

// What a resident asks for, with what the programme says of it; or why it cannot be had.
struct RequestMade {
    SignUpRequest request;
    std::optional<base::Error> refused;
    domain::Why why = domain::Why::none;
};

// `refused`: sign-up.gone, sign-up.called-off, sign-up.over, sign-up.closed, sign-up.not-opened.
base::Result<RequestMade> request_for(const Standpoint& standpoint,
                                      const model::TakeSignUp& wanted);

}  // namespace wenlan::station
