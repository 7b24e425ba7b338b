// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/browsing.h"

#include <memory>
#include <utility>
#include <variant>

#include "station/clubs_page.h"

namespace wenlan::station {

namespace {

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

}  // namespace

base::Result<model::Outcome> open_page(const Standpoint& at, const model::Intent& intent,
                                       Browsing& browsing, model::View& view) {
    if (const auto* clubs = std::get_if<model::ShowClubs>(&intent)) {
        browsing.clubs = *clubs;
        TRY(build(at, *browsing.clubs, view));
        return model::Outcome::done;
    }
    return model::Outcome::not_found;
}

base::Result<void> build_pages(const Standpoint& at, Browsing& browsing, model::View& view) {
    view.clubs = nullptr;
    if (browsing.clubs) TRY(build(at, *browsing.clubs, view));
    return {};
}

}  // namespace wenlan::station
