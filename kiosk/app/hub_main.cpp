// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_cli.h"

int main(int argc, char** argv) {
    return wenlan::app::run_hub_command(wenlan::app::read_hub_command(argc, argv));
}
