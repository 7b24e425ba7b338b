// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <cstdlib>
#include <fstream>
#include <ostream>
#include <sstream>
#include <unistd.h>

namespace wenlan::gfx::tests {

text::Typesetter::Bitmap BoxTypesetter::rasterise(std::uint16_t, std::uint32_t id, float px) {
    ++rasterised;
    Bitmap bitmap;
    bitmap.width = static_cast<int>(px);
    bitmap.height = static_cast<int>(px);
    bitmap.left = 1;
    bitmap.top = static_cast<int>(px);
    bitmap.coverage.assign(static_cast<std::size_t>(bitmap.width * bitmap.height), coverage_of(id));
    return bitmap;
}

std::ostream& operator<<(std::ostream& out, const Color& color) {
    return out << '(' << color.r << ' ' << color.g << ' ' << color.b << ')';
}

Color at(const image::Pixels& pixels, int x, int y) {
    base::ensure(x >= 0 && y >= 0 && x < pixels.width && y < pixels.height,
                 "a pixel of the picture");
    const auto* rgba = &pixels.rgba[static_cast<std::size_t>(y * pixels.width + x) * 4];
    return {rgba[0], rgba[1], rgba[2]};
}

bool near(const Color& left, const Color& right, int tolerance) {
    return std::abs(left.r - right.r) <= tolerance && std::abs(left.g - right.g) <= tolerance &&
           std::abs(left.b - right.b) <= tolerance;
}

int difference(const image::Pixels& left, const image::Pixels& right) {
    if (left.width != right.width || left.height != right.height) return 256;
    int most = 0;
    for (std::size_t at = 0; at < left.rgba.size(); ++at) {
        most = std::max(most, std::abs(int{left.rgba[at]} - int{right.rgba[at]}));
    }
    return most;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "wenlan-gfx-XXXXXX").string();
    base::ensure(mkdtemp(name.data()) != nullptr, "a temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

Folders folders_of_the_tree() {
    const std::filesystem::path source = WENLAN_SOURCE_DIR;
    const std::filesystem::path binary = WENLAN_BINARY_DIR;
    return {source / "shaders",
            {binary / "assets/posters"},
            binary / "assets/icons",
            source / "assets/stills"};
}

image::Mask full_mask(int width, int height, std::uint8_t coverage) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width * height), coverage)};
}

image::Pixels flat_picture(int width, int height, std::array<std::uint8_t, 4> rgba) {
    image::Pixels pixels{width, height, {}};
    for (int at = 0; at < width * height; ++at) {
        pixels.rgba.insert(pixels.rgba.end(), rgba.begin(), rgba.end());
    }
    return pixels;
}

Stage::Stage(Size size, WindowOptions::Api api, Folders folders)
    : size_(size), folders_(std::move(folders)) {
    shared_.SetCircleTessellationMaxError(0.3F);
    shared_.CurveTessellationTol = 1.25F;
    window_ = Window::surfaceless(size, api).value();
    restart_graphics();
}

void Stage::restart_graphics() {
    graphics_.reset();
    graphics_ = Graphics::create(folders_, typesetter_).value();
}

bool Stage::render(const std::function<void(ImDrawList&)>& paint) {
    return render_with(*graphics_, size_, paint);
}

bool Stage::render_with(Graphics& graphics, Size size,
                        const std::function<void(ImDrawList&)>& paint) {
    return graphics.render(data_of(size, paint), size, {0, 0, 0});
}

const ImDrawData& Stage::data_of(Size size, const std::function<void(ImDrawList&)>& paint) {
    const ImVec2 display(static_cast<float>(size.width), static_cast<float>(size.height));
    shared_.ClipRectFullscreen = ImVec4(0, 0, display.x, display.y);
    list_ = std::make_unique<ImDrawList>(&shared_);
    list_->_ResetForNewFrame();
    list_->Flags = ImDrawListFlags_AllowVtxOffset | ImDrawListFlags_AntiAliasedFill;
    list_->PushClipRectFullScreen();
    list_->PushTextureID(to_imgui(0));
    paint(*list_);
    lists_ = list_.get();
    data_.Valid = true;
    data_.CmdLists = &lists_;
    data_.CmdListsCount = 1;
    data_.TotalVtxCount = list_->VtxBuffer.Size;
    data_.TotalIdxCount = list_->IdxBuffer.Size;
    data_.DisplaySize = display;
    data_.FramebufferScale = ImVec2(1, 1);
    return data_;
}

image::Pixels Stage::picture_of(const std::function<void(ImDrawList&)>& paint) {
    render(paint);
    return graphics_->read_frame();
}

void add_mask(ImDrawList& list, const MaskImage& mask, float x, float y, ImU32 color) {
    list.PushTextureID(to_imgui(mask.texture));
    list.PrimReserve(6, 4);
    list.PrimRectUV(ImVec2(x, y),
                    ImVec2(x + static_cast<float>(mask.width), y + static_cast<float>(mask.height)),
                    ImVec2(mask.uv.u0, mask.uv.v0), ImVec2(mask.uv.u1, mask.uv.v1), color);
    list.PopTextureID();
}

void add_picture(ImDrawList& list, Texture texture, float x, float y, Size size, ImU32 color) {
    list.AddImage(to_imgui(texture), ImVec2(x, y),
                  ImVec2(x + static_cast<float>(size.width), y + static_cast<float>(size.height)),
                  ImVec2(0, 0), ImVec2(1, 1), color);
}

}  // namespace wenlan::gfx::tests
