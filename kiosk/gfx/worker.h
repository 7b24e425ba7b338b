// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace wenlan::gfx {

// A thread that does jobs in the order they were asked for. Everything but the work itself is
// called from the frame's thread.
template <typename Job, typename Done>
class Worker {
public:
    using Work = std::function<Done(const Job&)>;

    using Begin = std::function<Work(const Worker&)>;

    // `begin` runs on the thread and gives what does the jobs; what that holds is destroyed there
    // too.
    explicit Worker(Begin begin) : thread_([this, start = std::move(begin)] { run(start); }) {}

    ~Worker() {
        stop_ = true;
        {
            const std::lock_guard lock(mutex_);
            jobs_.clear();
        }
        work_.notify_all();
        thread_.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void request(Job job) {
        {
            const std::lock_guard lock(mutex_);
            jobs_.push_back(std::move(job));
        }
        work_.notify_one();
    }

    // Removes jobs that have not been begun; true if there was one.
    template <typename Predicate>
    bool cancel(Predicate predicate) {
        const std::lock_guard lock(mutex_);
        const bool removed = std::erase_if(jobs_, predicate) > 0;
        if (jobs_.empty() && !busy_) idle_.notify_all();
        return removed;
    }

    std::vector<Done> take_done() {
        const std::lock_guard lock(mutex_);
        return std::exchange(done_, {});
    }

    void wait_until_idle() {
        std::unique_lock lock(mutex_);
        waited_for_ = true;
        idle_.wait(lock, [this] { return jobs_.empty() && !busy_; });
        waited_for_ = false;
    }

    // For the work: it should end early, or should not rest.
    bool stopping() const { return stop_; }
    bool waited_for() const { return waited_for_; }

private:
    void run(const Begin& start) {
        const Work work = start(*this);
        std::unique_lock lock(mutex_);
        while (true) {
            work_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
            if (stop_) return;
            const Job job = std::move(jobs_.front());
            jobs_.pop_front();
            busy_ = true;
            lock.unlock();
            Done done = work(job);
            lock.lock();
            busy_ = false;
            done_.push_back(std::move(done));
            if (jobs_.empty()) idle_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable work_;
    std::condition_variable idle_;
    std::deque<Job> jobs_;
    std::vector<Done> done_;
    bool busy_ = false;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> waited_for_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace wenlan::gfx
