// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/browsing.h"

#include <memory>
#include <utility>
#include <variant>

#include "station/calendar_page.h"
#include "station/centre_page.h"
#include "station/clubs_page.h"
#include "station/lists.h"
#include "station/neighbourhood_page.h"
#include "station/reading_page.h"
#include "station/volunteering_page.h"

namespace wenlan::station {

namespace {

using model::Outcome;

template <typename Page>
std::shared_ptr<const Page> shared(Page page) {
    return std::make_shared<const Page>(std::move(page));
}

// A tag that the programme does not know, or no longer, filters nothing.
base::Result<void> build(const Standpoint& at, model::ShowClubs& wanted, model::View& view) {
    std::string& tag = wanted.filter.tag_key;
    if (!tag.empty() && !TRY(at.snapshot.has_tag(tag))) tag.clear();
    view.clubs = shared(TRY(clubs_page(at, wanted.filter, wanted.first)));
    return {};
}

// A month that time has carried out of reach gives way to today's.
base::Result<void> build(const Standpoint& at, model::ShowMonth& wanted, model::View& view) {
    if (!is_reachable(wanted, at.today())) {
        wanted = {at.today().year, at.today().month, at.today()};
    }
    view.calendar = shared(TRY(calendar_page(at, wanted)));
    return {};
}

base::Result<void> build(const Standpoint& at, const model::ShowList& wanted, model::View& view) {
    view.list = shared(TRY(listed(at, wanted.name, wanted.first, list_window)));
    return {};
}

// A room that the programme no longer has is no longer asked for.
base::Result<void> build(const Standpoint& at, const std::vector<Seen>& today,
                         Browsing::Centre& wanted, model::View& view) {
    domain::VenueId room;
    if (!wanted.room_key.empty()) {
        for (const domain::Venue& venue : TRY(at.snapshot.rooms())) {
            if (venue.key == wanted.room_key) room = venue.id;
        }
        if (!room) wanted.room_key.clear();
    }
    view.centre = shared(TRY(centre_page(at, today, room)));
    return {};
}

// One answer for each intent that opens a page.
class Opening {
public:
    Opening(const Standpoint& at, Browsing& browsing, model::View& view)
        : at_(at), browsing_(browsing), view_(view) {}

    base::Result<Outcome> operator()(const model::ShowClubs& wanted) {
        model::ShowClubs clubs = wanted;
        TRY(build(at_, clubs, view_));
        browsing_.clubs = std::move(clubs);
        return Outcome::done;
    }
    base::Result<Outcome> operator()(const model::ShowReading&) {
        view_.reading = shared(TRY(reading_page(at_)));
        browsing_.reading = true;
        return Outcome::done;
    }
    base::Result<Outcome> operator()(const model::ShowVolunteering&) {
        view_.volunteering = shared(TRY(volunteering_page(at_)));
        browsing_.volunteering = true;
        return Outcome::done;
    }
    base::Result<Outcome> operator()(const model::ShowNeighbourhood&) {
        view_.neighbourhood = shared(TRY(neighbourhood_page(at_)));
        browsing_.neighbourhood = true;
        return Outcome::done;
    }
    base::Result<Outcome> operator()(const model::ShowMonth& wanted) {
        if (!is_reachable(wanted, at_.today())) return Outcome::not_found;
        model::ShowMonth month = wanted;
        TRY(build(at_, month, view_));
        browsing_.month = month;
        return Outcome::done;
    }
    base::Result<Outcome> operator()(const model::ShowList& wanted) {
        TRY(build(at_, wanted, view_));
        browsing_.list = wanted;
        return Outcome::done;
    }
    base::Result<Outcome> operator()(const model::ShowCentre& wanted) {
        Browsing::Centre centre;
        if (wanted.room) {
            const auto venue = TRY(at_.snapshot.venue(wanted.room));
            if (!venue || venue->storey <= 0) return Outcome::not_found;
            centre.room_key = venue->key;
        }
        const std::vector<Seen> day = TRY(today(at_));
        TRY(build(at_, day, centre, view_));
        browsing_.centre = std::move(centre);
        return Outcome::done;
    }
    template <typename Other>
    base::Result<Outcome> operator()(const Other&) {
        return Outcome::not_found;
    }

private:
    const Standpoint& at_;
    Browsing& browsing_;
    model::View& view_;
};

}  // namespace

base::Result<Outcome> open_page(const Standpoint& at, const model::Intent& intent,
                                Browsing& browsing, model::View& view) {
    return std::visit(Opening(at, browsing, view), intent);
}

base::Result<void> build_pages(const Standpoint& at, const std::vector<Seen>& day,
                               Browsing& browsing, model::View& view) {
    close_pages(view);
    if (browsing.clubs) TRY(build(at, *browsing.clubs, view));
    if (browsing.reading) view.reading = shared(TRY(reading_page(at)));
    if (browsing.volunteering) view.volunteering = shared(TRY(volunteering_page(at)));
    if (browsing.neighbourhood) view.neighbourhood = shared(TRY(neighbourhood_page(at)));
    if (browsing.month) TRY(build(at, *browsing.month, view));
    if (browsing.list) TRY(build(at, *browsing.list, view));
    if (browsing.centre) TRY(build(at, day, *browsing.centre, view));
    return {};
}

void close_pages(model::View& view) {
    view.clubs = nullptr;
    view.reading = nullptr;
    view.volunteering = nullptr;
    view.neighbourhood = nullptr;
    view.calendar = nullptr;
    view.list = nullptr;
    view.centre = nullptr;
}

}  // namespace wenlan::station
