// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/lists.h"

#include <algorithm>
#include <utility>

#include "station/cards.h"
#include "station/this_week.h"

namespace wenlan::station {

namespace {

constexpr std::size_t coming_max = 1000;

model::ListPage window(model::ListName name, std::vector<Seen> ones, int first, int count_max) {
    model::ListPage page;
    page.name = name;
    page.count = static_cast<int>(ones.size());
    page.first = std::clamp(first, 0, std::max(0, page.count - 1));
    for (int i = page.first; i < page.count && i < page.first + count_max; ++i) {
        page.cards.push_back(std::move(ones[static_cast<std::size_t>(i)].card));
    }
    return page;
}

base::Result<model::ListPage> window(const Standpoint& at, model::ListName name,
                                     store::ListingQuery query, int first) {
    model::ListPage page;
    page.name = name;
    page.count = TRY(at.snapshot.count(query));
    page.first = std::clamp(first, 0, std::max(0, page.count - 1));
    query.first = page.first;
    for (const store::ListingSummary& one : TRY(at.snapshot.listings(query))) {
        page.cards.push_back(card_of(at, one));
    }
    return page;
}

}  // namespace

base::Result<model::ListPage> listed(const Standpoint& at, model::ListName name, int first,
                                     int count_max) {
    store::ListingQuery query{.now = at.now, .count_max = count_max};
    switch (name) {
        case model::ListName::reading:
            return window(name, TRY(coming_of_kind(at, domain::Kind::reading, coming_max)).ones,
                          first, count_max);
        case model::ListName::volunteering:
            return window(name, TRY(all_coming_of_kind(at, domain::Kind::volunteering, coming_max)),
                          first, count_max);
        case model::ListName::services:
            query.kind = domain::Kind::service;
            return window(at, name, query, first);
        case model::ListName::notices:
            break;
    }
    query.kind = domain::Kind::notice;
    query.newest_first = true;
    return window(at, model::ListName::notices, query, first);
}

}  // namespace wenlan::station
