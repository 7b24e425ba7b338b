// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/painter.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/log.h"
#include "gfx/stills.h"

namespace wenlan::gfx {

namespace {

constexpr int still_side_px_max = 960;

// Mist drifts slowly: whoever pays for a redraw with much time sees it move in longer breaths.
double redraw_every_s(Quality quality) {
    switch (quality) {
        case Quality::full:
            return LivePainting::redraw_least_s;
        case Quality::modest:
            return 3 * LivePainting::redraw_least_s;
        case Quality::software:
            break;
    }
    return 6 * LivePainting::redraw_least_s;
}

}  // namespace

Painter::Painter(TextureTable& table, GlApi api, Place place, std::filesystem::path shaders,
                 std::filesystem::path stills)
    : table_(table),
      api_(api),
      place_(place),
      shaders_(std::move(shaders)),
      stills_(std::move(stills)) {
    read_source();
}

Painter::~Painter() {
    for (const Kept& kept : kept_) table_.remove(kept.texture);
}

void Painter::read_source() {
    source_stamp_ = PaintingSource::stamp_of(shaders_);
    auto source = PaintingSource::read(shaders_);
    if (source) {
        source_ = std::make_shared<const PaintingSource>(std::move(source).value());
    } else {
        complain(source.error());
    }
}

void Painter::complain(const base::Error& error) {
    base::log::error("the painting's shader: its last good form or a still is shown", error);
}

Texture Painter::painting(const Painting& painting) {
    base::ensure(painting.size.width > 0 && painting.size.height > 0, "a painting has pixels");
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&painting](const Kept& kept) {
        return kept.painting == painting;
    });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
    } else {
        drop_oldest();
        kept_.push_front({painting, 0, frame_, 0});
        paint(kept_.front());
    }
    kept_.front().last_used = frame_;
    return kept_.front().texture;
}

// Gives it a texture at once, and asks the thread for the true one.
void Painter::paint(Kept& kept) {
    const Size size = kept.painting.size;
    if (source_ && place_ == Place::thread) {
        if (!thread_) thread_ = std::make_unique<PaintThread>(api_);
        kept.ticket = next_ticket_++;
        thread_->request({kept.ticket, source_, kept.painting, size, 0, false});
    }
    if (source_ && place_ == Place::here) {
        if (!brush_) brush_.emplace(api_);
        const auto taken = brush_->take(*source_);
        if (!taken) complain(taken.error());
        if (brush_->ready()) {
            TextureName texture = make_picture_texture(size.width, size.height, nullptr);
            const FramebufferName framebuffer = framebuffer_over(texture.get());
            brush_->draw(kept.painting, size, 0, framebuffer.get(), 0, size.height);
            if (kept.texture == 0) {
                kept.texture = table_.add(std::move(texture), TextureKind::picture, true);
            } else {
                table_.replace(kept.texture, std::move(texture));
            }
        }
    }
    if (kept.texture == 0) kept.texture = add_still(kept.painting);
}

Texture Painter::add_still(const Painting& painting) {
    Painting small = painting;
    const int side = std::max(small.size.width, small.size.height);
    if (side > still_side_px_max) {
        small.size.width = std::max(1, small.size.width * still_side_px_max / side);
        small.size.height = std::max(1, small.size.height * still_side_px_max / side);
    }
    const image::Pixels still = still_of(small, stills_);
    return table_.add(make_picture_texture(still.width, still.height, still.rgba.data()),
                      TextureKind::picture, true);
}

// What this frame draws with stays, even if that is more than usual.
void Painter::drop_oldest() {
    while (kept_.size() >= paintings_max && kept_.back().last_used != frame_) {
        const Kept& oldest = kept_.back();
        if (oldest.ticket != 0 && thread_) thread_->cancel(oldest.ticket);
        table_.remove(oldest.texture);
        kept_.pop_back();
    }
}

Graphics::LivePainting Painter::live(const Painting& painting, double time_s) {
    const Texture still = this->painting(painting);
    if (!live_ || live_->painting() != painting) live_.emplace(table_, painting, time_s);
    live_last_used_ = frame_;
    advance_live(time_s);
    return live_->seen(still, time_s);
}

void Painter::advance_live(double time_s) {
    const bool begins = live_->advance(time_s, redraw_every_s(quality_));
    if (place_ == Place::thread) {
        if (!begins) return;
        if (!source_ || !thread_) {
            live_->give_up();
            return;
        }
        live_->ticket = next_ticket_++;
        thread_->request({live_->ticket, source_, live_->painting(), live_->size(),
                          live_->shader_time_s(), true});
    } else if (live_->drawing() && brush_ && brush_->ready()) {
        live_->draw_strip(*brush_);
    }
}

bool Painter::pending() const {
    const bool redraws = live_ && place_ == Place::thread && live_->drawing();
    if (redraws && live_last_used_ + 1 >= frame_) return true;
    return std::any_of(kept_.begin(), kept_.end(), [this](const Kept& kept) {
        return kept.ticket != 0 && kept.last_used + 1 >= frame_;
    });
}

void Painter::wait() {
    if (thread_) thread_->wait_until_idle();
    collect(std::numeric_limits<int>::max());
}

void Painter::end_frame() {
    collect(1);
    ++frame_;
}

void Painter::collect(int uploads_max) {
    if (!thread_) return;
    for (PaintDone& done : thread_->take_done()) done_.push_back(std::move(done));
    for (int upload = 0; upload < uploads_max && !done_.empty(); ++upload) {
        PaintDone done = std::move(done_.front());
        done_.pop_front();
        take(done);
        if (place_ == Place::here) return;
    }
}

void Painter::take(PaintDone& done) {
    if (done.complaint) complain(*done.complaint);
    if (!done.pixels && done.pixels.error().code == "gfx.no-egl") {
        paint_here_from_now_on(done.pixels.error());
        return;
    }
    if (live_ && done.ticket == live_->ticket) {
        if (done.pixels) {
            live_->take(done.pixels.value());
        } else {
            live_->give_up();
        }
        return;
    }
    for (Kept& kept : kept_) {
        if (kept.ticket != done.ticket) continue;
        kept.ticket = 0;
        if (!done.pixels) return;
        const image::Pixels& pixels = done.pixels.value();
        table_.replace(kept.texture,
                       make_picture_texture(pixels.width, pixels.height, pixels.rgba.data()));
        return;
    }
}

void Painter::paint_here_from_now_on(const base::Error& reason) {
    base::log::warning("the painting is drawn between frames", reason);
    place_ = Place::here;
    thread_.reset();
    done_.clear();
    for (Kept& kept : kept_) {
        kept.ticket = 0;
        paint(kept);
    }
}

void Painter::reload_if_changed() {
    if (PaintingSource::stamp_of(shaders_) == source_stamp_) return;
    read_source();
    live_.reset();
    for (Kept& kept : kept_) paint(kept);
}

}  // namespace wenlan::gfx
