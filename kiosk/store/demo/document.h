// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace wenlan::store::demo {

// A TOML value as the loader needs it.
struct Value;
struct Entry;
using List = std::vector<Value>;
using Fields = std::vector<Entry>;  // in the order of their keys

struct Value {
    std::variant<std::string, std::int64_t, double, bool, List, Fields> content;
    int line = 0;
};

struct Entry {
    std::string key;
    Value value;
};

// Reads a file's bytes; the error names the file, line and what is wrong. Dates are not used in
// these files and are refused.
base::Result<Fields> parse_toml(std::string_view bytes, const std::string& file);

// An error of the demonstration's files: "opera.toml, line 12: ...".
base::Error mistake(const std::string& file, int line, const std::string& what);

}  // namespace wenlan::store::demo
