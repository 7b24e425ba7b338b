// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sign_up_thread.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace wenlan::app {

SignUpThread::SignUpThread(std::unique_ptr<KioskSignUps> sign_ups, HubContact& contact)
    : sign_ups_(std::move(sign_ups)), contact_(contact), waiting_(sign_ups_->waiting()) {}

void SignUpThread::begin(std::function<void()> answered) {
    answered_ = std::move(answered);
    thread_ = std::thread([this] { run(); });
    contact_.when_changed([this] {
        const std::lock_guard guard(lock_);
        wanted_ = true;
        changed_.notify_all();
    });
}

SignUpThread::~SignUpThread() { end(); }

void SignUpThread::end() {
    contact_.when_changed({});
    {
        const std::lock_guard guard(lock_);
        stopping_ = true;
    }
    sign_ups_->stop();
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void SignUpThread::ask(station::SignUpQuestion question) {
    const std::uint64_t visit = question.visit;
    hand_in({std::move(question), visit});
}

void SignUpThread::end_visit(std::uint64_t visit) { hand_in({std::nullopt, visit}); }

void SignUpThread::hand_in(Job job) {
    const std::lock_guard guard(lock_);
    if (!job.question) {
        // Who has gone asks nothing any more; a sign-up is not a question.
        std::erase_if(jobs_, [&job](const Job& other) {
            return other.visit == job.visit && other.question &&
                   !std::holds_alternative<station::SignUpRequest>(other.question->what);
        });
        answers_.clear();
    }
    jobs_.push_back(std::move(job));
    if (delivering_) sign_ups_->hurry();
    changed_.notify_all();
}

std::vector<station::SignUpAnswer> SignUpThread::take_answers() {
    const std::lock_guard guard(lock_);
    return std::exchange(answers_, {});
}

std::shared_ptr<const station::SignUpsWaiting> SignUpThread::waiting() const {
    const std::lock_guard guard(lock_);
    return waiting_;
}

void SignUpThread::run() {
    // A clock may stand still or jump: never longer than this without a look at it.
    constexpr base::Duration wait_max = std::chrono::seconds{30};
    constexpr base::Duration wait_min = std::chrono::milliseconds{100};
    deliver();
    std::unique_lock guard(lock_);
    while (true) {
        const base::Duration wait = std::clamp(sign_ups_->due_in(), wait_min, wait_max);
        changed_.wait_for(guard, wait, [this] { return stopping_ || wanted_ || !jobs_.empty(); });
        if (!jobs_.empty()) {
            Job job = std::move(jobs_.front());
            jobs_.pop_front();
            guard.unlock();
            work(std::move(job));
            guard.lock();
            continue;
        }
        if (stopping_) return;
        wanted_ = false;
        guard.unlock();
        deliver();
        guard.lock();
    }
}

void SignUpThread::work(Job job) {
    if (!job.question) return sign_ups_->end_visit(job.visit);
    station::SignUpAnswer answer = sign_ups_->serve(*job.question);
    {
        const std::lock_guard guard(lock_);
        answers_.push_back(std::move(answer));
        waiting_ = sign_ups_->waiting();
    }
    answered_();
}

void SignUpThread::deliver() {
    {
        const std::lock_guard guard(lock_);
        if (stopping_ || !jobs_.empty()) return;
        sign_ups_->go_on();
        delivering_ = true;
    }
    sign_ups_->tick();
    bool news = false;
    {
        const std::lock_guard guard(lock_);
        delivering_ = false;
        news = std::exchange(waiting_, sign_ups_->waiting()) != waiting_;
    }
    if (news) answered_();
}

}  // namespace wenlan::app
