// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/frame_composer.h"

#include <limits>
#include <vector>

namespace wenlan::gfx {

bool FrameComposer::resize(Size size) {
    if (!frame_.resize(size)) return false;
    veiled_ = false;
    return true;
}

void FrameComposer::compose(const ImDrawData& data, const FrameChange& change,
                            const Shaders& shaders, const TextureTable& textures,
                            std::array<float, 3> clear) {
    const DrawRenderer::Scene scene{data, frame_.size(), shaders, textures, clear, change.bounds};
    renderer_.upload(data);
    if (!change.veil) {
        if (veiled_) unveiled_.copy_to(frame_);
        veiled_ = false;
        draw_changes(scene, change, frame_);
        return;
    }
    const bool anew = unveiled_.resize(frame_.size());
    if (anew || !veiled_) frame_.copy_to(unveiled_);
    veiled_ = true;
    draw_changes(scene, change, unveiled_);
    unveiled_.copy_to(frame_);
    const std::vector<PixelRect> all{{0, 0, frame_.size().width, frame_.size().height}};
    renderer_.draw(scene, {.areas = all, .first_command = *change.veil, .clears = false}, frame_);
}

void FrameComposer::draw_changes(const DrawRenderer::Scene& scene, const FrameChange& change,
                                 FrameTarget& target) {
    const int end = change.veil.value_or(std::numeric_limits<int>::max());
    const RowsUnder* under = change.under ? &*change.under : nullptr;
    if (under != nullptr) {
        under_.resize({target.size().width, under->rows.bottom - under->rows.top});
    }
    if (change.move) move(*change.move, under, target);
    if (under != nullptr) {
        const PixelRect& rows = under->rows;
        renderer_.draw(scene,
                       {.areas = under->areas, .end_command = under->end_command, .top = rows.top},
                       under_);
        under_.copy_rect_to(target, {rows.left, 0, rows.right, rows.bottom - rows.top}, rows.left,
                            rows.top);
        const std::vector<PixelRect> over{rows};
        renderer_.draw(scene,
                       {.areas = over,
                        .first_command = under->end_command,
                        .end_command = end,
                        .clears = false},
                       target);
    }
    renderer_.draw(scene, {.areas = change.areas, .end_command = end}, target);
}

// The rows that leave the frame's own part of the list go under, or come from there.
void FrameComposer::move(const PixelMove& move, const RowsUnder* under, FrameTarget& target) {
    if (under == nullptr || !under->kept) {
        target.move(move, frame_scratch_);
        return;
    }
    const PixelRect& rows = under->rows;
    const int height = rows.bottom - rows.top;
    const int way = move.up_px > 0 ? move.up_px : -move.up_px;
    const PixelRect joint{rows.left, rows.top - way, rows.right, rows.top};
    PixelMove within{{rows.left, 0, rows.right, height - way}, move.up_px};
    if (move.up_px > 0) {
        target.move(move, frame_scratch_);
        under_.copy_rect_to(target, {rows.left, 0, rows.right, way}, joint.left, joint.top);
        if (way < height) under_.move(within, under_scratch_);
        return;
    }
    within.to.top = way;
    within.to.bottom = height;
    if (way < height) under_.move(within, under_scratch_);
    target.copy_rect_to(under_, joint, rows.left, 0);
    target.move(move, frame_scratch_);
}

}  // namespace wenlan::gfx
