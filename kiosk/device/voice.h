// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "device/child.h"
#include "model/speech.h"

namespace wenlan::device {

// Reads aloud through another program: espeak-ng, or what speech-dispatcher has.
class Voice final : public model::Speech {
public:
    // The first engine that is installed.
    static Voice installed();
    // `chinese` and `english`: the commands that read their standard input aloud. Empty: none.
    Voice(std::vector<std::string> chinese, std::vector<std::string> english)
        : chinese_(std::move(chinese)), english_(std::move(english)) {}

    bool present() const override { return !broken_ && !chinese_.empty() && !english_.empty(); }
    void say(std::string_view words, base::Language language) override;
    void stop() override { child_.stop(); }
    bool speaking() override;

private:
    std::vector<std::string> chinese_, english_;
    child::Running child_;
    bool broken_ = false;  // it could not speak: no sound, no voice
};

}  // namespace wenlan::device
