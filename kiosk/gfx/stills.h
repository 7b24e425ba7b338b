// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "gfx/graphics.h"
#include "image/pixels.h"

// Pictures of the painting, shown where its shader cannot be built.
namespace wenlan::gfx {

struct Still {
    std::string_view name;  // of its file in assets/stills
    Painting painting;      // what it shows, at its full size
};

// The uses of the painting, as shaders/README of the design lists them.
std::span<const Still> stills();

// The still that looks most like it.
const Still& closest_still(const Painting& painting);

// That still, cut to the painting's size around the bridge; plain paper if there is no file.
image::Pixels still_of(const Painting& painting, const std::filesystem::path& folder);

}  // namespace wenlan::gfx
