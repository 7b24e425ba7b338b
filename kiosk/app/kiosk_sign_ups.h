// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/hub_contact.h"
#include "base/ports.h"
#include "station/sign_up_clerk.h"
#include "station/sign_up_desk.h"
#include "store/data_folder.h"
#include "store/outbox.h"
#include "sync/kiosk_keys.h"
#include "sync/sign_ups/delivery.h"
#include "sync/sign_ups/http_hub_line.h"

namespace wenlan::app {

// A screen's sign-ups with all that they need, in its data folder:
//   sign-ups/secret        by which codes are checked here; for its user alone
//   sign-ups/<centre>.db   what it has taken for that centre (store/outbox.h)
// They begin when the screen has been paired, and begin anew when it is paired with another centre;
// before that nothing can be sealed to anyone, and nothing is taken. Waits for the disk and the
// hub: one thread, except for hurry() and stop().
class KioskSignUps {
public:
    struct Parts {
        base::Disk& disk;
        const base::Clock& clock;
        base::Random& random;
        store::DataFolder folder;
        HubContact& contact;
    };
    explicit KioskSignUps(Parts parts);
    ~KioskSignUps();

    // Takes up what has changed, and delivers when it is time.
    void tick();
    base::Duration due_in() const;

    station::SignUpAnswer serve(const station::SignUpQuestion& question);
    void end_visit(std::uint64_t visit);
    // The same pointer until something has changed.
    std::shared_ptr<const station::SignUpsWaiting> waiting() const { return waiting_; }

    // A delivery under way in tick() makes room for a question, within a second; nothing else is
    // delivered until go_on().
    void hurry();
    void go_on();
    // For good.
    void stop();

private:
    struct Office;
    void take_up();
    base::Result<std::unique_ptr<Office>> open();
    base::Result<std::string> secret();
    void move_line();
    void carry();
    void count();

    Parts parts_;
    station::SignUpClerk clerk_;
    std::unique_ptr<Office> office_;
    base::Error why_not_;  // where there is no office
    HubContact::Now taken_up_;
    bool tried_ = false;
    base::Duration try_again_at_{0};
    std::optional<base::Duration> looked_at_;
    std::optional<base::Duration> forgot_at_;
    std::shared_ptr<const station::SignUpsWaiting> waiting_ =
        std::make_shared<const station::SignUpsWaiting>();

    std::mutex lock_;  // of what follows
    std::shared_ptr<sync::HttpHubLine> line_;
    bool stopping_ = false;
};

// Where the sign-ups for a centre lie.
std::filesystem::path outbox_file(const store::DataFolder& folder, const sync::CentreId& centre);

}  // namespace wenlan::app
