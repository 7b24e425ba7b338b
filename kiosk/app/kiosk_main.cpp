// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk.h"
#include "app/options.h"

int main(int argc, char** argv) {
    const auto options = wenlan::app::read_options(argc, argv);
    if (const auto* ended = std::get_if<wenlan::app::Ended>(&options)) return ended->code;
    return wenlan::app::run_kiosk(std::get<wenlan::app::Options>(options));
}
