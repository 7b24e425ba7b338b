// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/ports.h"
#include "model/intent.h"
#include "model/view.h"
#include "station/cards.h"
#include "station/events_page.h"
#include "station/office.h"
#include "station/search.h"
#include "station/sign_up_talk.h"
#include "station/staff_desk.h"
#include "station/sync_shown.h"
#include "station/visit.h"
#include "store/snapshot_reader.h"

namespace wenlan::station {

// One kiosk without pixels: follows the snapshot and the clock, answers a visitor's intents, and
// publishes what can be seen. All but view() belongs to one thread; view() may be called from any.
class Station {
public:
    // Seeds an empty data folder from the demonstration's files and lays an installed demonstration
    // out around today. There is a View afterwards whatever is wrong with the disk; if nothing at
    // all can be shown it is an empty one, and tick() keeps looking. Every visit begins with the
    // lobby's settings. The readings, if any, stand where the programme has no English; they must
    // outlive the station.
    Station(const base::Clock& clock, base::Disk& disk, std::filesystem::path data,
            std::filesystem::path demo, model::VisitSettings lobby = {},
            const domain::Readings* readings = nullptr);

    // Both before the first tick() after the making, by whoever made it. The office must outlive
    // the station.
    void set_up_staff(StaffSettings settings) { staff_.set_up(std::move(settings)); }
    void connect(Office& office);
    // The same; without one, no sign-up is taken.
    void connect(SignUpDesk& desk) { sign_ups_.connect(desk); }

    // To be called about once a second. Publishes when the minute or the snapshot has changed.
    void tick();
    // There is work for which nobody should have to wait: tick() again soon.
    bool busy() const { return shown_ && !search_.ready_for(shown_); }
    // Publishes a View that answers the intent.
    void handle(const model::NumberedIntent& intent);

    // The newest one; never null.
    std::shared_ptr<const model::View> view() const;

private:
    // What has to be made anew.
    struct Parts {
        bool time = false;  // header, attract, home
        bool events = false;
        bool detail = false;
        bool browsing = false;
        bool search = false;
    };
    static constexpr Parts all{true, true, true, true, true};

    void seed();
    void republish_if_outdated();
    void follow_the_calendar();
    bool poll_snapshot();
    bool follow_office();
    void show_sign_ups();
    bool follow_outbox();
    void tell_office();
    bool mend();
    bool inspect();
    void show_newest(bool switched = false);
    void make_ready_to_search();
    void spell_ahead();
    Parts apply(const model::Intent& intent, model::Outcome& outcome);
    bool serve_sign_ups(const model::Intent& intent);
    bool serve_staff(const model::Intent& intent, model::Outcome& outcome);
    void give_up_snapshot(const base::Error& error);
    void refresh(Parts parts);
    base::Result<void> build(Parts parts);
    base::Result<void> build_detail(const Standpoint& standpoint);
    model::Outcome answer(const model::Intent& intent);
    base::Result<model::Outcome> open_detail(const model::ShowEvent& wanted);
    Standpoint standpoint() const;
    base::CivilDate today() const;
    void show_nothing();
    void publish();

    const base::Clock& clock_;
    base::Disk& disk_;
    store::DataFolder folder_;
    std::filesystem::path demo_;
    store::SnapshotReader reader_;
    base::Zone zone_ = base::Zone::shanghai();

    English english_;
    Search search_;
    model::VisitSettings lobby_;
    Visit visit_;
    std::shared_ptr<const store::Snapshot> shown_;    // what the pages were made from
    std::shared_ptr<const store::Snapshot> spelled_;  // whose names English has met
    std::optional<EventsFrame> events_frame_;         // of `frame_day_`
    base::CivilDate frame_day_;
    std::int64_t minute_ = -1;  // of the last publication
    base::Duration shown_at_{0};
    std::optional<base::Duration> polled_at_;
    base::CivilDate calendar_day_;
    StaffDesk staff_;
    SignUpTalk sign_ups_;
    Office* office_ = nullptr;  // null: it follows nothing
    std::shared_ptr<const OfficeReport> report_ = std::make_shared<const OfficeReport>();
    SyncShown sync_;  // what of the report residents are told
    std::optional<ShownReport> told_;
    model::View next_;

    mutable std::mutex published_lock_;
    std::shared_ptr<const model::View> published_;
};

}  // namespace wenlan::station
