// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/intent.h"
#include "model/view.h"
#include "station/cards.h"
#include "station/standpoint.h"

namespace wenlan::station {

// Which of the browsing pages a visitor has open, in words that another snapshot understands too.
struct Browsing {
    struct Centre {
        std::string room_key;  // empty: none was asked for
    };
    std::optional<model::ShowClubs> clubs;
    bool reading = false;
    bool volunteering = false;
    bool neighbourhood = false;
    std::optional<model::ShowMonth> month;
    std::optional<model::ShowList> list;
    std::optional<Centre> centre;
};

// Opens the page that an intent asks for. What is not to be had leaves what was open. An intent
// that asks for no such page finds nothing here.
base::Result<model::Outcome> open_page(const Standpoint& standpoint, const model::Intent& intent,
                                       Browsing& browsing, model::View& view);

// Makes those that are open anew; the others are not shown.
base::Result<void> build_pages(const Standpoint& standpoint, const std::vector<Seen>& today,
                               Browsing& browsing, model::View& view);

// Takes every page off the view.
void close_pages(model::View& view);

}  // namespace wenlan::station
