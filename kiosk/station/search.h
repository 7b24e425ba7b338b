// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/locked_memory.h"
#include "base/result.h"
#include "domain/readings.h"
#include "model/intent.h"
#include "model/view.h"
#include "station/standpoint.h"
#include "store/search_index.h"

namespace wenlan::station {

// What a visitor looks for; it ends with the visit.
struct Sought {
    base::LockedText query;
    std::uint64_t ticket = 0;  // of the intent that the page answers

    void ask(const model::Search& wanted);
};

// Finding things in the snapshot that is shown. The index is read from its file, or made piece by
// piece where there is none; until then a search says that it is being made ready. One thread.
class Search {
public:
    // Without readings titles are found by their characters only.
    Search(base::Disk& disk, store::DataFolder folder, const domain::Readings* readings);
    ~Search();

    // Works as long as `go_on` says, a few milliseconds each time. True: there is an index now.
    bool work(const std::shared_ptr<const store::Snapshot>& snapshot, base::Instant now,
              const std::function<bool()>& go_on);
    bool ready_for(const std::shared_ptr<const store::Snapshot>& snapshot) const {
        return index_ != nullptr && snapshot_ == snapshot;
    }

    base::Result<model::SearchPage> page(const Standpoint& at, const Sought& sought) const;
    // The snapshot's own words, for whoever types.
    std::shared_ptr<const std::vector<std::string>> words(const Standpoint& at);

private:
    base::Result<model::SearchHit> hit(const Standpoint& at, const store::SearchIndex::Hit& found,
                                       std::string_view query) const;
    void begin(const std::shared_ptr<const store::Snapshot>& snapshot);

    base::Disk& disk_;
    store::DataFolder folder_;
    const domain::Readings& readings_;
    std::shared_ptr<const store::Snapshot> snapshot_;  // whose index this is
    std::unique_ptr<store::SearchIndex> index_;
    std::unique_ptr<store::SearchIndexBuilder> builder_;
    const store::Snapshot* words_of_ = nullptr;
    std::shared_ptr<const std::vector<std::string>> words_;
};

}  // namespace wenlan::station
