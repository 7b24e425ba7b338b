// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <imgui/imgui.h>
#include <imgui/imgui_internal.h>
#include <memory>
#include <string>
#include <vector>

#include "gfx/graphics.h"
#include "gfx/imgui_compat.h"
#include "gfx/window.h"

namespace wenlan::gfx::tests {

// Glyphs that are plain boxes, each number with its own coverage.
class BoxTypesetter final : public text::Typesetter {
public:
    text::Metrics metrics(text::Face, float px) const override { return {px, 0}; }
    const text::Line& line(std::string_view, const text::Style&) override { return line_; }
    const text::Paragraph& paragraph(std::string_view, const text::Style&, float, int) override {
        return paragraph_;
    }
    Bitmap rasterise(std::uint16_t, std::uint32_t id, float px) override;
    bool covers(char32_t) const override { return true; }
    void forget_texts() override {}

    int rasterised = 0;

    static std::uint8_t coverage_of(std::uint32_t id) {
        return static_cast<std::uint8_t>(56 + id % 200);
    }

private:
    text::Line line_;
    text::Paragraph paragraph_;
};

struct Color {
    int r = 0, g = 0, b = 0;
    bool operator==(const Color&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Color& color);

Color at(const image::Pixels& pixels, int x, int y);
bool near(const Color& left, const Color& right, int tolerance = 1);
// The largest difference of any channel; 256 if the sizes differ.
int difference(const image::Pixels& left, const image::Pixels& right);

// A folder that goes away with the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path path_;
};

std::string text_of(const std::filesystem::path& path);
Folders folders_of_the_tree();
image::Mask full_mask(int width, int height, std::uint8_t coverage = 255);
image::Pixels flat_picture(int width, int height, std::array<std::uint8_t, 4> rgba);

// A context without a screen, the renderer, and draw lists as ImGui makes them.
class Stage {
public:
    explicit Stage(Size size, WindowOptions::Api api = WindowOptions::Api::gl,
                   Folders folders = folders_of_the_tree());

    Graphics& graphics() { return *graphics_; }
    Window& window() { return *window_; }
    BoxTypesetter& typesetter() { return typesetter_; }
    void restart_graphics();

    // Draws what `paint` puts into a list over the whole frame, on black.
    bool render(const std::function<void(ImDrawList&)>& paint);
    bool render_with(Graphics& graphics, Size size, const std::function<void(ImDrawList&)>& paint);
    // Holds until the next call.
    const ImDrawData& data_of(Size size, const std::function<void(ImDrawList&)>& paint);
    image::Pixels picture_of(const std::function<void(ImDrawList&)>& paint);

private:
    Size size_;
    Folders folders_;
    BoxTypesetter typesetter_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<Graphics> graphics_;
    ImDrawListSharedData shared_;
    std::unique_ptr<ImDrawList> list_;
    ImDrawList* lists_ = nullptr;
    ImDrawData data_;
};

void add_mask(ImDrawList& list, const MaskImage& mask, float x, float y, ImU32 color);
void add_picture(ImDrawList& list, Texture texture, float x, float y, Size size,
                 ImU32 color = IM_COL32_WHITE);

}  // namespace wenlan::gfx::tests
