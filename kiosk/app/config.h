// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_text.h"
#include "base/log.h"
#include "base/result.h"
#include "gfx/window.h"

namespace wenlan::app {

// [printer] connection = "/dev/usb/lp0", "192.168.1.20:9100" or "cups:NAME"; paper_mm = 58 or 80
struct PrinterConfig {
    std::string connection;  // empty: there is none
    int paper_mm = 58;
};

// What kiosk.toml sets for one screen. Every key may be left out.
struct Config {
    gfx::WindowOptions window;   // window = "1080x1920", monitor = 0, rotation = 90, api = "gles"
    std::filesystem::path data;  // data = "/var/lib/wenlan"; empty: the user's own folder
    std::string hub;             // hub = "http://office.example:8080"; empty: none
    std::string staff_code;      // staff_code = "argon2id:...", as --set-staff-code prints it
    std::filesystem::path usb;   // usb = "/media/usb"; where sticks are mounted
    base::Language language = base::Language::zh;         // language = "en"
    base::log::Level log_level = base::log::Level::info;  // log_level = "debug"
    std::filesystem::path log_file;                       // log_file = "/var/log/wenlan/kiosk.log"
    PrinterConfig printer;
};

// The words of the command line and of kiosk.toml.
base::Result<gfx::Size> parse_size(std::string_view text);               // "1080x1920"
base::Result<int> quarter_turns(std::int64_t degrees);                   // 0, 90, 180, 270
base::Result<gfx::WindowOptions::Api> parse_api(std::string_view text);  // auto, gl, gles
base::Result<std::string> parse_hub(std::string_view text);  // "http://office.example:8080"

struct ConfigRead {
    Config config;
    std::vector<std::string> warnings;  // unknown keys, "line 3: ..."
};

// Parses kiosk.toml. A value that cannot be used is an error that names its line ("config.value"),
// and so is a file that is no TOML ("config.syntax").
base::Result<ConfigRead> parse_config(std::string_view toml);

}  // namespace wenlan::app
