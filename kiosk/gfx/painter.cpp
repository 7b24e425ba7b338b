// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/painter.h"

#include <algorithm>
#include <utility>

#include "gfx/stills.h"

namespace wenlan::gfx {

namespace {

FramebufferName framebuffer_over(GLuint texture) {
    FramebufferName framebuffer = make_framebuffer();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    return framebuffer;
}

}  // namespace

Painter::Painter(TextureTable& table, const Shaders& shaders, std::filesystem::path stills)
    : table_(table), shaders_(shaders), stills_(std::move(stills)), array_(make_vertex_array()) {}

Painter::~Painter() { forget(); }

Texture Painter::painting(const Painting& painting) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&painting](const Kept& kept) {
        return kept.painting == painting;
    });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
    } else {
        drop_oldest();
        kept_.push_front({painting, draw_full(painting)});
    }
    kept_.front().last_used = frame_;
    return kept_.front().texture;
}

Texture Painter::draw_full(const Painting& painting) {
    const Size size = painting.size;
    base::ensure(size.width > 0 && size.height > 0, "a painting has pixels");
    const Program* program = shaders_.painting();
    if (program == nullptr) {
        const image::Pixels still = still_of(painting, stills_);
        return table_.add(make_picture_texture(still.width, still.height, still.rgba.data()),
                          TextureKind::picture, true);
    }
    TextureName texture = make_picture_texture(size.width, size.height, nullptr);
    const FramebufferName framebuffer = framebuffer_over(texture.get());
    draw(*program, painting, size, 0, framebuffer.get(), 0, size.height);
    return table_.add(std::move(texture), TextureKind::picture, true);
}

// What this frame draws with stays, even if that is more than usual.
void Painter::drop_oldest() {
    while (kept_.size() >= paintings_max && kept_.back().last_used != frame_) {
        table_.remove(kept_.back().texture);
        kept_.pop_back();
    }
}

void Painter::draw(const Program& program, const Painting& painting, Size size, double time_s,
                   GLuint framebuffer, int row_begin, int row_end) const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, size.width, size.height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, row_begin, size.width, row_end - row_begin);
    glDisable(GL_BLEND);
    glBindVertexArray(array_.get());
    program.use();
    program.set("uRes", static_cast<float>(size.width), static_cast<float>(size.height));
    program.set("uWater", painting.water);
    program.set("uScale", painting.scale);
    program.set("uBridge", painting.bridge[0], painting.bridge[1], painting.bridge[2]);
    program.set("uSeed", painting.seed);
    program.set("uTime", static_cast<float>(time_s));
    program.set("uSun", painting.sun[0], painting.sun[1], painting.sun[2], painting.sun[3]);
    program.set("uInk", painting.ink);
    program.set("uHouses", painting.houses);
    program.set("uDusk", painting.dusk);
    program.set("uHill", painting.hill);
    program.set("uFadeTop", painting.fade_top);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glDisable(GL_SCISSOR_TEST);
}

Graphics::LivePainting Painter::live(const Painting& painting, double time_s) {
    const Texture still = this->painting(painting);
    if (shaders_.painting() == nullptr) return {still, 0, 0};
    if (!live_ || live_->painting != painting) begin_live(painting, time_s);

    Live& live = *live_;
    const bool fading = live.fade_started_s >= 0;
    if (fading && time_s >= live.fade_started_s + fade_s) {
        live.shown = live.shown == 0 ? 1 : 0;
        live.fade_started_s = -1;
        live.strips_drawn = 0;
    } else if (!fading && live.strips_drawn == 0 && time_s >= live.started_s + redraw_every_s) {
        live.started_s = time_s;
        draw_strip();
    } else if (!fading && live.strips_drawn > 0) {
        draw_strip();
        if (live.strips_drawn == strips) live.fade_started_s = time_s;
    }

    const Texture from =
        live.shown < 0 ? still : live.textures[static_cast<std::size_t>(live.shown)];
    if (live.fade_started_s < 0) return {from, 0, 0};
    const std::size_t next = live.shown == 0 ? 1 : 0;
    const auto fade = static_cast<float>((time_s - live.fade_started_s) / fade_s);
    return {from, live.textures[next], std::clamp(fade, 0.0F, 1.0F)};
}

// The first redraw begins at once, so that the picture comes to life soon.
void Painter::begin_live(const Painting& painting, double time_s) {
    end_live();
    live_.emplace();
    live_->painting = painting;
    live_->size = {(painting.size.width + 1) / 2, (painting.size.height + 1) / 2};
    for (std::size_t index = 0; index < 2; ++index) {
        TextureName texture = make_picture_texture(live_->size.width, live_->size.height, nullptr);
        live_->framebuffers[index] = framebuffer_over(texture.get());
        live_->textures[index] = table_.add(std::move(texture), TextureKind::picture, true);
    }
    live_->born_s = time_s;
    live_->started_s = time_s - redraw_every_s;
}

void Painter::end_live() {
    if (!live_) return;
    for (const Texture texture : live_->textures) table_.remove(texture);
    live_.reset();
}

void Painter::draw_strip() {
    Live& live = *live_;
    const std::size_t next = live.shown == 0 ? 1 : 0;
    const int begin = live.size.height * live.strips_drawn / strips;
    const int end = live.size.height * (live.strips_drawn + 1) / strips;
    // The still shows the moment 0; the first redraw follows it.
    const double shader_time_s = live.started_s - live.born_s + redraw_every_s;
    draw(*shaders_.painting(), live.painting, live.size, shader_time_s,
         live.framebuffers[next].get(), begin, end);
    ++live.strips_drawn;
    if (live.strips_drawn == strips) table_.touch(live.textures[next]);
}

void Painter::forget() {
    for (const Kept& kept : kept_) table_.remove(kept.texture);
    kept_.clear();
    end_live();
}

}  // namespace wenlan::gfx
