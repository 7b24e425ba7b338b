// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/stills.h"

#include <array>
#include <cmath>
#include <string>

#include "base/log.h"
#include "gfx/files.h"
#include "image/scale.h"

namespace wenlan::gfx {

namespace {

constexpr std::array<std::uint8_t, 4> paper{0xF7, 0xF3, 0xEA, 0xFF};

constexpr Painting painting_of(Size size, float water, float scale, std::array<float, 3> bridge,
                               float seed, std::array<float, 4> sun, float ink, float hill,
                               float houses, float fade_top) {
    Painting painting;
    painting.size = size;
    painting.water = water;
    painting.scale = scale;
    painting.bridge = bridge;
    painting.seed = seed;
    painting.sun = sun;
    painting.ink = ink;
    painting.hill = hill;
    painting.houses = houses;
    painting.fade_top = fade_top;
    return painting;
}

constexpr std::array<float, 4> no_sun{0, 0, 0, 0};

const std::array<Still, 6> all_stills{{
    {"attract", painting_of({1080, 1920}, .475F, 1, {.47F, .215F, .098F}, 3,
                            {.33F, .775F, .040F, .95F}, 1, .95F, 1, 0)},
    {"home", painting_of({1080, 760}, .27F, 1.22F, {.66F, .19F, .086F}, 3,
                         {.685F, .665F, .032F, .95F}, 1, .72F, 1, .1F)},
    {"home-large", painting_of({1080, 560}, .14F, 1.6F, {.68F, .19F, .086F}, 3,
                               {.70F, .60F, .032F, .95F}, 1, .6F, 1, .1F)},
    {"home-landscape", painting_of({1920, 1080}, .555F, 1, {.435F, .29F, .13F}, 3,
                                   {.553F, .845F, .042F, .95F}, 1, .62F, 1, 0)},
    {"head-wash",
     painting_of({1080, 360}, .02F, 2.2F, {.5F, .1F, 0}, 7, no_sun, .55F, .9F, 0, .3F)},
    {"foot-wash",
     painting_of({1080, 620}, .30F, 1.5F, {.74F, .15F, .068F}, 11, no_sun, .5F, .7F, .5F, .35F)},
}};

float distance(const Painting& wanted, const Painting& still) {
    const auto shape = [](const Painting& painting) {
        return std::log(static_cast<float>(painting.size.width) /
                        static_cast<float>(painting.size.height));
    };
    return std::abs(shape(wanted) - shape(still)) + std::abs(wanted.water - still.water) +
           std::abs(wanted.scale - still.scale) + 2 * std::abs(wanted.ink - still.ink) +
           std::abs(wanted.sun[3] - still.sun[3]) +
           4 * std::abs(wanted.bridge[2] - still.bridge[2]) +
           (wanted.seed == still.seed ? 0.0F : 0.5F);
}

image::Pixels plain_paper(Size size) {
    image::Pixels pixels;
    pixels.width = size.width;
    pixels.height = size.height;
    pixels.rgba.resize(static_cast<std::size_t>(size.width) *
                       static_cast<std::size_t>(size.height) * 4);
    for (std::size_t at = 0; at < pixels.rgba.size(); ++at) pixels.rgba[at] = paper[at % 4];
    return pixels;
}

}  // namespace

std::span<const Still> stills() { return all_stills; }

const Still& closest_still(const Painting& painting) {
    const Still* closest = &all_stills.front();
    for (const Still& still : all_stills) {
        if (distance(painting, still.painting) < distance(painting, closest->painting)) {
            closest = &still;
        }
    }
    return *closest;
}

image::Pixels still_of(const Painting& painting, const std::filesystem::path& folder) {
    const Still& still = closest_still(painting);
    const auto path = find_picture(folder, std::string(still.name));
    if (!path) {
        base::log::warning("there is no still " + std::string(still.name));
        return plain_paper(painting.size);
    }
    const auto drawn = read_picture(*path);
    if (!drawn) {
        base::log::warning("still", drawn.error());
        return plain_paper(painting.size);
    }
    return image::cover(drawn.value(), painting.size.width, painting.size.height,
                        still.painting.bridge[0], 1 - still.painting.water);
}

}  // namespace wenlan::gfx
