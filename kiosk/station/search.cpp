// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/search.h"

#include <chrono>
#include <utility>

#include "base/log.h"
#include "domain/search_match.h"
#include "station/cards.h"
#include "station/club_week.h"

namespace wenlan::station {

namespace {

constexpr std::size_t hits_max = 30;
constexpr int words_max = 3000;
// Events that have begun meanwhile are looked up anew this often.
constexpr std::chrono::minutes times_last{5};
constexpr std::size_t query_bytes_max = 512;

class NoReadings final : public domain::Readings {
public:
    std::string pinyin(std::string_view text) const override { return std::string(text); }
};
const NoReadings no_readings;

std::vector<model::Marked> marks(std::string_view query, const std::string& title,
                                 const domain::Readings& readings) {
    std::vector<model::Marked> marked;
    if (const auto found = domain::match(query, domain::SearchableTitle(title, readings)))
        for (const domain::ByteRange& range : found->ranges)
            marked.push_back({range.begin, range.end});
    return marked;
}

}  // namespace

void Sought::ask(const model::Search& wanted) {
    query.assign(std::string_view(wanted.query).substr(0, query_bytes_max));
    ticket = wanted.ticket;
}

Search::Search(base::Disk& disk, store::DataFolder folder, const domain::Readings* readings)
    : disk_(disk),
      folder_(std::move(folder)),
      readings_(readings != nullptr ? *readings : no_readings) {}

Search::~Search() = default;

void Search::begin(const std::shared_ptr<const store::Snapshot>& snapshot) {
    builder_.reset();
    index_.reset();
    snapshot_ = snapshot;
    if (!snapshot_) return;
    auto opened = store::SearchIndex::open(disk_, folder_, *snapshot_);
    if (opened) {
        index_ = std::move(opened).value();
        return;
    }
    builder_ = std::make_unique<store::SearchIndexBuilder>(disk_, folder_, *snapshot_, readings_);
}

bool Search::work(const std::shared_ptr<const store::Snapshot>& snapshot, base::Instant now,
                  const std::function<bool()>& go_on) {
    const bool had = index_ != nullptr && snapshot_ == snapshot;
    if (snapshot_ != snapshot) begin(snapshot);
    while (builder_ && go_on()) {
        const auto done = builder_->go_on();
        if (!done) base::log::warning("making the search index", done.error());
        if (done && !done.value()) continue;
        // Without its file it serves as well, until the program ends.
        index_ = builder_->take();
        builder_.reset();
    }
    if (!index_) return false;
    const base::Duration age = now - index_->times_of();
    if (age < base::Duration{0} || age >= times_last) {
        const auto read = index_->read_times(*snapshot_, now);
        if (!read) base::log::warning("when things take place", read.error());
    }
    return !had;
}

base::Result<model::SearchPage> Search::page(const Standpoint& at, const Sought& sought) const {
    model::SearchPage page;
    page.ticket = sought.ticket;
    page.ready = index_ != nullptr && snapshot_.get() == &at.snapshot;
    if (!page.ready) return page;
    const auto found = index_->find(sought.query.view(), at.now, hits_max);
    page.count = found.count;
    for (const auto& one : found.best) {
        auto made = TRY(hit(at, one, sought.query.view()));
        if (made.card.listing) page.hits.push_back(std::move(made));
    }
    return page;
}

base::Result<model::SearchHit> Search::hit(const Standpoint& at,
                                           const store::SearchIndex::Hit& found,
                                           std::string_view query) const {
    model::SearchHit hit;
    const auto next = TRY(at.snapshot.next_occasion(found.listing, at.now));
    const bool coming = next && next->occasion.end > at.now;
    const bool club = found.kind == domain::Kind::club;
    if (coming) hit.card = seen(at, *next).card;
    if (!coming || club) {
        const auto listing = TRY(at.snapshot.listing(found.listing));
        if (!listing) return hit;
        if (!coming) hit.card = card_of(at, store::summary_of(*listing));
        if (club && listing->club) {
            hit.weekly = TRY(weekly_line(at, *listing->club, found.listing));
            hit.places_open = listing->club->recruiting ? listing->club->places_open : 0;
        }
    }
    hit.dated = coming;
    hit.marked_zh = marks(query, hit.card.title.zh, readings_);
    hit.marked_en = marks(query, hit.card.title.en, readings_);
    return hit;
}

std::shared_ptr<const std::vector<std::string>> Search::words(const Standpoint& at) {
    if (words_ && words_of_ == &at.snapshot) return words_;
    auto words = at.snapshot.own_words(words_max);
    if (!words) return words_;
    words_of_ = &at.snapshot;
    words_ = std::make_shared<const std::vector<std::string>>(std::move(words).value());
    return words_;
}

}  // namespace wenlan::station
