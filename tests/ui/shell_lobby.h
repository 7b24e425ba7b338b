// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "catch.h"
#include "ui/fake_station.h"

// A whole lobby for the shell's tests: the shell, a station that answers from memory, a finger.
namespace wenlan::test {

inline constexpr gfx::Size panel{540, 960};

inline gfx::Folders folders_of_the_tree() {
    const std::filesystem::path source = WENLAN_SOURCE_DIR;
    const std::filesystem::path binary = WENLAN_BINARY_DIR;
    return {source / "shaders",
            {binary / "assets/posters"},
            binary / "assets/icons",
            source / "assets/stills"};
}

// Sets text as the real one does, but cannot set one that has a certain word in it.
class FragileTypesetter final : public text::Typesetter {
public:
    FragileTypesetter() : real_(Typesetter::create(text::FontFiles::debian()).value()) {}

    text::Metrics metrics(text::Face face, float px) const override {
        return real_->metrics(face, px);
    }
    const text::Line& line(std::string_view text, const text::Style& style) override {
        check(text);
        return real_->line(text, style);
    }
    const text::Paragraph& paragraph(std::string_view text, const text::Style& style,
                                     float width_max, int lines_max) override {
        check(text);
        return real_->paragraph(text, style, width_max, lines_max);
    }
    Bitmap rasterise(std::uint16_t font, std::uint32_t id, float px) override {
        return real_->rasterise(font, id, px);
    }
    bool covers(char32_t code_point) const override { return real_->covers(code_point); }
    void forget_texts() override {
        ++forgotten;
        real_->forget_texts();
    }

    std::string breaks_at;
    int forgotten = 0;

private:
    void check(std::string_view text) const {
        if (!breaks_at.empty() && text.find(breaks_at) != std::string_view::npos)
            throw std::runtime_error("a text that cannot be set");
    }

    std::unique_ptr<Typesetter> real_;
};

// A kiosk on a context without a screen, at half size.
class Lobby {
public:
    Lobby() : graphics_(make_graphics()), visitor(typesetter, *graphics_, panel, station.link()) {
        visitor.settle();
    }
    // The context was lost and another one was made.
    void replace_graphics() {
        graphics_.reset();
        graphics_ = make_graphics();
        visitor.use(*graphics_);
    }
    void enter() { tap("轻触屏幕，进来看看"); }
    void tap(std::string_view label) {
        INFO(visitor.screen().screen << ": nothing is called " << label);
        REQUIRE(visitor.tap(label));
    }
    void expect(std::string_view screen) { REQUIRE(visitor.screen().screen == screen); }
    // What was asked of the station since the last call, of this type.
    template <typename Intent>
    std::vector<Intent> asked() {
        std::vector<Intent> found;
        for (const model::NumberedIntent& intent : visitor.asked)
            if (const auto* it = std::get_if<Intent>(&intent.intent)) found.push_back(*it);
        visitor.asked.clear();
        return found;
    }
    ui::FrameResult touch(gfx::TouchEvent::Kind kind, float x, float y, base::Duration after) {
        return visitor.frame(after, {{kind, x * scale, y * scale, 0, {}}});
    }
    static constexpr float scale = 0.5F;

    FragileTypesetter typesetter;
    FakeStation station;

private:
    std::unique_ptr<gfx::Graphics> make_graphics() {
        return gfx::Graphics::create(folders_of_the_tree(), typesetter).value();
    }
    std::unique_ptr<gfx::Window> window_ = gfx::Window::surfaceless(panel).value();
    std::unique_ptr<gfx::Graphics> graphics_;

public:
    Visitor visitor;
};

}  // namespace wenlan::test
