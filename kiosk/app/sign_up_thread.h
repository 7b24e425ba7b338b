// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/kiosk_sign_ups.h"

namespace wenlan::app {

// Sign-ups on a thread of their own: residents' questions first, delivery when there are none.
class SignUpThread final : public station::SignUpDesk {
public:
    // `answered` is called on this thread whenever there is an answer or something else is known to
    // wait; it must be quick.
    SignUpThread(std::unique_ptr<KioskSignUps> sign_ups, HubContact& contact);
    ~SignUpThread() override;
    SignUpThread(const SignUpThread&) = delete;
    SignUpThread& operator=(const SignUpThread&) = delete;

    // Questions wait until it has begun.
    void begin(std::function<void()> answered);
    // A sign-up that was handed in is still taken; returns within a second or two. `answered` is
    // not called again.
    void end();

    void ask(station::SignUpQuestion question) override;
    std::vector<station::SignUpAnswer> take_answers() override;
    void end_visit(std::uint64_t visit) override;
    std::shared_ptr<const station::SignUpsWaiting> waiting() const override;

private:
    struct Job {
        std::optional<station::SignUpQuestion> question;  // none: the visit ends
        std::uint64_t visit = 0;
    };
    void run();
    void work(Job job);
    void deliver();
    void hand_in(Job job);

    std::unique_ptr<KioskSignUps> sign_ups_;
    HubContact& contact_;
    std::function<void()> answered_;
    mutable std::mutex lock_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    std::vector<station::SignUpAnswer> answers_;
    std::shared_ptr<const station::SignUpsWaiting> waiting_;
    bool delivering_ = false;
    bool wanted_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace wenlan::app
