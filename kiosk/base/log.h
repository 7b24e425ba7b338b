// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wenlan::base::log {

// One line to stderr and, once opened, to a rotating file. Never pass typed text or personal data.
// Any thread.
enum class Level { debug, info, warning, error };
void write(Level level, std::string_view message);
void set_level(Level level);
void open_file(const std::string& path);

inline void debug(std::string_view message) { write(Level::debug, message); }
inline void info(std::string_view message) { write(Level::info, message); }
inline void warning(std::string_view message) { write(Level::warning, message); }
inline void error(std::string_view message) { write(Level::error, message); }
// "context: code message (detail)".
void error(std::string_view context, const Error& error);
void warning(std::string_view context, const Error& error);

}  // namespace wenlan::base::log
