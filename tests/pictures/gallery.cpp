// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/gallery.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

#include "image/codec.h"
#include "image/scale.h"

namespace wenlan::test {

namespace {

namespace fs = std::filesystem;

constexpr int off_levels = 24;

const fs::path approved_folder = fs::path(WENLAN_SOURCE_DIR) / "tests/pictures/approved";
const fs::path output_folder = fs::path(WENLAN_BINARY_DIR) / "tests/pictures";

int off(const image::Pixels& a, const image::Pixels& b, std::size_t pixel) {
    int most = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const std::size_t at = pixel * 4 + channel;
        most = std::max(most, std::abs(int{a.rgba[at]} - int{b.rgba[at]}));
    }
    return most;
}

bool same_size(const image::Pixels& a, const image::Pixels& b) {
    return a.width == b.width && a.height == b.height;
}

// Pale where nothing differs, red where much does.
image::Pixels marked(const image::Pixels& approved, const image::Pixels& now) {
    image::Pixels picture = now;
    for (std::size_t pixel = 0; pixel < picture.rgba.size() / 4; ++pixel) {
        std::uint8_t* rgba = &picture.rgba[pixel * 4];
        const bool bad = off(approved, now, pixel) > off_levels;
        for (int channel = 0; channel < 3; ++channel)
            rgba[channel] = static_cast<std::uint8_t>(192 + rgba[channel] / 4);
        if (bad) rgba[0] = 220, rgba[1] = rgba[2] = 0;
    }
    return picture;
}

void save(const fs::path& path, const image::Pixels& pixels) {
    fs::create_directories(path.parent_path());
    const std::string png = image::encode_png(pixels).value();
    std::ofstream(path, std::ios::binary) << png;
}

bool approving() {
    const char* const value = std::getenv("WENLAN_APPROVE");
    return value != nullptr && std::string_view(value) == "1";
}

std::string figures(const Difference& difference) {
    char text[160];
    std::snprintf(text, sizeof text,
                  "mean difference %.2f levels (at most %.2f), %.2f %% of the pixels off (at most "
                  "%.2f %%)",
                  difference.mean, mean_max, difference.share_off * 100, share_off_max * 100);
    return text;
}

}  // namespace

Difference difference(const image::Pixels& approved, const image::Pixels& now) {
    base::ensure(same_size(approved, now), "pictures of the same size");
    double sum = 0;
    std::size_t off_count = 0;
    const std::size_t pixels = now.rgba.size() / 4;
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const std::size_t at = pixel * 4 + channel;
            sum += std::abs(int{approved.rgba[at]} - int{now.rgba[at]});
        }
        off_count += off(approved, now, pixel) > off_levels ? 1 : 0;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, pixels));
    return {sum / (3 * count), static_cast<double>(off_count) / count};
}

bool alike(const Difference& difference) {
    return difference.mean <= mean_max && difference.share_off <= share_off_max;
}

image::Pixels keepsake(const image::Pixels& frame) {
    image::Pixels small = image::scaled(frame, frame.width / 2, frame.height / 2);
    for (std::size_t at = 0; at < small.rgba.size(); ++at) {
        // 64 levels of colour; the frame has no transparency.
        small.rgba[at] = at % 4 == 3 ? 255 : static_cast<std::uint8_t>((small.rgba[at] & 0xFC) | 2);
    }
    return small;
}

Judgement judge(const std::string& name, const image::Pixels& frame) {
    const image::Pixels now = keepsake(frame);
    const fs::path path = approved_folder / (name + ".png");
    if (approving()) {
        save(path, now);
        return {Verdict::approved, name + ": approved as it is now"};
    }
    const fs::path seen = output_folder / (name + ".now.png");
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        save(seen, now);
        return {Verdict::missing, name + ": no approved picture " + path.string() + "; look at " +
                                      seen.string() +
                                      " and approve it by running this test with WENLAN_APPROVE=1"};
    }
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto approved =
        image::decode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    if (!approved) return {Verdict::differs, name + ": the approved picture cannot be read"};
    if (!same_size(approved.value(), now)) {
        save(seen, now);
        return {Verdict::differs, name + ": another size than the approved picture"};
    }
    const Difference apart = difference(approved.value(), now);
    if (alike(apart)) return {Verdict::alike, name + ": " + figures(apart)};
    save(seen, now);
    save(output_folder / (name + ".off.png"), marked(approved.value(), now));
    return {Verdict::differs, name + ": " + figures(apart) + "; see " + seen.string() +
                                  " and .off.png beside it. If it is meant to look so, run this "
                                  "test with WENLAN_APPROVE=1"};
}

}  // namespace wenlan::test
