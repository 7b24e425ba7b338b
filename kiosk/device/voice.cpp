// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/voice.h"

#include "base/log.h"

namespace wenlan::device {

Voice Voice::installed() {
    // A little slower than they are by themselves: people listen standing in a hall.
    if (child::exists("espeak-ng")) {
        return {{"espeak-ng", "-v", "cmn", "-s", "150", "-a", "100", "--stdin"},
                {"espeak-ng", "-v", "en-gb", "-s", "145", "-a", "100", "--stdin"}};
    }
    if (child::exists("spd-say")) {
        return {{"spd-say", "-w", "-l", "zh", "-r", "-10", "-e"},
                {"spd-say", "-w", "-l", "en", "-r", "-10", "-e"}};
    }
    return {{}, {}};
}

void Voice::say(std::string_view words, base::Language language) {
    if (!present()) return;
    const bool started = child_.start(language == base::Language::zh ? chinese_ : english_, words);
    if (!started) broken_ = true;
}

bool Voice::speaking() {
    if (child_.running()) return true;
    if (child_.code() != 0 && !broken_) {
        broken_ = true;
        base::log::warning("reading aloud does not work: its engine ended with " +
                           std::to_string(child_.code()));
    }
    return false;
}

}  // namespace wenlan::device
