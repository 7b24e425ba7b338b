// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imgui/context.h"

#include <imgui.h>

namespace wenlan::ui {

ImGuiFrame::ImGuiFrame() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts->AddFontDefault();
    io.Fonts->Build();
    io.Fonts->SetTexID(static_cast<ImTextureID>(0));
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;  // solid shapes read no texture
    style.CircleTessellationMaxError = 0.12F;
    style.CurveTessellationTol = 0.6F;
}

ImGuiFrame::~ImGuiFrame() { ImGui::DestroyContext(); }

ImDrawList& ImGuiFrame::begin(gfx::Size size) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    return *ImGui::GetBackgroundDrawList();
}

const ImDrawData& ImGuiFrame::end() {
    ImGui::Render();
    return *ImGui::GetDrawData();
}

}  // namespace wenlan::ui
