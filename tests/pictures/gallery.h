// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "image/pixels.h"

// The pictures that people have approved, at half of the panel's size.
namespace wenlan::test {

// How far two pictures of the same size are apart.
struct Difference {
    double mean = 0;       // of all channels, in levels of 255
    double share_off = 0;  // of the pixels: those with a channel off by more than 24 levels
};
Difference difference(const image::Pixels& approved, const image::Pixels& now);

// The same machine draws the same to the last bit; another one rounds one level otherwise here and
// there, of which the approved pictures, that keep 64 levels, make four. A word that moves or
// changes is more than this.
inline constexpr double mean_max = 0.5;
inline constexpr double share_off_max = 0.0002;
bool alike(const Difference& difference);

// Half as large, and with fewer levels, so that it takes less room in the tree.
image::Pixels keepsake(const image::Pixels& frame);

enum class Verdict { alike, differs, missing, approved };
// Compares a frame with the approved picture of this name and writes what differs beside the test's
// output: NAME.now.png, and NAME.off.png with the pixels that are off in red. With WENLAN_APPROVE=1
// in the environment the frame becomes the approved picture.
struct Judgement {
    Verdict verdict = Verdict::missing;
    std::string words;
};
Judgement judge(const std::string& name, const image::Pixels& frame);

}  // namespace wenlan::test
