// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wipe.h"
#include "ui/lobby_shell.h"

// What stands around the screen: the scanner and the voice.
namespace wenlan::ui {

// A code that is shown to the scanner leads to one's own sign-ups, from wherever one is; who is
// signing up loses nothing by it.
void LobbyShell::take_scan(gfx::Graphics& graphics, const model::View& view, FrameResult& result) {
    if (devices_.scanner == nullptr) return;
    auto text = devices_.scanner->take();
    if (!text) return;
    const Place& here = stack_.here();
    const bool busy = visit_.sign_up || is_of_staff(here.screen);
    if (!busy && take_scanned(visit_.mine, *text)) {
        idle_.touched(now_);
        warned_ = false;
        if (here.screen != ScreenName::mine || sheet_)
            navigate(Go{{ScreenName::mine, domain::Section::mine}}, graphics, view, result);
    }
    text::wipe(*text);
}

void LobbyShell::read_aloud(Frame& frame) {
    model::Speech* speech = devices_.speech;
    const float unit = frame.canvas.panel_per_virtual();
    const auto finger = touch_.finger();
    if (touch_.came_down() && finger)
        reader_.touched(semantics_, finger->x * unit, finger->y * unit, speech);
    const bool rests = !fade_ && !glide_ && !touch_.finger_down();
    const float band = frame.theme.large ? measure::top_band_large : measure::top_band;
    if (rests) reader_.see(semantics_, warned_ || sheet_ ? 0 : band * unit);
    constexpr base::Duration listen_again{200};
    if (rests && reader_.speak(speech, frame.language())) frame.redraw_after(listen_again);
}

}  // namespace wenlan::ui
