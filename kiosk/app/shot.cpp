// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shot.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/finder.h"
#include "image/codec.h"

namespace wenlan::app {
namespace {

using Json = nlohmann::ordered_json;

// Two decimals are plenty and hide the last bits of the arithmetic.
double rounded(float value) { return std::round(static_cast<double>(value) * 100) / 100; }

bool on_panel(const ui::PanelRect& rect, gfx::Size size) {
    return rect.x < static_cast<float>(size.width) && rect.x + rect.width > 0 &&
           rect.y < static_cast<float>(size.height) && rect.y + rect.height > 0;
}

Json element_json(const ui::Element& element) {
    const ui::PanelRect& rect = element.rect;
    return {{"role", ui::name_of(element.role)},
            {"label", element.label},
            {"rect", {rounded(rect.x), rounded(rect.y), rounded(rect.width), rounded(rect.height)}},
            {"enabled", element.enabled},
            {"clipped", element.clipped},
            {"contrast", rounded(element.contrast)},
            {"large", element.large}};
}

}  // namespace

std::string shot_json(const ui::Semantics& screen, gfx::Size size) {
    Json elements = Json::array();
    for (const ui::Element& element : screen.elements)
        if (in_view(element) && on_panel(element.visible, size))
            elements.push_back(element_json(element));
    const Json shot = {{"screen", screen.screen},
                       {"size", {size.width, size.height}},
                       {"elements", std::move(elements)}};
    return shot.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

base::Result<void> write_shot(base::Disk& disk, const std::filesystem::path& folder,
                              const std::string& name, const image::Pixels& pixels,
                              const ui::Semantics& screen) {
    TRY(disk.make_folder(folder));
    const std::string png = TRY(image::encode_png(pixels));
    TRY(disk.replace(folder / (name + ".png"), png));
    TRY(disk.replace(folder / (name + ".json"), shot_json(screen, {pixels.width, pixels.height})));
    return {};
}

}  // namespace wenlan::app
