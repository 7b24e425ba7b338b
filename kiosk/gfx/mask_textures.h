// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "gfx/graphics.h"
#include "gfx/mask_atlas.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

// The atlas's pages as textures: glyphs, icons and other masks, made when first asked for.
class MaskTextures {
public:
    MaskTextures(TextureTable& table, text::Typesetter& typesetter, std::filesystem::path icons);
    ~MaskTextures();
    MaskTextures(const MaskTextures&) = delete;
    MaskTextures& operator=(const MaskTextures&) = delete;

    MaskImage glyph(std::uint16_t font, std::uint32_t id, float px);
    MaskImage icon(const std::string& name, int px, bool bold);
    MaskImage shape(std::uint64_t key, const std::function<image::Mask()>& make);

    // Before drawing: what is new goes to the textures.
    void upload();
    // After drawing.
    void end_frame();
    // Every glyph, at once or, if one was given out for the frame being made, after that frame.
    void forget_glyphs();

private:
    struct PageTexture {
        Texture texture = 0;
        std::uint32_t serial = 0;
    };

    MaskImage image_of(const MaskAtlas::Place* place);
    MaskImage insert(const MaskKey& key, const image::Mask& mask, MaskAtlas::Border border,
                     int left, int top);
    Texture texture_of_page(int page);
    void drop_gone_pages();
    image::Mask draw_icon(const std::string& name, int px, bool bold);

    TextureTable& table_;
    text::Typesetter& typesetter_;
    std::filesystem::path icons_;
    MaskAtlas atlas_;
    std::vector<PageTexture> pages_;
    std::set<std::string> missing_icons_;  // named in the log
    bool given_out_ = false;
    bool forget_after_frame_ = false;
    bool full_logged_ = false;
};

}  // namespace wenlan::gfx
