// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/live_painting.h"

#include <algorithm>
#include <utility>

namespace wenlan::gfx {

LivePainting::LivePainting(TextureTable& table, const Painting& painting, double time_s)
    : table_(table),
      painting_(painting),
      size_{(painting.size.width + 1) / 2, (painting.size.height + 1) / 2},
      born_s_(time_s),
      started_s_(time_s - redraw_least_s) {
    for (std::size_t index = 0; index < textures_.size(); ++index) {
        TextureName texture = make_picture_texture(size_.width, size_.height, nullptr);
        framebuffers_[index] = framebuffer_over(texture.get());
        textures_[index] = table_.add(std::move(texture), TextureKind::picture, true);
    }
}

LivePainting::~LivePainting() {
    for (const Texture texture : textures_) table_.remove(texture);
}

bool LivePainting::advance(double time_s, double redraw_every_s) {
    if (phase_ == Phase::fading && time_s >= fade_started_s_ + fade_s) {
        shown_ = static_cast<int>(next());
        phase_ = Phase::resting;
    }
    if (phase_ == Phase::drawn && time_s >= started_s_ + fade_after_s) {
        phase_ = Phase::fading;
        fade_started_s_ = time_s;
    }
    if (phase_ == Phase::resting && time_s >= started_s_ + redraw_every_s) {
        phase_ = Phase::drawing;
        started_s_ = time_s;
        strips_drawn_ = 0;
        return true;
    }
    return false;
}

void LivePainting::draw_strip(const Brush& brush) {
    const int begin = size_.height * strips_drawn_ / strips;
    const int end = size_.height * (strips_drawn_ + 1) / strips;
    brush.draw(painting_, size_, shader_time_s(), framebuffers_[next()].get(), begin, end);
    if (++strips_drawn_ < strips) return;
    table_.touch(textures_[next()]);
    phase_ = Phase::drawn;
}

void LivePainting::take(const image::Pixels& pixels) {
    if (phase_ != Phase::drawing) return;
    base::ensure(pixels.width == size_.width && pixels.height == size_.height,
                 "a redraw has the size that was asked for");
    glBindTexture(GL_TEXTURE_2D, table_.find(textures_[next()])->name);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, size_.width, size_.height, GL_RGBA, GL_UNSIGNED_BYTE,
                    pixels.rgba.data());
    table_.touch(textures_[next()]);
    phase_ = Phase::drawn;
}

Graphics::LivePainting LivePainting::seen(Texture still, double time_s) const {
    const Texture from = shown_ < 0 ? still : textures_[static_cast<std::size_t>(shown_)];
    if (phase_ != Phase::fading) return {from, 0, 0};
    const auto fade = static_cast<float>((time_s - fade_started_s_) / fade_s);
    return {from, textures_[next()], std::clamp(fade, 0.0F, 1.0F)};
}

}  // namespace wenlan::gfx
