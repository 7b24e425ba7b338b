// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/semantics/semantics.h"

namespace wenlan::ui {

std::string_view name_of(Role role) {
    switch (role) {
        case Role::button:
            return "button";
        case Role::key:
            return "key";
        case Role::toggle:
            return "toggle";
        case Role::tab:
            return "tab";
        case Role::chip:
            return "chip";
        case Role::card:
            return "card";
        case Role::row:
            return "row";
        case Role::link:
            return "link";
        case Role::field:
            return "field";
        case Role::text:
            return "text";
        case Role::image:
            return "image";
        case Role::list:
            return "list";
        case Role::region:
            return "region";
    }
    return "region";
}

}  // namespace wenlan::ui
