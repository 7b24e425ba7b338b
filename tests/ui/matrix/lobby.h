// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "ui/i18n/strings.h"
#include "ui/matrix/checks.h"
#include "ui/stage/blind_graphics.h"
#include "ui/stage/demonstration.h"
#include "ui/stage/visitor.h"

namespace wenlan::test {

// Both languages, both text sizes, both contrasts, on each of these panels.
std::vector<Mode> modes(const std::vector<gfx::Size>& panels);
extern const gfx::Size portrait, landscape;

// A visitor in one mode, who looks closely at what the kiosk shows.
class Round {
public:
    Round(text::Typesetter& typesetter, Demonstration& demonstration, const Mode& mode,
          std::string_view time, Faults& faults);

    // Notes all faults of the page as it is now.
    void look(const std::string& page);
    // The same of all that a list holds, from its beginning to its end and back.
    void look_through(const std::string& page, std::size_t list = 0);
    // Touches what has this label; that it is there is part of the test.
    void tap(std::string_view label);
    void tap(ui::Key key) { tap(word(key)); }
    std::string_view word(ui::Key key) const { return ui::text(key, mode.language); }
    const std::string& word(const base::LocalText& text) const { return text.in(mode.language); }
    void enter();  // from the painting to home

    const Mode mode;
    std::unique_ptr<Demonstration::Kiosk> kiosk;
    Visitor visitor;

private:
    BlindGraphics graphics_;
    Faults& faults_;
};

// Everything that the tests of the matrix share.
class Matrix {
public:
    Matrix();
    Demonstration& demonstration() { return demonstration_; }
    // Calls for each mode; then says all that was found, each fault once.
    void each(const std::vector<Mode>& modes, const std::function<void(Round&)>& visit,
              std::string_view time = "2026-11-22T14:20");

private:
    std::unique_ptr<text::Typesetter> typesetter_;
    Demonstration demonstration_;
};

// Cancels one event of today, moves another and fills a third.
void upset(store::Programme& programme);

}  // namespace wenlan::test
