// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/frame_composer.h"

#include <vector>

namespace wenlan::gfx {

void FrameComposer::compose(const ImDrawData& data, const FrameChange& change,
                            const Shaders& shaders, const TextureTable& textures,
                            std::array<float, 3> clear) {
    const RowsUnder* under = change.under ? &*change.under : nullptr;
    if (under != nullptr) {
        under_.resize({frame_.size().width, under->rows.bottom - under->rows.top});
    }
    if (change.move) move(*change.move, under);
    renderer_.upload(data);
    const DrawRenderer::Scene scene{data, frame_.size(), shaders, textures, clear, change.bounds};
    if (under != nullptr) {
        const PixelRect& rows = under->rows;
        renderer_.draw(scene,
                       {.areas = under->areas, .end_command = under->end_command, .top = rows.top},
                       under_);
        under_.copy_rect_to(frame_, {rows.left, 0, rows.right, rows.bottom - rows.top}, rows.left,
                            rows.top);
        const std::vector<PixelRect> over{rows};
        renderer_.draw(scene, {.areas = over, .first_command = under->end_command, .clears = false},
                       frame_);
    }
    renderer_.draw(scene, {.areas = change.areas}, frame_);
}

// The rows that leave the frame's own part of the list go under, or come from there.
void FrameComposer::move(const PixelMove& move, const RowsUnder* under) {
    if (under == nullptr || !under->kept) {
        frame_.move(move, frame_scratch_);
        return;
    }
    const PixelRect& rows = under->rows;
    const int height = rows.bottom - rows.top;
    const int way = move.up_px > 0 ? move.up_px : -move.up_px;
    const PixelRect joint{rows.left, rows.top - way, rows.right, rows.top};
    PixelMove within{{rows.left, 0, rows.right, height - way}, move.up_px};
    if (move.up_px > 0) {
        frame_.move(move, frame_scratch_);
        under_.copy_rect_to(frame_, {rows.left, 0, rows.right, way}, joint.left, joint.top);
        if (way < height) under_.move(within, under_scratch_);
        return;
    }
    within.to.top = way;
    within.to.bottom = height;
    if (way < height) under_.move(within, under_scratch_);
    frame_.copy_rect_to(under_, joint, rows.left, 0);
    frame_.move(move, frame_scratch_);
}

}  // namespace wenlan::gfx
