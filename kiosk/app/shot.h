// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "gfx/graphics.h"
#include "image/pixels.h"
#include "ui/semantics/semantics.h"

namespace wenlan::app {

// What is in view, in panel pixels: {"screen", "size": [w,h], "elements": [{"role", "label",
// "rect": [x,y,w,h], "enabled", "clipped", "contrast", "large"}]}.
std::string shot_json(const ui::Semantics& screen, gfx::Size size);

// name.png and name.json in the folder, which is made if need be.
base::Result<void> write_shot(base::Disk& disk, const std::filesystem::path& folder,
                              const std::string& name, const image::Pixels& pixels,
                              const ui::Semantics& screen);

}  // namespace wenlan::app
