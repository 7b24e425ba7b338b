// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// One card for each listing of the section, with its next occasion: first those still to come, by
// start; then those without occasions, in the programme's order; then those that are over.
base::Result<model::SectionPage> section_page(const Standpoint& standpoint,
                                              domain::Section section);

}  // namespace wenlan::station
