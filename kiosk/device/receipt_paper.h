// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/pixels.h"
#include "model/printer.h"
#include "text/typesetter.h"

namespace wenlan::device {

// Dots across the paper: of 58 mm, of 80 mm.
inline constexpr int paper_58_dots = 384, paper_80_dots = 576;

// A receipt as dots: 255 is black, nothing lies between. Every character that the kiosk's fonts
// have can be printed so, whatever the printer's own can.
image::Mask draw_receipt(const model::Receipt& receipt, text::Typesetter& typesetter,
                         int width_dots);

// The same to look at.
image::Pixels as_picture(const image::Mask& paper);

}  // namespace wenlan::device
