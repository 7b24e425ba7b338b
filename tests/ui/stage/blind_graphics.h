// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gfx/graphics.h"

namespace wenlan::test {

// Draws nothing: for tests that look only at what a page says of itself.
class BlindGraphics : public gfx::Graphics {
public:
    gfx::MaskImage glyph(std::uint16_t, std::uint32_t, float) override { return {}; }
    gfx::MaskImage icon(const std::string&, int, bool) override { return {}; }
    gfx::MaskImage mask(std::uint64_t, const std::function<image::Mask()>&) override { return {}; }
    gfx::Texture picture(const gfx::Picture&) override { return 0; }
    bool pictures_pending() const override { return false; }
    void wait_for_pictures() override {}
    gfx::Texture painting(const gfx::Painting&) override { return 0; }
    LivePainting live_painting(const gfx::Painting&, double) override { return {}; }
    void scrolled(const ScrolledList&) override {}
    void veil(int) override {}
    bool render(const ImDrawData&, gfx::Size, std::array<float, 3>) override { return true; }
    void capture() override {}
    gfx::Texture captured() const override { return 0; }
    gfx::Texture blurred(float) override { return 0; }
    void present(gfx::Size, int) override {}
    image::Pixels read_frame() override { return {}; }
    void frame_took(double) override {}
    gfx::Quality quality() const override { return gfx::Quality::software; }
    bool context_lost() override { return false; }
    void reload_shaders_if_changed() override {}
    void forget_texts() override {}
};

}  // namespace wenlan::test
