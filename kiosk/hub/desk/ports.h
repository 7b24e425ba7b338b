// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace wenlan::hub::desk {

// What the desk asks of the program that it is in. Any thread.

// The folder's lock, kept for as long as what is given is: by whoever publishes.
using TakeFolderLock = std::function<base::Result<std::shared_ptr<void>>()>;

// Draws a listing as the screens would.
class Previewer {
public:
    virtual ~Previewer() = default;
    // JSON in, a PNG out; "desk.no-preview".
    virtual base::Result<std::string> draw(std::string_view draft) = 0;
};

// Something that staff have to look at, or that it is over.
struct Alert {
    int screen = 0;
    std::string name;  // of the screen
    std::string code;  // "silent", "behind", "disk", "clock", "outbox", "trouble"
    base::Instant since;
    bool over = false;
    std::string sentence;  // in Chinese
};

// Where alerts go besides the desk.
class AlertPort {
public:
    virtual ~AlertPort() = default;
    // An error: it could not be sent, and is tried again.
    virtual base::Result<void> send(const Alert& alert) = 0;
    virtual std::string kind() const = 0;  // "command", "webhook"
};

}  // namespace wenlan::hub::desk
