// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include "app/input_child_main.h"
#include "app/kiosk.h"
#include "app/options.h"
#include "base/memory.h"

int main(int argc, char** argv) {
    // Started by this program itself, with a socket in its place.
    if (argc == 2 && std::string_view(argv[1]) == "--input-child")
        return wenlan::app::run_input_child(wenlan::app::input_descriptor);
    wenlan::base::keep_little_freed_memory();
    const auto options = wenlan::app::read_options(argc, argv);
    if (const auto* ended = std::get_if<wenlan::app::Ended>(&options)) return ended->code;
    return wenlan::app::run_kiosk(std::get<wenlan::app::Options>(options));
}
