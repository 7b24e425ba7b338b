// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/form.h"
#include "hub/desk/fields.h"

namespace wenlan::hub::desk {

// The questions of a form that came in, in their order.
std::vector<domain::Question> questions_in(const Fields& fields, Faults& faults);

}  // namespace wenlan::hub::desk
