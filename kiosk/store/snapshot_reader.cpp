// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot_reader.h"

#include <chrono>
#include <utility>

#include "base/log.h"

namespace wenlan::store {

namespace {

constexpr std::chrono::minutes retry_after{1};

std::string sentence(SnapshotSource source, const std::string& name) {
    switch (source) {
        case SnapshotSource::current:
            return "showing the programme " + name;
        case SnapshotSource::previous:
            return "showing the programme before, " + name;
        case SnapshotSource::factory:
            return "showing the factory's programme";
    }
    return {};
}

}  // namespace

base::Result<bool> SnapshotReader::poll(base::Duration uptime) {
    const auto current = read_current(disk_, folder_);
    const std::string named = current ? current.value() : std::string();
    if (looked_ && seen_ == named) {
        if (snapshot_ && source_ == SnapshotSource::current) return false;
        if (uptime < retry_at_) return false;
    }
    if (seen_ != named) discarded_.clear();
    looked_ = true;
    seen_ = named;
    retry_at_ = uptime + retry_after;
    outdated_ = false;

    const auto choice = choose(current);
    if (!choice) {
        return base::Error{"snapshot.none", "There is no whole programme to show."};
    }
    const bool same = choice->snapshot == snapshot_ && choice->source == source_;
    snapshot_ = choice->snapshot;
    source_ = choice->source;
    const std::string shown = sentence(source_, snapshot_->name());
    if (source_ == SnapshotSource::current) {
        if (!same) base::log::info(shown);
        logged_.clear();
    } else {
        log_once(shown + (current ? "" : ": " + current.error().message));
    }
    return !same;
}

std::optional<SnapshotReader::Choice> SnapshotReader::choose(
    const base::Result<std::string>& current) {
    std::optional<std::int64_t> named;
    if (current) {
        if (auto snapshot = open(current.value())) {
            return Choice{std::move(snapshot), SnapshotSource::current};
        }
        named = version_of(current.value());
    }
    for (const std::int64_t version : versions_present(disk_, folder_)) {
        // A version above the named one was never switched to.
        if (named && version >= *named) continue;
        if (auto snapshot = open(std::to_string(version))) {
            return Choice{std::move(snapshot), SnapshotSource::previous};
        }
    }
    // What is open is whole, even where its file has gone.
    if (snapshot_ && version_of(snapshot_->name()))
        return Choice{snapshot_, SnapshotSource::previous};
    if (auto snapshot = open(std::string(factory_name))) {
        return Choice{std::move(snapshot), SnapshotSource::factory};
    }
    return std::nullopt;
}

std::shared_ptr<const Snapshot> SnapshotReader::open(const std::string& name) {
    if (discarded_.contains(name)) return nullptr;
    if (snapshot_ && snapshot_->name() == name) return snapshot_;
    auto opened = Snapshot::open(disk_, folder_, name);
    if (opened) return std::move(opened).value();
    const base::Error& error = opened.error();
    if (name == seen_ && error.code == "snapshot.too-old") outdated_ = true;
    log_once("the programme " + name + " cannot be shown: " + error.code + " " + error.message +
             " (" + error.detail + ")");
    return nullptr;
}

bool SnapshotReader::inspect(const std::function<bool()>& go_on) {
    while (snapshot_ && !inspected() && go_on()) {
        const auto through = snapshot_->inspect_further();
        if (!through) {
            base::log::error("looking through the programme " + snapshot_->name(), through.error());
            discard();
            return false;
        }
        if (through.value()) inspected_ = snapshot_;
    }
    return true;
}

bool SnapshotReader::reread_seats() {
    return snapshot_ != nullptr && snapshot_->reread_seats(disk_, folder_);
}

void SnapshotReader::discard() {
    if (!snapshot_) return;
    discarded_.insert(snapshot_->name());
    snapshot_.reset();
    looked_ = false;
}

void SnapshotReader::look_again() {
    discarded_.erase(std::string(factory_name));
    looked_ = false;
}

// The reasons repeat with every retry; each is told once until all is well again.
void SnapshotReader::log_once(const std::string& sentence_to_log) {
    if (logged_.find(sentence_to_log + "\n") != std::string::npos) return;
    logged_ += sentence_to_log + "\n";
    base::log::warning(sentence_to_log);
}

}  // namespace wenlan::store
