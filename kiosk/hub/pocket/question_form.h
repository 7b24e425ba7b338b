// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/answers.h"
#include "hub/pocket/fields.h"
#include "hub/pocket/html.h"
#include "hub/pocket/visitor.h"

namespace wenlan::hub::pocket {

// The questions of a form as fields, filled with what was sent before, each with what is wrong.
Html question_fields(const Visitor& visitor, const domain::Form& form, const Fields& filled,
                     const std::vector<domain::Refusal>& refusals);

// What was sent as answers to the form; what is no number counts as not answered.
domain::Answers answers_of(const domain::Form& form, const Fields& fields);

}  // namespace wenlan::hub::pocket
