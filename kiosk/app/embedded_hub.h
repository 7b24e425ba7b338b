// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "hub/api/hub_api.h"
#include "hub/api/sign_up_api.h"
#include "hub/fleet/fleet.h"
#include "net/http_server.h"
#include "store/data_folder.h"

namespace wenlan::app {

// A hub in the kiosk's own process, for who starts the kiosk alone: the demonstration programme,
// published and served on a loopback port as any hub does it, from a folder of its own
// ("demonstration" in the kiosk's data folder). Nobody else can reach it, and no promise about a
// stolen screen holds with it. One thread, beside the server's own.
class EmbeddedHub {
public:
    // Takes about a second the first time; for a thread that nobody waits for.
    // "embedded.other-programme": the folder's programme is not the demonstration.
    static base::Result<std::unique_ptr<EmbeddedHub>> open(base::Disk& disk,
                                                           const base::Clock& clock,
                                                           base::Random& random,
                                                           const store::DataFolder& kiosk,
                                                           const std::filesystem::path& demo);

    std::string address() const;
    // A code for the screen that it is in.
    base::Result<std::string> invite();
    // To be called when due_in() says so: sign-ups and their seats, signatures, the programme of a
    // new day, what its screen said. False: the kiosk's folder has become a hub's own, and is to be
    // left alone.
    bool keep_good();
    base::Duration due_in() const;

private:
    EmbeddedHub(base::Disk& disk, const base::Clock& clock, base::Random& random,
                const store::DataFolder& kiosk, std::filesystem::path demo);
    base::Result<void> lay_out();
    base::Result<void> renew();
    base::Result<void> keep_sign_ups();

    base::Disk& disk_;
    const base::Clock& clock_;
    base::Random& random_;
    const store::DataFolder kiosk_;
    const store::DataFolder folder_;
    const std::filesystem::path demo_;
    const base::Zone zone_ = base::Zone::shanghai();
    base::CivilDate laid_out_on_;
    base::Duration renewed_at_{};
    base::Duration sign_ups_at_{};
    store::SeatCounts published_seats_;
    std::unique_ptr<hub::Fleet> fleet_;
    std::unique_ptr<hub::SignUpHub> sign_up_hub_;
    std::optional<hub::SignUpApi> sign_ups_;
    std::optional<hub::HubApi> api_;
    std::unique_ptr<net::HttpServer> server_;  // last: it answers with all of the above
};

// At the start of the program: the folder's own programme is shown again, and not what a
// demonstration's hub had published. `keep_pairing`: it will be followed again.
enum class AfterDemonstration { goes_on, over };
base::Result<void> leave_demonstration(base::Disk& disk, const store::DataFolder& kiosk,
                                       AfterDemonstration after);

}  // namespace wenlan::app
