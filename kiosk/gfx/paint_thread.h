// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "base/result.h"
#include "gfx/brush.h"
#include "gfx/gl/context.h"
#include "gfx/graphics.h"
#include "gfx/worker.h"
#include "image/pixels.h"

namespace wenlan::gfx {

struct PaintJob {
    std::uint64_t ticket = 0;
    std::shared_ptr<const PaintingSource> source;
    Painting painting;
    Size size;  // what it is drawn at, the painting's own or less
    double time_s = 0;
    bool gentle = false;  // nobody waits for it: it rests between its parts
};

struct PaintDone {
    std::uint64_t ticket = 0;
    base::Result<image::Pixels> pixels;
    std::optional<base::Error>
        complaint;  // about a new source; it was painted with the last good one
};

// Paints in a context of its own, away from the frame's thread. Where there is no graphics
// processor a painting takes half a second or more, and its shader as long to compile.
class PaintThread {
public:
    explicit PaintThread(GlApi api);

    void request(PaintJob job) { worker_.request(std::move(job)); }
    void cancel(std::uint64_t ticket) {
        worker_.cancel([ticket](const PaintJob& job) { return job.ticket == ticket; });
    }
    std::vector<PaintDone> take_done() { return worker_.take_done(); }
    void wait_until_idle() { worker_.wait_until_idle(); }

private:
    Worker<PaintJob, PaintDone> worker_;
};

}  // namespace wenlan::gfx
