// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/draw_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "gfx/hash.h"
#include "gfx/imgui_compat.h"

namespace wenlan::gfx {

namespace {

constexpr std::uint32_t opaque_alpha = 0xFFU << IM_COL32_A_SHIFT;

std::size_t vertex_bytes(const ImDrawList& list) {
    return static_cast<std::size_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert);
}

std::size_t index_bytes(const ImDrawList& list) {
    return static_cast<std::size_t>(list.IdxBuffer.Size) * sizeof(ImDrawIdx);
}

const void* at_byte(std::size_t offset) { return reinterpret_cast<const void*>(offset); }

// Blending reads the target back; large opaque pictures (paintings) do without.
bool all_vertices_opaque(const ImDrawList& list, const ImDrawCmd& command) {
    constexpr unsigned worth_looking_max = 96;
    if (command.ElemCount > worth_looking_max) return false;
    for (unsigned index = 0; index < command.ElemCount; ++index) {
        const auto vertex = list.IdxBuffer[static_cast<int>(command.IdxOffset + index)];
        const ImU32 color = list.VtxBuffer[static_cast<int>(command.VtxOffset + vertex)].col;
        if ((color & opaque_alpha) != opaque_alpha) return false;
    }
    return true;
}

}  // namespace

struct DrawRenderer::Pass {
    const Scene& scene;
    const FrameTarget& target;
    int top = 0;                   // the frame's row that is the target's first
    PixelRect area{};              // of the frame, being drawn
    std::size_t vertex_start = 0;  // bytes, of the current list
    std::size_t index_start = 0;
    std::size_t attributes_at = SIZE_MAX;
    const Program* program = nullptr;
    GLuint texture = 0;
    bool blends = true;

    void use(const Program& wanted) {
        if (program == &wanted) return;
        program = &wanted;
        wanted.use();
        const ImVec2 size = scene.data.DisplaySize;
        ImVec2 origin = scene.data.DisplayPos;
        // A window's first row is the lowest.
        const float down = target.is_window() ? -1.0F : 1.0F;
        if (target.is_window()) origin.y += size.y;
        wanted.set("uOrigin", origin.x, origin.y);
        wanted.set("uToClip", 2.0F / size.x, down * 2.0F / size.y);
        wanted.set("uTexture", 0);
    }

    void read_from(GLuint wanted) {
        if (texture == wanted) return;
        texture = wanted;
        glBindTexture(GL_TEXTURE_2D, wanted);
    }

    void blend(bool wanted) {
        if (blends == wanted) return;
        blends = wanted;
        (wanted ? glEnable : glDisable)(GL_BLEND);
    }

    // Limits what is drawn to a part of the area; false if nothing is left of it.
    bool clip(const PixelRect& rect) const {
        const PixelRect left = rect.cut_to(area);
        if (left.empty()) return false;
        target.scissor({left.left, left.top - top, left.right, left.bottom - top});
        return true;
    }
};

DrawRenderer::DrawRenderer()
    : array_(make_vertex_array()), vertices_(make_buffer()), indices_(make_buffer()) {
    glBindVertexArray(array_.get());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.get());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.get());
    glEnableVertexAttribArray(attribute_position);
    glEnableVertexAttribArray(attribute_uv);
    glEnableVertexAttribArray(attribute_color);
    glBindVertexArray(0);
}

void DrawRenderer::draw(const Scene& scene, const Part& part, const FrameTarget& target) {
    target.bind(scene.size, part.top);
    glBindVertexArray(array_.get());
    glActiveTexture(GL_TEXTURE0);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glClearColor(scene.clear[0], scene.clear[1], scene.clear[2], 1.0F);

    Pass pass{scene, target, part.top};
    for (const PixelRect& area : part.areas) {
        pass.area = area;
        pass.clip(area);
        if (part.clears) glClear(GL_COLOR_BUFFER_BIT);
        draw_area(pass, part);
    }
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glBindVertexArray(0);
}

void DrawRenderer::draw_area(Pass& pass, const Part& part) {
    int at = 0;
    pass.vertex_start = 0;
    pass.index_start = 0;
    for (const ImDrawList* list : draw_lists(pass.scene.data)) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const bool wanted = at >= part.first_command && at < part.end_command;
            const PixelRect& bounds = pass.scene.bounds[static_cast<std::size_t>(at++)];
            if (wanted && bounds.overlaps(pass.area)) draw_command(pass, *list, command);
        }
        pass.vertex_start += vertex_bytes(*list);
        pass.index_start += index_bytes(*list);
    }
}

void DrawRenderer::upload(const ImDrawData& data) {
    vertex_bytes_.clear();
    index_bytes_.clear();
    for (const ImDrawList* list : draw_lists(data)) {
        const auto* vertices = reinterpret_cast<const std::uint8_t*>(list->VtxBuffer.Data);
        const auto* indices = reinterpret_cast<const std::uint8_t*>(list->IdxBuffer.Data);
        vertex_bytes_.insert(vertex_bytes_.end(), vertices, vertices + vertex_bytes(*list));
        index_bytes_.insert(index_bytes_.end(), indices, indices + index_bytes(*list));
    }
    glBindVertexArray(array_.get());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.get());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertex_bytes_.size()),
                 vertex_bytes_.data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(index_bytes_.size()),
                 index_bytes_.data(), GL_STREAM_DRAW);
    glBindVertexArray(0);
}

void DrawRenderer::draw_command(Pass& pass, const ImDrawList& list, const ImDrawCmd& command) {
    const Texture texture = texture_of(command);
    bool blends = true;
    if (texture == 0) {
        pass.use(pass.scene.shaders.get(ShaderId::solid));
    } else {
        // A texture that was dropped since the draw data were made is not drawn with.
        const TextureTable::Entry* entry = pass.scene.textures.find(texture);
        if (entry == nullptr) return;
        const bool mask = entry->kind == TextureKind::mask;
        pass.use(pass.scene.shaders.get(mask ? ShaderId::mask : ShaderId::picture));
        pass.read_from(entry->name);
        blends = !(entry->opaque && all_vertices_opaque(list, command));
    }
    if (!pass.clip(clip_of(pass.scene.data, command, pass.scene.size))) return;
    pass.blend(blends);
    const std::size_t first = pass.vertex_start + command.VtxOffset * sizeof(ImDrawVert);
    if (pass.attributes_at != first) {
        pass.attributes_at = first;
        point_attributes(first);
    }
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                   sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                   at_byte(pass.index_start + command.IdxOffset * sizeof(ImDrawIdx)));
}

// GLES 3.0 has no base vertex: the attributes begin where the list's (or its part's) vertices do.
void DrawRenderer::point_attributes(std::size_t first) const {
    constexpr GLsizei stride = sizeof(ImDrawVert);
    glVertexAttribPointer(attribute_position, 2, GL_FLOAT, GL_FALSE, stride,
                          at_byte(first + offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(attribute_uv, 2, GL_FLOAT, GL_FALSE, stride,
                          at_byte(first + offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(attribute_color, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          at_byte(first + offsetof(ImDrawVert, col)));
}

std::uint64_t hash_of(const ImDrawData& data, Size size, std::array<float, 3> clear,
                      const TextureTable& textures) {
    Hash hash;
    hash.add(size.width);
    hash.add(size.height);
    for (const float part : clear) hash.add(part);
    for (const float part :
         {data.DisplayPos.x, data.DisplayPos.y, data.DisplaySize.x, data.DisplaySize.y}) {
        hash.add(part);
    }
    for (const ImDrawList* list : draw_lists(data)) {
        hash.add_bytes(list->VtxBuffer.Data, vertex_bytes(*list));
        hash.add_bytes(list->IdxBuffer.Data, index_bytes(*list));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const Texture texture = texture_of(command);
            const TextureTable::Entry* entry = textures.find(texture);
            const ImVec4& clip = command.ClipRect;
            for (const float part : {clip.x, clip.y, clip.z, clip.w}) hash.add(part);
            hash.add(texture);
            hash.add(entry != nullptr ? entry->generation : 0U);
            hash.add(entry != nullptr);
            hash.add(command.VtxOffset);
            hash.add(command.IdxOffset);
            hash.add(command.ElemCount);
        }
    }
    return hash.value();
}

}  // namespace wenlan::gfx
