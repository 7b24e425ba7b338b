// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include "catch.h"
#include "ui/i18n/words.h"
#include "ui/matrix/lobby.h"

namespace wenlan::test {

// From here on the visitor sees what the station says with this changed.
inline void see_changed(Round& round, std::function<void(model::View&)> change) {
    round.kiosk->veil = [change = std::move(change)](std::shared_ptr<const model::View> view) {
        auto changed = std::make_shared<model::View>(*view);
        change(*changed);
        return std::shared_ptr<const model::View>(std::move(changed));
    };
    round.visitor.settle();
}

// The same of one page of the View, which must be open: change_page(round, &View::calendar, ...).
template <typename Page, typename Change>
void change_page(Round& round, std::shared_ptr<const Page> model::View::*page, Change change) {
    see_changed(round, [page, change = std::move(change)](model::View& view) {
        if (!(view.*page)) return;
        auto changed = std::make_shared<Page>(*(view.*page));
        change(*changed);
        view.*page = std::move(changed);
    });
}

// From the painting to a section of the dock, whose page is there.
template <typename Page>
void open_section(Round& round, domain::Section section, std::string_view screen,
                  std::shared_ptr<const Page> model::View::*page) {
    round.enter();
    round.tap(ui::words::section(section, round.mode.language));
    REQUIRE(round.visitor.screen().screen == screen);
    REQUIRE(*round.kiosk->view().*page);
}

// Another listing's page in the place of the one that is open.
inline void see_instead(Round& round, const model::EventDetail& wanted) {
    see_changed(round, [wanted](model::View& view) {
        if (!view.detail) return;
        auto detail = std::make_shared<model::EventDetail>(wanted);
        // The screen shows the listing that it was led to.
        detail->card.occasion = view.detail->card.occasion;
        detail->card.listing = view.detail->card.listing;
        view.detail = std::move(detail);
    });
}

// All that every list of the page holds.
inline void look_through_all(Round& round, const std::string& page) {
    const std::size_t lists = round.visitor.screen().scrolls.size();
    if (lists == 0) round.look(page);
    for (std::size_t list = 0; list < lists; ++list) round.look_through(page, list);
}

}  // namespace wenlan::test
