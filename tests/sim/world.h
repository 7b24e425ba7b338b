// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/checkers/checkers.h"
#include "sim/faults.h"
#include "sim/ledger.h"
#include "sim/sim_hub.h"
#include "sim/sim_kiosk.h"

namespace wenlan::sim {

struct WorldOptions {
    std::uint64_t seed = 1;
    int kiosks = 0;  // 0: drawn
    bool trace = false;
};

// One town for some hours: a hub, kiosks, residents, and everything that goes wrong. All chance
// comes from the seed.
class World {
public:
    explicit World(const WorldOptions& options);
    ~World();

    // Until it is over or a checker objects; the violation, empty where there is none.
    std::string run();

private:
    // A kiosk's line to the hub, with what happens on it.
    class Line final : public sync::HubLine {
    public:
        Line(World& world, int kiosk) : world_(world), kiosk_(kiosk) {}
        base::Result<std::string> ask(std::string_view path, const std::string& body,
                                      base::Duration limit) override;

    private:
        World& world_;
        int kiosk_;
    };
    struct InFlight {
        int kiosk = 0;
        std::string path;
        std::string body;
    };
    struct Stick {
        int kiosk = 0;
        bool answered = false;
        std::string bytes;
    };

    void build();
    void step();
    void disturb();
    void act();
    void check(bool at_end);
    void settle();  // faults stop, and everything drains
    void tick_all(base::Duration by);

    void sign_up(SimKiosk& kiosk);
    void change(SimKiosk& kiosk);
    void look_up(SimKiosk& kiosk);
    void hold(SimKiosk& kiosk);
    void carry(SimKiosk& kiosk);
    void staff();
    void pass_time();
    void deliver_late();

    // The hub hears and answers; what it said is noted down.
    base::Result<std::string> at_hub(int kiosk, std::string_view path, const std::string& body);
    void note_submission(const std::string& body);
    void note_reply(const std::string& answer, int kiosk);

    SimKiosk& any_kiosk() { return *kiosks_[random_.below(kiosks_.size())]; }
    const domain::Occasion& any_occasion();
    station::SignUpRequest request_for(const domain::Occasion& occasion);
    bool chance(int percent) { return random_.chance(percent); }
    void say(const std::string& line) const;

    WorldOptions options_;
    test::SeededRandom random_;
    base::VirtualClock clock_;
    FaultRates rates_;
    Ledger ledger_;
    std::unique_ptr<SimHub> hub_;
    std::vector<std::unique_ptr<Line>> lines_;
    std::vector<std::unique_ptr<SimKiosk>> kiosks_;
    std::vector<InFlight> in_flight_;
    std::vector<Stick> sticks_;
    std::vector<sync::HoldId> holds_;
    Checkers checkers_;
    std::unique_ptr<HubPicture> hub_now_;
    std::unique_ptr<HubPicture> hub_before_;
    base::Instant hub_seen_{};
    std::map<int, KioskPicture> kiosks_now_;
    bool faults_ = true;
    int steps_done_ = 0;
};

}  // namespace wenlan::sim
