// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config.h"

#include <charconv>
#include <map>
#include <optional>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "device/printer_line.h"
#include "station/staff_code.h"

namespace wenlan::app {
namespace {

constexpr int side_px_min = 200;
constexpr int side_px_max = 16384;

std::string at_line(const toml::node& node) {
    return "line " + std::to_string(node.source().begin.line) + ": ";
}

base::Error wrong(const toml::node& node, const std::string& key, const std::string& wants) {
    return {"config.value", at_line(node) + key + " " + wants, {}};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

using Set = base::Result<void> (*)(Config&, const toml::node&);

base::Result<void> set_window(Config& config, const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text) return wrong(node, "window", "is a text such as \"1080x1920\"");
    if (*text == "fullscreen") {
        config.window.window.reset();
        return {};
    }
    const auto size = parse_size(*text);
    if (!size) return wrong(node, "window", size.error().message);
    config.window.window = size.value();
    return {};
}

base::Result<void> set_monitor(Config& config, const toml::node& node) {
    const auto index = node.value_exact<std::int64_t>();
    if (!index || *index < 0 || *index > 63) return wrong(node, "monitor", "is a number from 0");
    config.window.monitor = static_cast<int>(*index);
    return {};
}

base::Result<void> set_rotation(Config& config, const toml::node& node) {
    const auto degrees = node.value_exact<std::int64_t>();
    if (!degrees) return wrong(node, "rotation", "is 0, 90, 180 or 270");
    const auto turns = quarter_turns(*degrees);
    if (!turns) return wrong(node, "rotation", turns.error().message);
    config.window.quarter_turns = turns.value();
    return {};
}

base::Result<void> set_api(Config& config, const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    const auto api = parse_api(text.value_or(""));
    if (!api) return wrong(node, "api", api.error().message);
    config.window.api = api.value();
    return {};
}

base::Result<void> set_data(Config& config, const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text || text->empty()) return wrong(node, "data", "is the path of a folder");
    config.data = *text;
    return {};
}

base::Result<void> set_hub(Config& config, const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    const auto hub = parse_hub(text.value_or(""));
    if (!hub) return wrong(node, "hub", hub.error().message);
    config.hub = hub.value();
    return {};
}

base::Result<void> set_usb(Config& config, const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text || text->empty()) return wrong(node, "usb", "is the folder where sticks are mounted");
    config.usb = *text;
    return {};
}

base::Result<void> set_staff_code(Config& config, const toml::node& node) {
    const std::string text = node.value_exact<std::string>().value_or("");
    if (!station::StaffCode::of_text(text)) {
        return wrong(node, "staff_code", "is what wenlan-kiosk --set-staff-code prints");
    }
    config.staff_code = text;
    return {};
}

base::Result<void> set_language(Config& config, const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (text == "zh")
        config.language = base::Language::zh;
    else if (text == "en")
        config.language = base::Language::en;
    else
        return wrong(node, "language", "is \"zh\" or \"en\"");
    return {};
}

base::Result<void> set_log_level(Config& config, const toml::node& node) {
    using base::log::Level;
    static const std::map<std::string, Level, std::less<>> levels = {{"debug", Level::debug},
                                                                     {"info", Level::info},
                                                                     {"warning", Level::warning},
                                                                     {"error", Level::error}};
    const auto level = levels.find(node.value_exact<std::string>().value_or(""));
    if (level == levels.end())
        return wrong(node, "log_level", "is \"debug\", \"info\", \"warning\" or \"error\"");
    config.log_level = level->second;
    return {};
}

base::Result<void> set_log_file(Config& config, const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text || text->empty()) return wrong(node, "log_file", "is the path of a file");
    config.log_file = *text;
    return {};
}

base::Result<void> set_printer(Config& config, const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return wrong(node, "printer", "is a table: [printer]");
    for (const auto& [key, value] : *table) {
        if (key.str() == "connection") {
            const std::string text = value.value_exact<std::string>().value_or("");
            const auto line = device::printer_line(text);
            if (!line) return wrong(value, "printer.connection", line.error().message);
            config.printer.connection = text;
        } else if (key.str() == "paper_mm") {
            const auto width = value.value_exact<std::int64_t>();
            if (!width || (*width != 58 && *width != 80))
                return wrong(value, "printer.paper_mm", "is 58 or 80");
            config.printer.paper_mm = static_cast<int>(*width);
        } else {
            return wrong(value, "printer", "has connection and paper_mm");
        }
    }
    return {};
}

const std::map<std::string, Set, std::less<>>& keys() {
    static const std::map<std::string, Set, std::less<>> table = {
        {"window", set_window},
        {"monitor", set_monitor},
        {"rotation", set_rotation},
        {"api", set_api},
        {"data", set_data},
        {"language", set_language},
        {"hub", set_hub},
        {"usb", set_usb},
        {"log_level", set_log_level},
        {"log_file", set_log_file},
        {"staff_code", set_staff_code},
        {"printer", set_printer},
    };
    return table;
}

}  // namespace

base::Result<gfx::Size> parse_size(std::string_view text) {
    const std::size_t x = text.find('x');
    const auto width = number(text.substr(0, x));
    const auto height = x == std::string_view::npos ? std::nullopt : number(text.substr(x + 1));
    const auto fits = [](const std::optional<int>& side) {
        return side && *side >= side_px_min && *side <= side_px_max;
    };
    if (!fits(width) || !fits(height))
        return base::Error{
            "config.value", "is a width and a height of 200 to 16384, such as 1080x1920", {}};
    return gfx::Size{*width, *height};
}

base::Result<int> quarter_turns(std::int64_t degrees) {
    if (degrees != 0 && degrees != 90 && degrees != 180 && degrees != 270)
        return base::Error{"config.value", "is 0, 90, 180 or 270", {}};
    return static_cast<int>(degrees / 90);
}

base::Result<gfx::WindowOptions::Api> parse_api(std::string_view text) {
    using Api = gfx::WindowOptions::Api;
    if (text == "auto") return Api::automatic;
    if (text == "gl") return Api::gl;
    if (text == "gles") return Api::gles;
    return base::Error{"config.value", "is auto, gl or gles", {}};
}

base::Result<std::string> parse_hub(std::string_view text) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        const bool named = text.starts_with(scheme) && text.size() > scheme.size();
        if (named && text.find_first_of(" \t\r\n\"<>") == std::string_view::npos) {
            return std::string(text);
        }
    }
    return base::Error{"config.value", "is an address such as http://office.example:8080", {}};
}

base::Result<ConfigRead> parse_config(std::string_view text) {
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed)
        return base::Error{"config.syntax",
                           "line " + std::to_string(parsed.error().source().begin.line) + ": " +
                               std::string(parsed.error().description()),
                           {}};
    ConfigRead read;
    for (const auto& [key, node] : parsed.table()) {
        const auto set = keys().find(key.str());
        if (set == keys().end()) {
            read.warnings.push_back(at_line(node) + "no setting is called " +
                                    std::string(key.str()));
            continue;
        }
        TRY(set->second(read.config, node));
    }
    return read;
}

}  // namespace wenlan::app
