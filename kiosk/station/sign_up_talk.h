// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "model/intent.h"
#include "model/view.h"
#include "station/sign_up_desk.h"
#include "station/standpoint.h"

namespace wenlan::station {

// A visit's questions about sign-ups, and the newest answer to each kind. One thread.
class SignUpTalk {
public:
    // Without a desk every question is answered at once: nothing can be taken here.
    void connect(SignUpDesk& desk) { desk_ = &desk; }

    // False: the intent is about something else. Null: no programme is shown. An error is the
    // programme's: it could not be read, and the question stays unasked.
    base::Result<bool> ask(const model::Intent& intent, std::uint64_t visit,
                           const Standpoint* standpoint);
    // True: there are answers of this visit that have not been shown.
    bool listen(std::uint64_t visit);
    // Everything is forgotten.
    void end(std::uint64_t visit);

    // Null: nothing was asked.
    base::Result<std::shared_ptr<const model::SignUpsPage>> page(
        const Standpoint* standpoint) const;

    // What staff are told; null: nothing of it has changed since.
    std::shared_ptr<const SignUpsWaiting> news_for_staff();

private:
    base::Result<void> take(const model::TakeSignUp& wanted, std::uint64_t visit,
                            const Standpoint* standpoint);
    void hand_in(SignUpQuestion question);
    void answer(SignUpAnswer answer);

    SignUpDesk* desk_ = nullptr;
    std::optional<model::SignUpsPage> page_;
    bool unseen_ = false;
    std::shared_ptr<const SignUpsWaiting> told_;
};

// The rows of what waits, with the titles that the programme has for them.
base::Result<model::StaffOutbox> staff_outbox(const SignUpsWaiting& waiting,
                                              const Standpoint* standpoint, const base::Zone& zone);

}  // namespace wenlan::station
