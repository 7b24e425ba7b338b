// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "gfx/frame_target.h"
#include "gfx/shaders.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

// A copy of the frame, for fades, and its blurred form, for what lies behind a sheet.
class Backdrop {
public:
    Backdrop(TextureTable& table, const Shaders& shaders, const GlContext& context);
    ~Backdrop();
    Backdrop(const Backdrop&) = delete;
    Backdrop& operator=(const Backdrop&) = delete;

    void capture(const FrameTarget& frame);
    // Zero before the first capture.
    Texture captured() const { return copy_.texture; }
    // Blurred when first asked for since the capture. Zero before the first capture.
    Texture blurred(float sigma_px);

private:
    struct Layer {
        explicit Layer(const GlContext& context) : target(context) {}
        FrameTarget target;
        Texture texture = 0;
    };
    void resize(Layer& layer, Size size);
    void shrink(int factor);
    void blur(const Layer& from, const Layer& to, float sigma, float step_x, float step_y) const;

    TextureTable& table_;
    const Shaders& shaders_;
    VertexArrayName array_;
    Layer copy_;
    std::array<Layer, 2> small_;  // a quarter or an eighth of the size; the result is in the first
    float sigma_px_ = -1;         // of what the first holds; negative: nothing
};

// The reads of a Gaussian that takes two pixels with each bilinear read: offsets in pixels from the
// centre, and weights that sum to 1 when all but the first count twice.
struct BlurReads {
    static constexpr int max = 16;
    struct Read {
        float offset = 0;
        float weight = 0;
    };
    int count = 1;
    std::array<Read, max> reads{};
};
BlurReads blur_reads(float sigma);

}  // namespace wenlan::gfx
