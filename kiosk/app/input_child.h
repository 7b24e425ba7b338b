// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <sys/types.h>
#include <thread>

#include "base/time.h"
#include "text/input/engine.h"

namespace wenlan::app {

// The engines for typing in a process of their own, which ends with the visit: a crash there costs
// a keystroke, and what was typed goes with it. A thread talks with it; the frame's thread never
// waits. A process that dies is replaced, at once the first time, then after a pause.
class InputChild final : public text::input::InputEngine {
public:
    // `program --input-child` is the process; `wake` is called on the thread when there is news.
    // `waiting`: the first process is started by begin(), so that it takes nothing from the first
    // picture.
    enum class Start { at_once, waiting };
    InputChild(std::filesystem::path program, std::function<void()> wake,
               Start start = Start::at_once);
    ~InputChild() override;
    InputChild(const InputChild&) = delete;
    InputChild& operator=(const InputChild&) = delete;

    void ask(text::input::Question question) override;
    std::optional<text::input::Answer> answer() override;
    std::uint64_t losses() const override;
    bool has_pinyin() const override;
    bool has_handwriting() const override;
    void set_words(const text::input::Words& words) override;
    void next_visitor() override;
    void wait_for_answers() override;

    void begin();
    pid_t process() const;  // 0: there is none just now

private:
    void run();
    void start();
    void stop();
    void talk(bool held);
    void lose();
    void take(std::string_view bytes);
    void flush();
    void signal() const;
    void enqueue(const text::input::Question& question);  // under the lock

    const std::filesystem::path program_;
    const std::function<void()> wake_;
    int bell_ = -1;  // wakes the thread

    // Of the thread alone.
    int socket_ = -1;
    text::input::MessageStream stream_;
    base::Duration pause_{};  // before the next start

    mutable std::mutex lock_;
    std::condition_variable changed_;
    std::string outgoing_;
    std::deque<text::input::Answer> answers_;
    text::input::Words words_;
    std::uint64_t unanswered_ = 0;
    std::uint64_t losses_ = 0;
    pid_t process_ = 0;
    bool pinyin_ = false, handwriting_ = false;
    bool greeted_ = false;  // this process has answered
    bool cannot_start_ = false;
    bool waiting_to_begin_ = false;
    bool renew_ = false;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace wenlan::app
