// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/ics.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

#include "hub/import/event_check.h"
#include "hub/import/ics_series.h"

namespace wenlan::hub {
namespace {

using base::Error;
using base::Result;

// Finds the events wherever they lie: in a calendar, in several, or in none.
void collect_events(const IcsComponent& component, std::vector<const IcsComponent*>& out) {
    for (const IcsComponent& child : component.children) {
        if (child.name == "VEVENT") out.push_back(&child);
        collect_events(child, out);
    }
}

// A calendar that is sent to call its events off.
bool cancels(const IcsComponent& root) {
    return std::any_of(root.children.begin(), root.children.end(), [](const IcsComponent& child) {
        const IcsProperty* method = child.first("METHOD");
        return method != nullptr && (method->value == "CANCEL" || method->value == "cancel");
    });
}

std::vector<std::vector<IcsEvent>> by_uid(std::vector<IcsEvent> events) {
    std::vector<std::vector<IcsEvent>> series;
    std::map<std::string, std::size_t> place;
    for (IcsEvent& event : events) {
        const auto [at, fresh] = place.try_emplace(event.uid, series.size());
        // Events without a UID are each a series of their own.
        if (fresh || event.uid.empty()) {
            at->second = series.size();
            series.emplace_back();
        }
        series[at->second].push_back(std::move(event));
    }
    return series;
}

// Without UIDs two equal events would get the same key.
void drop_equal_keys(ParsedFile& file) {
    std::map<std::string, int> seen;
    std::erase_if(file.events, [&](const ImportedEvent& event) {
        const auto [at, fresh] = seen.try_emplace(event.key, event.line);
        if (fresh) return false;
        file.report.skip(
            event.line, "ics.twice",
            "The calendar holds it twice; the other is on line " + std::to_string(at->second) + ".",
            event.title.zh);
        return true;
    });
}

}  // namespace

Result<ParsedFile> parse_ics(std::string_view bytes, const ImportFrame& frame) {
    if (bytes.size() > import_file_bytes_max) {
        return Error{"import.file-too-large", "The file is larger than 16 MiB."};
    }
    ParsedFile file;
    const IcsComponent root = TRY(read_ics(bytes, file.report));
    std::vector<const IcsComponent*> components;
    collect_events(root, components);
    if (components.empty() && root.children.empty()) {
        return Error{"ics.not-a-calendar", "The file holds no calendar."};
    }
    if (components.size() > import_events_max) {
        return Error{"import.too-many-events",
                     "The file holds more than " + std::to_string(import_events_max) + " events."};
    }
    file.entries = static_cast<int>(components.size());
    for (const IcsComponent& child : root.children) {
        if (child.name == "VCALENDAR" && !child.closed) {
            file.report.note(child.line, "ics.cut-off",
                             "The calendar has no end. The file may have been cut off.");
        }
    }
    IcsZones zones{frame.zone, root};
    const bool cancelled = cancels(root);
    std::vector<IcsEvent> events;
    for (const IcsComponent* component : components) {
        auto event = read_ics_event(*component, zones, file.report);
        if (!event) continue;
        if (event->uid.empty()) {
            file.report.note(event->line, "ics.no-uid",
                             "The event has no UID. Change it and import it again, and it will be "
                             "there twice.",
                             event->title.zh);
        }
        event->cancelled = event->cancelled || cancelled;
        events.push_back(std::move(*event));
    }
    RuleBudget budget;
    budget.clock = frame.clock;
    std::size_t occasions = 0;
    for (const auto& series : by_uid(std::move(events))) {
        auto laid_out = lay_out_series(series, frame, budget, file.report);
        for (const ImportedEvent& event : laid_out) occasions += event.occasions.size();
        if (occasions > import_occasions_max) {
            return Error{"import.too-many-occasions", "The calendar comes to more than " +
                                                          std::to_string(import_occasions_max) +
                                                          " dates in the coming 120 days."};
        }
        std::move(laid_out.begin(), laid_out.end(), std::back_inserter(file.events));
    }
    drop_equal_keys(file);
    return file;
}

}  // namespace wenlan::hub
