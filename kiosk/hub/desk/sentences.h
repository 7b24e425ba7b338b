// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/local_text.h"
#include "base/result.h"

namespace wenlan::hub::desk {

// What is said of an error: the domain's own sentence, and what it says in Chinese where the desk
// has it; else the same in both.
base::LocalText sentence_of(const base::Error& error);

}  // namespace wenlan::hub::desk
