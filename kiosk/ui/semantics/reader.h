// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>

#include "model/speech.h"
#include "ui/semantics/semantics.h"

namespace wenlan::ui {

// Reads the page aloud for whoever wants it: what stands on it when it comes, and what is pressed.
// A touch silences it. Off again with every visit.
class Reader {
public:
    bool on() const { return on_; }
    // `said`: the sentence that tells so.
    void toggle(std::string_view said);
    void end(model::Speech* speech);

    // A finger came down there, panel pixels.
    void touched(const Semantics& screen, float x, float y, model::Speech* speech);
    // Once a frame that has come to rest. `band`: panel pixels at the top that no page reads.
    void see(const Semantics& screen, float band);
    // Says what is next. True: it is not through yet, look again soon.
    bool speak(model::Speech* speech, base::Language language);

private:
    bool on_ = false;
    std::string page_;  // that was read last
    std::deque<std::string> to_say_;
};

}  // namespace wenlan::ui
