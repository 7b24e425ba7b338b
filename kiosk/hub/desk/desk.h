// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "hub/api/sign_up_api.h"
#include "hub/desk/alerts.h"
#include "hub/desk/connections.h"
#include "hub/desk/editing_locks.h"
#include "hub/desk/login_tries.h"
#include "hub/desk/ports.h"
#include "hub/desk/roster_book.h"
#include "hub/desk/sessions.h"
#include "hub/fleet/fleet.h"
#include "hub/site/publish_site.h"
#include "store/data_folder.h"

namespace wenlan::hub::desk {

// What the handlers of the desk work with. Any thread.
class Desk {
public:
    struct Parts {
        base::Disk& disk;
        const base::Clock& clock;
        base::Random& random;
        store::DataFolder folder;
        Fleet& fleet;
        TakeFolderLock lock_folder;
        std::filesystem::path pages;    // what browsers load
        std::filesystem::path posters;  // the built-in ones
        Previewer* previewer = nullptr;
        AlertPort* alerts = nullptr;
        SignUpApi* sign_ups = nullptr;               // none: no rosters
        const domain::Readings* readings = nullptr;  // by which rosters find names
    };
    explicit Desk(Parts parts);

    const Parts& parts() const { return parts_; }
    const base::Clock& clock() const { return parts_.clock; }
    base::Random& random() { return parts_.random; }
    SiteOffice site_office() { return {parts_.disk, parts_.random, parts_.folder}; }
    base::Result<Connections::Lease> database() { return connections_.take(); }
    Sessions& sessions() { return sessions_; }
    EditingLocks& editing() { return editing_; }
    LoginTries& login_tries() { return login_tries_; }
    AddressRate& logins_of_address() { return logins_of_address_; }
    // While the sign-ups are worked on.
    RosterBook& rosters() { return rosters_; }

    // The one-time token of the set-up page; none: somebody has an account. The same until it was
    // used or the program ends.
    base::Result<std::optional<std::string>> set_up_token();
    bool is_set_up_token(std::string_view token);
    // Which programme has the urgent notices that have been published since.
    base::Result<void> note_notices();
    // To be called some times a minute.
    base::Result<void> tick();

private:
    Parts parts_;
    Connections connections_;
    Sessions sessions_;
    EditingLocks editing_;
    LoginTries login_tries_;
    AddressRate logins_of_address_{30, std::chrono::minutes{1}};
    AlertWatch alert_watch_;
    RosterBook rosters_{parts_.readings};
    std::mutex token_lock_;
    std::string set_up_token_;
};

}  // namespace wenlan::hub::desk
