// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <imgui/imgui.h>
#include <span>
#include <type_traits>

#include "gfx/graphics.h"

// What differs between ImGui 1.86 and later versions, for whoever makes or reads draw data.
namespace wenlan::gfx {

// The lists of a frame: a plain pointer and a count once, a vector since 1.89.8.
template <typename DrawData>
std::span<ImDrawList* const> draw_lists(const DrawData& data) {
    if constexpr (std::is_pointer_v<decltype(data.CmdLists)>) {
        return {data.CmdLists, static_cast<std::size_t>(data.CmdListsCount)};
    } else {
        return {data.CmdLists.Data, static_cast<std::size_t>(data.CmdLists.Size)};
    }
}

// ImTextureID was a pointer once and is a 64-bit number since 1.91.4.
template <typename Id>
Texture to_texture(Id id) {
    if constexpr (std::is_pointer_v<Id>) {
        return static_cast<Texture>(reinterpret_cast<std::uintptr_t>(id));
    } else {
        return static_cast<Texture>(id);
    }
}

template <typename Id = ImTextureID>
Id to_imgui(Texture texture) {
    if constexpr (std::is_pointer_v<Id>) {
        return reinterpret_cast<Id>(static_cast<std::uintptr_t>(texture));
    } else {
        return static_cast<Id>(texture);
    }
}

static_assert(sizeof(ImTextureID) >= sizeof(Texture), "a texture must fit into ImTextureID");

inline Texture texture_of(const ImDrawCmd& command) { return to_texture(command.GetTexID()); }

}  // namespace wenlan::gfx
