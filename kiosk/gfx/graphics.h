// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "gfx/quality.h"
#include "image/pixels.h"
#include "text/typesetter.h"

struct ImDrawData;

// Everything that is drawn. Sizes are device pixels. All of it belongs to the frame's thread, with
// the GL context current. Textures are named by what they show and asked for anew each frame, so
// that a lost context costs nothing but a redraw.
namespace wenlan::gfx {

struct Size {
    int width = 0;
    int height = 0;
    bool operator==(const Size&) const = default;
};

// What ImDrawCmd::TextureId carries. Zero is the solid path: no texture is read.
using Texture = std::uint64_t;

struct Uv {
    float u0 = 0, v0 = 0, u1 = 1, v1 = 1;
};

// A coverage mask in the atlas. Its texture multiplies the vertex colour's alpha.
struct MaskImage {
    Texture texture = 0;
    Uv uv;
    int width = 0, height = 0;
    int left = 0, top = 0;  // glyphs: offset from the pen, right and up
};

// The ink painting's uniforms (shaders/README: uWater ... uFadeTop), drawn at `size`.
struct Painting {
    Size size;
    float water = 0, scale = 1;
    std::array<float, 3> bridge{};
    float seed = 3;
    std::array<float, 4> sun{};
    float ink = 1, houses = 0, dusk = 0, hill = 1, fade_top = 0;
    bool operator==(const Painting&) const = default;
};

// A picture cut to a size around its focus point.
struct Picture {
    std::string name;  // poster name; looked up in the picture folders
    Size size;
    float focus_x = 0.5F, focus_y = 0.46F;
    bool operator==(const Picture&) const = default;
};

struct Folders {
    std::filesystem::path shaders;
    std::vector<std::filesystem::path> pictures;  // searched in order for name.png/.jpg/.webp
    std::filesystem::path icons;                  // name.png and name-bold.png, 192 px masks
    std::filesystem::path stills;                 // shown when the painting's shader is broken
};

class Graphics {
public:
    // With a current GL 3.3 core or GLES 3.0 context. The typesetter outlives it.
    static base::Result<std::unique_ptr<Graphics>> create(Folders folders,
                                                          text::Typesetter& typesetter);
    virtual ~Graphics() = default;

    // --- what can be drawn; the result holds for this frame
    virtual MaskImage glyph(std::uint16_t font, std::uint32_t id, float px) = 0;
    // stroke 3 (or 5, bold) on a 48 grid, from assets/icons.
    virtual MaskImage icon(const std::string& name, int px, bool bold) = 0;
    // Any other mask, made once and kept in the atlas: a shadow's corner, a haze, a QR code.
    // At most 512 x 512.
    virtual MaskImage mask(std::uint64_t key, const std::function<image::Mask()>& make) = 0;
    // Zero while it is being decoded on the picture thread (or if it cannot be had); then
    // `pictures_pending()` is true and a later frame has it.
    virtual Texture picture(const Picture& picture) = 0;
    virtual bool pictures_pending() const = 0;
    virtual void wait_for_pictures() = 0;  // tours only
    // Kept once it was drawn. Without a graphics processor a still stands in until then, and
    // `pictures_pending()` is true. Texture row 0 is the top.
    virtual Texture painting(const Painting& painting) = 0;
    // The same, with mist and ripples moving: redrawn at half size every few seconds, without
    // holding up a frame, then cross-faded. `time_s` comes from the caller's clock. Gives both
    // textures and how far the fade is (0: only `from`).
    struct LivePainting {
        Texture from = 0, to = 0;
        float fade = 0;
    };
    virtual LivePainting live_painting(const Painting& painting, double time_s) = 0;

    // --- the frame
    // A list that scrolls: the commands from `first_command` until before `end_command` of the
    // frame's first draw list are its content, moved up by whole pixels. Where it has only moved
    // since the last frame, the frame's pixels are moved. Holds for the next render().
    struct ScrolledList {
        std::uint64_t id = 0;
        int offset_px = 0;
        int first_command = 0;
        int end_command = 0;
    };
    virtual void scrolled(const ScrolledList& list) = 0;
    // The commands of the frame's first draw list from this one on lie over all of the frame and
    // change with every frame, as a fade does: what lies under them is kept without them. Holds for
    // the next render().
    virtual void veil(int first_command) = 0;
    // Draws into the offscreen frame of this size; equal draw data (same bytes, same textures) are
    // not drawn again. True if something was drawn.
    virtual bool render(const ImDrawData& data, Size size, std::array<float, 3> clear) = 0;
    // Keeps the frame as it is now, for fades and backdrops.
    virtual void capture() = 0;
    virtual Texture captured() const = 0;
    // The captured frame, blurred once (quarter size, two passes). `sigma_px` in frame pixels.
    virtual Texture blurred(float sigma_px) = 0;
    // Copies the frame to the window, turned clockwise by quarter_turns.
    virtual void present(Size window, int quarter_turns) = 0;
    virtual image::Pixels read_frame() = 0;
    // How long a frame took, from the one before it, while something moved.
    virtual void frame_took(double ms) = 0;
    virtual Quality quality() const = 0;
    virtual bool context_lost() = 0;
    virtual void reload_shaders_if_changed() = 0;  // dev builds call it once a second
    virtual void forget_texts() = 0;               // clears the glyph atlas
};

}  // namespace wenlan::gfx
