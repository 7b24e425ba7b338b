// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/mask_textures.h"

#include <bit>

#include "base/log.h"
#include "gfx/files.h"
#include "gfx/hash.h"
#include "image/scale.h"

namespace wenlan::gfx {

MaskTextures::MaskTextures(TextureTable& table, text::Typesetter& typesetter,
                           std::filesystem::path icons)
    : table_(table), typesetter_(typesetter), icons_(std::move(icons)) {}

MaskTextures::~MaskTextures() {
    for (const PageTexture& page : pages_) table_.remove(page.texture);
}

MaskImage MaskTextures::glyph(std::uint16_t font, std::uint32_t id, float px) {
    const MaskKey key{MaskSort::glyph, (static_cast<std::uint64_t>(font) << 32U) | id,
                      std::bit_cast<std::uint32_t>(px)};
    if (const auto* place = atlas_.find(key)) return image_of(place);
    text::Typesetter::Bitmap bitmap = typesetter_.rasterise(font, id, px);
    const image::Mask mask{bitmap.width, bitmap.height, std::move(bitmap.coverage)};
    return insert(key, mask, MaskAtlas::Border::clear, bitmap.left, bitmap.top);
}

MaskImage MaskTextures::icon(const std::string& name, int px, bool bold) {
    Hash hash;
    hash.add_bytes(name.data(), name.size());
    const MaskKey key{MaskSort::icon, hash.value(),
                      (static_cast<std::uint32_t>(px) << 1U) | (bold ? 1U : 0U)};
    if (const auto* place = atlas_.find(key)) return image_of(place);
    return insert(key, draw_icon(name, px, bold), MaskAtlas::Border::clear, 0, 0);
}

MaskImage MaskTextures::shape(std::uint64_t what, const std::function<image::Mask()>& make) {
    const MaskKey key{MaskSort::shape, what, 0};
    if (const auto* place = atlas_.find(key)) return image_of(place);
    return insert(key, make(), MaskAtlas::Border::repeat, 0, 0);
}

MaskImage MaskTextures::insert(const MaskKey& key, const image::Mask& mask,
                               MaskAtlas::Border border, int left, int top) {
    const auto* place = atlas_.insert(key, mask, border, left, top);
    if (place == nullptr && !full_logged_) {
        full_logged_ = true;
        base::log::warning("the mask atlas has no room for a mask of " +
                           std::to_string(mask.width) + " x " + std::to_string(mask.height));
    }
    return image_of(place);
}

MaskImage MaskTextures::image_of(const MaskAtlas::Place* place) {
    if (place == nullptr || place->page < 0) return {};
    given_out_ = true;
    const MaskAtlas::PageState page = atlas_.page(place->page);
    const auto width = static_cast<float>(page.width);
    const auto height = static_cast<float>(page.height);
    MaskImage mask;
    mask.texture = texture_of_page(place->page);
    mask.uv = {static_cast<float>(place->x) / width, static_cast<float>(place->y) / height,
               static_cast<float>(place->x + place->width) / width,
               static_cast<float>(place->y + place->height) / height};
    mask.width = place->width;
    mask.height = place->height;
    mask.left = place->left;
    mask.top = place->top;
    return mask;
}

Texture MaskTextures::texture_of_page(int index) {
    if (pages_.size() <= static_cast<std::size_t>(index)) {
        pages_.resize(static_cast<std::size_t>(index) + 1);
    }
    PageTexture& page = pages_[static_cast<std::size_t>(index)];
    const MaskAtlas::PageState state = atlas_.page(index);
    if (page.texture == 0 || page.serial != state.serial) {
        table_.remove(page.texture);
        page.texture = table_.add(make_mask_texture(state.width, state.height), TextureKind::mask);
        page.serial = state.serial;
    }
    return page.texture;
}

void MaskTextures::upload() {
    if (atlas_.uploads().empty()) return;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    int bound = -1;
    for (const MaskAtlas::Upload& upload : atlas_.uploads()) {
        const Texture texture = texture_of_page(upload.page);
        if (upload.page != bound) {
            bound = upload.page;
            glBindTexture(GL_TEXTURE_2D, table_.find(texture)->name);
        }
        // Where nothing was yet, no frame that was drawn can have read.
        if (upload.overwrites) table_.touch(texture);
        glTexSubImage2D(GL_TEXTURE_2D, 0, upload.x, upload.y, upload.width, upload.height, GL_RED,
                        GL_UNSIGNED_BYTE, atlas_.upload_bytes() + upload.offset);
    }
    atlas_.uploads_done();
}

void MaskTextures::end_frame() {
    given_out_ = false;
    atlas_.end_frame();
    if (forget_after_frame_) {
        forget_after_frame_ = false;
        atlas_.forget_glyphs();
    }
    drop_gone_pages();
}

void MaskTextures::forget_glyphs() {
    if (given_out_) {
        forget_after_frame_ = true;
        return;
    }
    atlas_.forget_glyphs();
    drop_gone_pages();
}

void MaskTextures::drop_gone_pages() {
    for (std::size_t index = 0; index < pages_.size(); ++index) {
        if (pages_[index].texture == 0) continue;
        if (atlas_.page(static_cast<int>(index)).width != 0) continue;
        table_.remove(pages_[index].texture);
        pages_[index] = {};
    }
}

image::Mask MaskTextures::draw_icon(const std::string& name, int px, bool bold) {
    if (px <= 0 || px > MaskAtlas::mask_px_max || !plain_name(name)) return {};
    const std::string file = name + (bold ? "-bold.png" : ".png");
    const auto drawn = read_picture(icons_ / file);
    if (!drawn) {
        if (missing_icons_.insert(file).second) base::log::warning("icon", drawn.error());
        return {};
    }
    const image::Pixels scaled = image::cover(drawn.value(), px, px, 0.5F, 0.5F);
    image::Mask mask;
    mask.width = scaled.width;
    mask.height = scaled.height;
    mask.coverage.resize(scaled.rgba.size() / 4);
    for (std::size_t at = 0; at < mask.coverage.size(); ++at) {
        mask.coverage[at] = scaled.rgba[at * 4 + 3];
    }
    return mask;
}

}  // namespace wenlan::gfx
