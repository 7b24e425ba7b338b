// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/graphics.h"

#include <optional>
#include <utility>

#include "gfx/backdrop.h"
#include "gfx/draw_renderer.h"
#include "gfx/frame_composer.h"
#include "gfx/gl/context.h"
#include "gfx/imgui_compat.h"
#include "gfx/mask_textures.h"
#include "gfx/painter.h"
#include "gfx/picture_textures.h"
#include "gfx/presenter.h"
#include "gfx/shaders.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

namespace {

class GlGraphics final : public Graphics {
public:
    GlGraphics(Folders folders, text::Typesetter& typesetter, const GlContext& context,
               Shaders shaders)
        : shaders_(std::move(shaders)),
          composer_(context),
          presenter_(context.software),
          masks_(textures_, typesetter, std::move(folders.icons)),
          pictures_(textures_, std::move(folders.pictures)),
          painter_(textures_, context.api,
                   context.software ? Painter::Place::thread : Painter::Place::here,
                   std::move(folders.shaders), std::move(folders.stills)),
          backdrop_(textures_, shaders_, context),
          watch_(context.software ? Quality::software : Quality::full) {
        painter_.set_quality(watch_.quality());
    }

    MaskImage glyph(std::uint16_t font, std::uint32_t id, float px) override {
        return masks_.glyph(font, id, px);
    }
    MaskImage icon(const std::string& name, int px, bool bold) override {
        return masks_.icon(name, px, bold);
    }
    MaskImage mask(std::uint64_t key, const std::function<image::Mask()>& make) override {
        return masks_.shape(key, make);
    }

    Texture picture(const Picture& picture) override { return pictures_.texture(picture); }
    bool pictures_pending() const override { return pictures_.pending() || painter_.pending(); }
    void wait_for_pictures() override {
        pictures_.wait();
        painter_.wait();
    }

    Texture painting(const Painting& painting) override { return painter_.painting(painting); }
    LivePainting live_painting(const Painting& painting, double time_s) override {
        return painter_.live(painting, time_s);
    }

    void scrolled(const ScrolledList& list) override { lists_.push_back(list); }
    void veil(int first_command) override { veil_ = first_command; }
    bool render(const ImDrawData& data, Size size, std::array<float, 3> clear) override;
    void capture() override { backdrop_.capture(composer_.frame()); }
    Texture captured() const override { return backdrop_.captured(); }
    Texture blurred(float sigma_px) override { return backdrop_.blurred(sigma_px); }

    void present(Size window, int quarter_turns) override {
        const FrameTarget& frame = composer_.frame();
        if (frame.empty()) return;
        presenter_.present(frame, shaders_, window, quarter_turns);
        const bool same = window == frame.size() && quarter_turns == 0;
        if (same && presenter_.window_keeps_content()) composer_.draw_into_window();
    }
    image::Pixels read_frame() override {
        const FrameTarget& frame = composer_.frame();
        return frame.empty() ? image::Pixels{} : frame.read();
    }

    void frame_took(double ms) override {
        watch_.add(ms);
        painter_.set_quality(watch_.quality());
    }
    Quality quality() const override { return watch_.quality(); }

    bool context_lost() override { return gl_context_lost(); }
    void reload_shaders_if_changed() override;
    void forget_texts() override { masks_.forget_glyphs(); }

private:
    bool draw_changes(const ImDrawData& data, Size size, std::array<float, 3> clear);
    void forget_frame();

    Shaders shaders_;
    TextureTable textures_;
    FrameComposer composer_;
    ChangeFinder changes_;
    Presenter presenter_;
    MaskTextures masks_;
    PictureTextures pictures_;
    Painter painter_;
    Backdrop backdrop_;
    QualityWatch watch_;
    std::vector<ScrolledList> lists_;     // of the frame being made
    std::optional<int> veil_;             // of it too
    std::optional<std::uint64_t> drawn_;  // the hash of what the frame shows
};

bool GlGraphics::render(const ImDrawData& data, Size size, std::array<float, 3> clear) {
    masks_.upload();
    const bool draws = draw_changes(data, size, clear);
    masks_.end_frame();
    pictures_.end_frame();
    painter_.end_frame();
    lists_.clear();
    veil_.reset();
    return draws;
}

bool GlGraphics::draw_changes(const ImDrawData& data, Size size, std::array<float, 3> clear) {
    base::ensure(data.DisplaySize.x > 0 && data.DisplaySize.y > 0, "draw data have a size");
    if (composer_.resize(size)) forget_frame();
    const std::uint64_t hash = hash_of(data, size, clear, textures_);
    if (drawn_ == hash) return false;
    drawn_ = hash;
    const FrameChange change = changes_.find(data, size, clear, textures_, lists_, veil_);
    const bool same = change.areas.empty() && !change.move;
    if (same && !change.veil && !composer_.veiled()) return false;
    composer_.compose(data, change, shaders_, textures_, clear);
    return true;
}

void GlGraphics::forget_frame() {
    drawn_.reset();
    changes_.forget();
}

void GlGraphics::reload_shaders_if_changed() {
    if (shaders_.reload_if_changed()) forget_frame();
    painter_.reload_if_changed();
}

}  // namespace

base::Result<std::unique_ptr<Graphics>> Graphics::create(Folders folders,
                                                         text::Typesetter& typesetter) {
    const GlContext context = describe_gl();
    if (context.texture_side_max < MaskAtlas::page_px) {
        return base::Error{"gfx.small-textures", "The graphics driver allows only small textures.",
                           std::to_string(context.texture_side_max)};
    }
    Shaders shaders = TRY(Shaders::load(folders.shaders, context.api));
    return std::unique_ptr<Graphics>(
        std::make_unique<GlGraphics>(std::move(folders), typesetter, context, std::move(shaders)));
}

}  // namespace wenlan::gfx
