// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/local_text.h"

namespace wenlan::model {

// A voice that reads aloud. The frame's thread; nothing waits.
class Speech {
public:
    virtual ~Speech() = default;
    virtual bool present() const = 0;  // there is an engine that could speak
    // Instead of what is being said.
    virtual void say(std::string_view words, base::Language language) = 0;
    virtual void stop() = 0;
    virtual bool speaking() = 0;
};

}  // namespace wenlan::model
