// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace wenlan::gfx {

// How much is drawn of what only pleases. What can be read and pressed is the same at every level.
enum class Quality : std::uint8_t {
    software,  // the processor draws: the painting on its own thread, few redraws at rest
    modest,    // a weak graphics processor: the painting redrawn seldom, one blur for each sheet
    full,      // the painting lives, a sheet's backdrop blurs as it opens
};

// Chooses the level from how long frames took while something moved. Steps down only: a level that
// was too much once would be so again.
class QualityWatch {
public:
    // A display of 60 Hz misses every second frame from here on.
    static constexpr double slow_ms = 22;
    static constexpr int window = 60;    // frames that are looked at together
    static constexpr int slow_max = 15;  // of them, before it steps down

    explicit QualityWatch(Quality start) : quality_(start) {}

    void add(double frame_ms);
    Quality quality() const { return quality_; }

private:
    Quality quality_;
    int frames_ = 0;
    int slow_ = 0;
};

}  // namespace wenlan::gfx
