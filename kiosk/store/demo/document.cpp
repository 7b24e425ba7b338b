// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/demo/document.h"

#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "base/utf8.h"

namespace wenlan::store::demo {

namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

base::Result<Value> convert(const toml::node& node, const std::string& file);

base::Result<Fields> convert_table(const toml::table& table, const std::string& file) {
    Fields fields;
    for (const auto& [key, node] : table) {
        fields.push_back({std::string(key.str()), TRY(convert(node, file))});
    }
    return fields;
}

base::Result<Value> convert(const toml::node& node, const std::string& file) {
    const int line = line_of(node);
    if (const auto* text = node.as_string()) return Value{text->get(), line};
    if (const auto* integer = node.as_integer()) return Value{integer->get(), line};
    if (const auto* real = node.as_floating_point()) return Value{real->get(), line};
    if (const auto* flag = node.as_boolean()) return Value{flag->get(), line};
    if (const auto* table = node.as_table()) return Value{TRY(convert_table(*table, file)), line};
    if (const auto* array = node.as_array()) {
        List list;
        for (const toml::node& item : *array) list.push_back(TRY(convert(item, file)));
        return Value{std::move(list), line};
    }
    return mistake(file, line, "dates are written as texts here");
}

}  // namespace

base::Error mistake(const std::string& file, int line, const std::string& what) {
    const std::string place = line > 0 ? file + ", line " + std::to_string(line) : file;
    return {"demonstration.mistake", place + ": " + what + "."};
}

base::Result<Fields> parse_toml(std::string_view bytes, const std::string& file) {
    if (!base::utf8::valid(bytes)) return mistake(file, 0, "this is not UTF-8");
    try {
        return convert_table(toml::parse(bytes, file), file);
    } catch (const toml::parse_error& error) {
        return mistake(file, static_cast<int>(error.source().begin.line),
                       std::string(error.description()));
    }
}

}  // namespace wenlan::store::demo
