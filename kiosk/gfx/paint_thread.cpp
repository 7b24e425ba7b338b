// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/paint_thread.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "gfx/gl/surfaceless.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

namespace {

using PaintWorker = Worker<PaintJob, PaintDone>;

// The processor's cores are shared with the frames: the work is done in parts of a few
// milliseconds.
constexpr int part_pixels = 32 * 1024;
constexpr std::chrono::milliseconds rest{2};
constexpr std::chrono::milliseconds gentle_rest{12};

// What lives on the thread.
class Studio {
public:
    Studio(const PaintWorker& worker, GlApi api) : worker_(worker) {
        auto context = SurfacelessContext::create(api, std::nullopt);
        if (!context) {
            failed_ = context.error();
            return;
        }
        context_ = std::move(context).value();
        brush_.emplace(api);
    }

    PaintDone paint(const PaintJob& job) {
        if (failed_) return {job.ticket, *failed_, std::nullopt};
        const auto taken = brush_->take(*job.source);
        std::optional<base::Error> complaint;
        if (!taken) complaint = taken.error();
        if (!brush_->ready()) {
            return {job.ticket,
                    complaint.value_or(base::Error{"gfx.shader", "The painting has no shader."}),
                    complaint};
        }
        return {job.ticket, paint_parts(job), complaint};
    }

private:
    base::Result<image::Pixels> paint_parts(const PaintJob& job) const {
        const Size size = job.size;
        const TextureName texture = make_picture_texture(size.width, size.height, nullptr);
        const FramebufferName framebuffer = framebuffer_over(texture.get());
        const int rows = std::max(1, part_pixels / size.width);
        for (int row = 0; row < size.height; row += rows) {
            if (worker_.stopping()) {
                return base::Error{"gfx.stopped", "The program is ending.", ""};
            }
            brush_->draw(job.painting, size, job.time_s, framebuffer.get(), row,
                         std::min(row + rows, size.height));
            glFinish();
            if (!worker_.waited_for()) {
                std::this_thread::sleep_for(job.gentle ? gentle_rest : rest);
            }
        }
        image::Pixels pixels{size.width, size.height, {}};
        pixels.rgba.resize(static_cast<std::size_t>(size.width) *
                           static_cast<std::size_t>(size.height) * 4);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
        return pixels;
    }

    const PaintWorker& worker_;
    std::unique_ptr<SurfacelessContext> context_;
    std::optional<Brush> brush_;  // after the context: it is destroyed first
    std::optional<base::Error> failed_;
};

}  // namespace

PaintThread::PaintThread(GlApi api)
    : worker_([api](const PaintWorker& worker) -> PaintWorker::Work {
          return [studio = std::make_shared<Studio>(worker, api)](const PaintJob& job) {
              return studio->paint(job);
          };
      }) {}

}  // namespace wenlan::gfx
