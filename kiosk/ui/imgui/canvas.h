// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gfx/graphics.h"
#include "text/typesetter.h"
#include "ui/geometry.h"
#include "ui/semantics/semantics.h"
#include "ui/theme/theme.h"

struct ImDrawList;

namespace wenlan::ui {

enum class Align { left, center, right };

enum class Corners : std::uint8_t { all, top, bottom, left, none };

// Levels of tokens.md section 5.
enum class Shadow : std::uint8_t { card, poster, sheet, action };

struct GradientStop {
    float at = 0;  // 0 top, 1 bottom
    Color color;
};

struct TextOptions {
    Align align = Align::left;
    int lines_max = 1;               // 0: as many as needed
    std::vector<float> step_down{};  // smaller sizes (virtual px) tried before an ellipsis
    bool middle = false;             // centred between the box's top and bottom
    bool silent = false;             // not an element of its own (its button has the label)
    bool whole = false;              // a time, a price, a number: shortened, it counts as clipped
    // From this byte on the text takes the other colour; npos: never.
    std::size_t second_from = std::string_view::npos;
    Color second_color{};
};

struct TextExtent {
    float width = 0;
    float height = 0;
    int lines = 0;
};

// Draws in virtual pixels onto ImGui's draw list, and registers what it draws in the semantics
// tree. The only file that knows ImGui's drawing calls beside context.cpp.
class Canvas {
public:
    Canvas(gfx::Graphics& graphics, text::Typesetter& typesetter, ImDrawList& list,
           const Theme& theme, Semantics& semantics, gfx::Size panel);

    // --- the frame
    float width() const { return static_cast<float>(panel_.width) / scale_; }
    float height() const { return static_cast<float>(panel_.height) / scale_; }
    // Wide enough for two columns and one bottom bar; squarer panels take the portrait layout.
    bool landscape() const { return panel_.width * 2 >= panel_.height * 3; }
    // Too low for what stands one above the other in portrait.
    bool low() const { return height() < 1300; }
    float panel_per_virtual() const { return scale_; }
    const Theme& theme() const { return theme_; }
    gfx::Graphics& graphics() { return graphics_; }
    Semantics& semantics() { return semantics_; }

    // --- state, restored by pop(). Transforms compose; colours are multiplied.
    void push_shift(float dx, float dy, float alpha = 1);
    void push_press(Rect rect, float amount);  // .98 and darker
    void push_clip(Rect rect);
    void push_ground(Color color);  // what the text that follows stands on
    void push_part(Part part);
    void pop();
    // What is drawn between the two is turned clockwise and scaled around a point.
    std::size_t begin_turn() const;
    void end_turn(std::size_t begun, Point center, float radians, float scale);

    // --- shapes
    void fill(Rect rect, Color color);
    void round(Rect rect, float radius, Color color, Corners corners = Corners::all);
    void outline(Rect rect, float radius, float thickness, Color color);
    void gradient(Rect rect, std::span<const GradientStop> stops);
    void line(Point from, Point to, float thickness, Color color);
    void polyline(std::span<const Point> points, float thickness, Color color);
    void disc(Point center, float radius, Color color);
    void circle(Point center, float radius, float thickness, Color color);
    // From angle to angle, clockwise from twelve o'clock, in turns; round ends.
    void arc(Point center, float radius, float thickness, float from_turn, float to_turn,
             Color color);
    void polygon(std::span<const Point> convex_points, Color color);
    void shadow(Rect rect, float radius, Shadow level);
    // An ellipse of colour, strongest in the middle, gone at the edge.
    void haze(Rect rect, Color color);

    // --- pictures
    // A picture as it was drawn, in virtual px of the whole frame.
    struct PlacedPicture {
        domain::Poster poster;
        Rect rect;
        Rect cut;  // what it was cut for: without a press or a slide
    };
    // The last one since forget_picture(); none: none was drawn.
    const std::optional<PlacedPicture>& last_picture() const { return last_picture_; }
    void forget_picture() { last_picture_.reset(); }
    // In this frame the page's own large picture of that name is on its way from there; `t`: 0-1.
    void grow_from(const PlacedPicture& from, float t);
    void picture(Rect rect, float radius, const domain::Poster& poster,
                 Corners corners = Corners::all);
    void scrim(Rect rect, float radius, Color color, std::span<const GradientStop> alphas);
    void painting(Rect rect, gfx::Painting painting);
    // The painting of `rect`, shown somewhere else.
    void painting_at(Rect shown, Rect rect, gfx::Painting painting);
    void live_painting(Rect rect, gfx::Painting painting, double time_s);
    void texture(Rect rect, gfx::Texture texture, float alpha);
    void qr(Rect rect, const std::string& url, Color dark);
    void icon(Point center, float size, std::string_view name, Color color);

    // --- text
    TextExtent text(Rect box, std::string_view content, const TextStyle& style,
                    const TextOptions& options = {});
    TextExtent vertical_text(Point top_center, std::string_view content, const TextStyle& style);
    TextExtent measure(std::string_view content, const TextStyle& style, float width_max,
                       int lines_max = 0);
    float text_width(std::string_view content, const TextStyle& style);
    // The first of the sizes at which one line fits, or the last.
    float fitting_px(std::string_view content, const TextStyle& style, float width,
                     std::span<const float> sizes_px);

    // --- semantics
    // Returns the element's index, so that its owner can complete it.
    std::size_t element(Role role, std::string_view label, Rect rect, bool enabled = true);
    int begin_scroll(Rect area, bool horizontal, float offset, float offset_max);
    void end_scroll();
    // Around the content of a vertical list, within its clip: whole pixels are moved, not drawn
    // anew.
    void begin_moving(std::uint64_t list, float offset);
    void end_moving();
    // What is drawn from here on lies over all of the frame and changes with every one.
    void begin_veil();
    float snapped(float offset) const;  // to whole pixels of the panel
    PanelRect panel_rect(Rect rect) const;

private:
    struct State {
        float scale = 1, dx = 0, dy = 0;
        float alpha = 1, shade = 1;
        Color ground;
        Part part = Part::page;
        Rect clip;
        bool clipping = false;
    };

    float px(float virtual_x) const { return (virtual_x * state_.scale + state_.dx) * scale_; }
    float py(float virtual_y) const { return (virtual_y * state_.scale + state_.dy) * scale_; }
    float length(float virtual_length) const { return virtual_length * state_.scale * scale_; }
    std::uint32_t packed(Color color) const;
    text::Style device_style(const TextStyle& style) const;
    struct Growth {
        PlacedPicture from;
        float t = 0;
        bool seen = false;
    };
    gfx::Picture picture_of(const domain::Poster& poster, Rect rect) const;
    bool grow(Rect rect, float radius, const domain::Poster& poster);
    Rect in_frame(Rect rect) const;
    gfx::Painting sized(gfx::Painting painting, Rect rect) const;
    void glyphs(const text::Line& line, const text::Style& style, Point pen, std::uint32_t color,
                std::size_t second_from, std::uint32_t second_color);
    void mask_quad(const gfx::MaskImage& mask, float x0, float y0, float x1, float y1,
                   std::uint32_t color);
    struct ShadowLayer;
    void shadow_layers(Rect rect, float radius, Color color, std::span<const ShadowLayer> layers);
    void register_text(std::string_view content, Rect box, const TextStyle& style, float ink_width,
                       float ink_height);

    gfx::Graphics& graphics_;
    text::Typesetter& typesetter_;
    ImDrawList& list_;
    const Theme& theme_;
    Semantics& semantics_;
    gfx::Size panel_;
    float scale_;
    int scroll_ = -1;
    gfx::Graphics::ScrolledList moving_;
    std::optional<PlacedPicture> last_picture_;
    std::optional<Growth> growth_;
    State state_;
    std::vector<State> stack_;
};

}  // namespace wenlan::ui
