// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/texture_table.h"

#include <utility>

namespace wenlan::gfx {

namespace {

constexpr std::uint32_t serial_mask = 0xFFFFFF;

TextureName make_texture(GLint internal, GLenum format, int width, int height,
                         const std::uint8_t* pixels) {
    GLuint name = 0;
    glGenTextures(1, &name);
    TextureName texture(name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, internal, width, height, 0, format, GL_UNSIGNED_BYTE, pixels);
    return texture;
}

}  // namespace

Texture TextureTable::add(TextureName name, TextureKind kind, bool opaque) {
    const Texture texture = add_borrowed(name.get(), kind, opaque);
    edit(texture)->owned = std::move(name);
    return texture;
}

Texture TextureTable::add_borrowed(GLuint name, TextureKind kind, bool opaque) {
    std::uint32_t place = 0;
    if (free_.empty()) {
        place = static_cast<std::uint32_t>(entries_.size());
        entries_.emplace_back();
    } else {
        place = free_.back();
        free_.pop_back();
    }
    Entry& entry = entries_[place];
    entry.name = name;
    entry.kind = kind;
    entry.opaque = opaque;
    entry.live = true;
    return (static_cast<Texture>(kind) << 56U) | (static_cast<Texture>(entry.serial) << 32U) |
           (place + 1);
}

void TextureTable::replace(Texture texture, TextureName name) {
    Entry* entry = edit(texture);
    if (entry == nullptr) return;
    entry->name = name.get();
    entry->owned = std::move(name);
    ++entry->generation;
}

void TextureTable::touch(Texture texture) {
    if (Entry* entry = edit(texture)) ++entry->generation;
}

void TextureTable::remove(Texture texture) {
    Entry* entry = edit(texture);
    if (entry == nullptr) return;
    entry->name = 0;
    entry->owned = {};
    entry->live = false;
    entry->serial = (entry->serial % serial_mask) + 1;
    free_.push_back(static_cast<std::uint32_t>(entry - entries_.data()));
}

TextureTable::Entry* TextureTable::edit(Texture texture) {
    return const_cast<Entry*>(std::as_const(*this).find(texture));
}

const TextureTable::Entry* TextureTable::find(Texture texture) const {
    const auto place = static_cast<std::uint32_t>(texture);
    if (place == 0 || place > entries_.size()) return nullptr;
    const Entry& entry = entries_[place - 1];
    const auto serial = static_cast<std::uint32_t>(texture >> 32U) & serial_mask;
    return entry.live && entry.serial == serial ? &entry : nullptr;
}

TextureName make_mask_texture(int width, int height) {
    return make_texture(GL_R8, GL_RED, width, height, nullptr);
}

TextureName make_picture_texture(int width, int height, const std::uint8_t* rgba) {
    return make_texture(GL_RGBA8, GL_RGBA, width, height, rgba);
}

}  // namespace wenlan::gfx
