// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "gfx/gl/names.h"
#include "gfx/graphics.h"

namespace wenlan::gfx {

// How a texture is read when it is drawn with.
enum class TextureKind : std::uint8_t { mask = 1, picture = 2 };

// The textures that draw data may name: its own, and those that somebody else draws into. A Texture
// carries its kind (bits 56-63), a serial that tells a reused place from its former owner (32-55)
// and its place plus one (0-31); zero is no texture.
class TextureTable {
public:
    struct Entry {
        GLuint name = 0;
        TextureName owned;  // empty if the texture is somebody else's
        TextureKind kind = TextureKind::picture;
        bool opaque = false;           // every pixel has full alpha
        std::uint32_t serial = 1;      // 24 bits
        std::uint32_t generation = 0;  // changes with the content
        bool live = false;
    };

    Texture add(TextureName name, TextureKind kind, bool opaque = false);
    // Of a texture that outlives its entry.
    Texture add_borrowed(GLuint name, TextureKind kind, bool opaque);
    // The same texture with another content.
    void replace(Texture texture, TextureName name);
    void touch(Texture texture);
    void remove(Texture texture);

    // None if it was removed meanwhile. Valid until the next add().
    const Entry* find(Texture texture) const;

private:
    Entry* edit(Texture texture);

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> free_;
};

// Storage without content, clamped to its edges and read bilinearly.
TextureName make_mask_texture(int width, int height);
// With rows from the top, RGBA; null leaves the content open.
TextureName make_picture_texture(int width, int height, const std::uint8_t* rgba);

}  // namespace wenlan::gfx
