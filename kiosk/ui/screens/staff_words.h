// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/local_text.h"
#include "model/view.h"
#include "ui/i18n/strings.h"

// What the staff's panel says of the screen, in words.
namespace wenlan::ui::staff {

// Gold mends itself, red needs a person.
enum class Tone : std::uint8_t { good, waiting, urgent, plain };

struct Tile {
    std::string label;
    std::string value;
    std::string line;
    const char* icon = "star";
    Tone tone = Tone::plain;
};

Tile sync_tile(const model::StaffPage& page, base::Language language);
Tile outbox_tile(const model::StaffPage& page, base::Language language);
Tile printer_tile(const model::StaffPage& page, base::Language language);
Tile version_tile(const model::StaffPage& page, base::Language language);
Tile network_tile(const model::StaffPage& page, base::Language language);
Tile touch_tile(const model::StaffPage& page, base::Language language);

// What is known of the office, a line each: what it is, and what it says.
std::vector<std::pair<std::string, std::string>> office_facts(const model::StaffPage& page,
                                                              base::Language language);

// By the code of an error.
std::string fault(const std::string& code, base::Language language);
// The name of the screen and when the panel closes.
std::string foot(const model::StaffPage& page, base::Language language);

}  // namespace wenlan::ui::staff
