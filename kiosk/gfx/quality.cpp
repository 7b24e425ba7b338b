// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/quality.h"

namespace wenlan::gfx {

void QualityWatch::add(double frame_ms) {
    ++frames_;
    if (frame_ms > slow_ms) ++slow_;
    if (frames_ < window) return;
    if (slow_ > slow_max && quality_ != Quality::software) {
        quality_ = quality_ == Quality::full ? Quality::modest : Quality::software;
    }
    frames_ = slow_ = 0;
}

}  // namespace wenlan::gfx
