// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "image/pixels.h"

// What receipt printers understand (ESC/POS), as far as the kiosk uses it: dots, a feed, a cut, and
// the question whether there is paper.
namespace wenlan::device::escpos {

// Everything for one receipt. In bands, since printers keep little in memory.
std::string page(const image::Mask& paper);

// DLE EOT 4; the printer answers with one byte even while it prints.
inline constexpr std::string_view ask_paper{"\x10\x04\x04", 3};
// None: the byte is no answer to that.
std::optional<bool> has_paper(unsigned char answer);

}  // namespace wenlan::device::escpos
