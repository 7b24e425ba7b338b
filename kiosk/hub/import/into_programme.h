// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/import/event.h"
#include "store/programme.h"

namespace wenlan::hub {

// What is to be put into a publication that holds `existing`, so that it has the file's events:
// venues and tags are found by name or made, an event that was imported before keeps what people
// added to it (poster, features, a reason for a cancellation), and dates that the file does not
// speak of stay.
store::Programme into_programme(const ParsedFile& file, const store::Programme& existing,
                                const ImportFrame& frame);

}  // namespace wenlan::hub
