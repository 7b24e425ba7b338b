// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sync/crypto/hash.h"

namespace wenlan::hub {

// What a picture may be when it comes, and what it is when it goes to the screens.
namespace poster_limits {
inline constexpr std::size_t file_bytes_max = 16 << 20;
inline constexpr int side_px_max = 16'000;
// Held in memory at once, 64 MB; a JPEG in one pass may be larger, it is read smaller.
inline constexpr std::size_t pixels_max = 16'000'000;
inline constexpr int shorter_side_px_min = 200;  // less cannot be looked at on a large screen
inline constexpr int shown_px_max = 1600;        // the longer side, of what screens get
inline constexpr std::size_t shown_bytes_max = 220 << 10;
inline constexpr int thumbnail_px_max = 320;  // the longer side, for desks and phones
}  // namespace poster_limits

// A picture as the screens get it: made anew from its pixels, so that nothing else that was in the
// file reaches them, and named after its bytes.
struct PosterObject {
    sync::Hash hash;  // of `bytes`
    std::string bytes;
    std::string thumbnail;
    int width = 0;
    int height = 0;

    // What a listing calls its poster by.
    std::string name() const { return hash.hex(); }
};

// Takes any bytes. Codes: poster.too-heavy, poster.too-small, poster.not-a-picture,
// poster.too-large, poster.damaged; the sentence says what is wrong with it.
base::Result<PosterObject> accept_poster(std::string_view bytes);

}  // namespace wenlan::hub
