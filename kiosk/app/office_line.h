// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "station/office.h"

namespace wenlan::app {

// What the station and the one who follows leave for each other. Nobody waits here for more than
// the copying of a pointer. Any thread.
class OfficeLine final : public station::Office {
public:
    std::shared_ptr<const station::OfficeReport> report() const override;
    void shows(const station::ShownReport& shown) override;
    void ask_now() override;
    void pair(std::string code) override;

    // --- of the one who follows
    struct Wishes {
        bool ask = false;
        std::optional<std::string> pair;  // with this code
    };
    Wishes take_wishes();
    station::ShownReport shown() const;
    void publish(station::OfficeReport report);
    // Called, on the station's thread, when there is a wish or something else is shown. Empty:
    // nobody is to be called.
    void when_wanted(std::function<void()> wake);

private:
    void want();

    mutable std::mutex lock_;
    std::shared_ptr<const station::OfficeReport> report_ =
        std::make_shared<const station::OfficeReport>();
    station::ShownReport shown_;
    Wishes wishes_;
    std::function<void()> wake_;
};

}  // namespace wenlan::app
