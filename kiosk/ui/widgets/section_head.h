// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

namespace wenlan::ui {

// The head of a section's page as drawn in 05, 07, 16 and 17: its title over one line and the
// search button at the right. In landscape the line stands beside the title. Draw it after the
// wash; the top band is drawn by the page itself.
std::optional<Action> section_head(Frame& frame, std::string_view title, std::string_view line);

// The head of a page that lies on another one: back button, title and line, at the same height.
std::optional<Action> page_head(Frame& frame, std::string_view title, std::string_view line);

// Where the page's content begins below either.
float section_head_bottom(const Canvas& canvas);
// Landscape: where the words of a section's head end, for what stands between them and the search.
float section_head_end(Frame& frame, std::string_view title, std::string_view line);

}  // namespace wenlan::ui
