// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "app/input_child_main.h"
#include "base/locked_memory.h"
#include "base/log.h"
#include "text/wipe.h"

extern char** environ;

namespace wenlan::app {
namespace {

using text::input::Answer;
using text::input::Question;

// The first replacement comes at once; one that dies at its birth is not tried faster than this.
constexpr base::Duration pause_max{800};
// Nobody is told of the greeting: it has a number that no question has.
constexpr std::uint64_t greeting = 0;
constexpr std::chrono::seconds wait_max{5};

}  // namespace

InputChild::InputChild(std::filesystem::path program, std::function<void()> wake, Start begin)
    : program_(std::move(program)),
      wake_(std::move(wake)),
      bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      waiting_to_begin_(begin == Start::waiting),
      thread_([this] { run(); }) {}

InputChild::~InputChild() {
    {
        const std::lock_guard lock(lock_);
        stopping_ = true;
    }
    signal();
    thread_.join();
    ::close(bell_);
}

void InputChild::begin() {
    {
        const std::lock_guard lock(lock_);
        waiting_to_begin_ = false;
    }
    signal();
}

void InputChild::ask(Question question) {
    {
        const std::lock_guard lock(lock_);
        if (process_ == 0 || renew_) {
            wipe(question);
            return;
        }
        enqueue(question);
    }
    wipe(question);
    signal();
}

void InputChild::enqueue(const Question& question) {
    std::string message = text::input::encode(question);
    std::string framed = text::input::framed(message);
    outgoing_.append(framed);
    text::wipe(message);
    text::wipe(framed);
    ++unanswered_;
}

std::optional<Answer> InputChild::answer() {
    const std::lock_guard lock(lock_);
    if (answers_.empty()) return std::nullopt;
    Answer first = std::move(answers_.front());
    answers_.pop_front();
    return first;
}

std::uint64_t InputChild::losses() const {
    const std::lock_guard lock(lock_);
    return losses_;
}

bool InputChild::has_pinyin() const {
    const std::lock_guard lock(lock_);
    return pinyin_ && process_ != 0;
}

bool InputChild::has_handwriting() const {
    const std::lock_guard lock(lock_);
    return handwriting_ && process_ != 0;
}

pid_t InputChild::process() const {
    const std::lock_guard lock(lock_);
    return process_;
}

void InputChild::set_words(const text::input::Words& words) {
    {
        const std::lock_guard lock(lock_);
        if (words == words_) return;
        words_ = words;
        if (process_ == 0 || renew_ || !words_) return;
        enqueue({.number = greeting, .kind = Question::Kind::words, .words = *words_});
    }
    signal();
}

void InputChild::next_visitor() {
    {
        const std::lock_guard lock(lock_);
        renew_ = true;
        pinyin_ = handwriting_ = greeted_ = false;
        for (Answer& one : answers_) wipe(one);
        answers_.clear();
        text::wipe(outgoing_);
        unanswered_ = 0;
    }
    signal();
}

void InputChild::wait_for_answers() {
    std::unique_lock lock(lock_);
    changed_.wait_for(lock, wait_max, [this] {
        return stopping_ || cannot_start_ ||
               (!renew_ && unanswered_ == 0 && process_ != 0 && greeted_);
    });
}

void InputChild::signal() const {
    const std::uint64_t one = 1;
    static_cast<void>(!::write(bell_, &one, sizeof one));
}

void InputChild::run() {
    while (true) {
        {
            std::unique_lock lock(lock_);
            if (stopping_) break;
            if (std::exchange(renew_, false)) {
                lock.unlock();
                stop();
                base::wipe_stack_below();
                pause_ = {};
                lock.lock();
            }
        }
        bool held = false;
        {
            const std::lock_guard lock(lock_);
            held = waiting_to_begin_;
        }
        if (socket_ < 0 && !held) start();
        talk(held);
    }
    stop();
}

void InputChild::start() {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], input_descriptor);
    std::string name = "wenlan-kiosk", option = "--input-child";
    std::array<char*, 3> words{name.data(), option.data(), nullptr};
    pid_t process = 0;
    const int failed =
        ::posix_spawn(&process, program_.c_str(), &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) {
        ::close(ends[0]);
        base::log::warning("the process for typing cannot be started");
        pause_ = pause_max;
        const std::lock_guard lock(lock_);
        cannot_start_ = true;
        changed_.notify_all();
        return;
    }
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    socket_ = ends[0];
    const std::lock_guard lock(lock_);
    process_ = process;
    greeted_ = false;
    unanswered_ = 0;
    text::wipe(outgoing_);
    Question hello{.number = greeting, .kind = Question::Kind::words};
    if (words_) hello.words = *words_;
    enqueue(hello);
}

void InputChild::stop() {
    pid_t process = 0;
    {
        const std::lock_guard lock(lock_);
        process = std::exchange(process_, 0);
        pinyin_ = handwriting_ = false;
    }
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    stream_.wipe();
    if (process <= 0) return;
    ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
}

// Passes bytes on until something has to be done anew.
void InputChild::talk(bool held) {
    bool writing = false;
    {
        const std::lock_guard lock(lock_);
        writing = !outgoing_.empty();
    }
    std::array<pollfd, 2> both{
        {{bell_, POLLIN, 0},
         {socket_, static_cast<short>(writing ? POLLIN | POLLOUT : POLLIN), 0}}};
    const bool alive = socket_ >= 0;
    const int timeout_ms = alive || held ? -1 : static_cast<int>(pause_.count());
    const int ready = ::poll(both.data(), alive ? 2 : 1, timeout_ms);
    if (ready < 0 && errno != EINTR) return;
    if ((both[0].revents & POLLIN) != 0) {
        std::uint64_t rung = 0;
        static_cast<void>(!::read(bell_, &rung, sizeof rung));
    }
    if (!alive) return;
    if ((both[1].revents & POLLOUT) != 0) flush();
    if ((both[1].revents & (POLLIN | POLLHUP | POLLERR)) == 0) return;
    std::array<char, 16384> part{};
    const ssize_t got = ::read(socket_, part.data(), part.size());
    if (got > 0) {
        take({part.data(), static_cast<std::size_t>(got)});
        ::explicit_bzero(part.data(), static_cast<std::size_t>(got));
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
        lose();
    }
}

void InputChild::flush() {
    const std::lock_guard lock(lock_);
    const ssize_t sent = ::send(socket_, outgoing_.data(), outgoing_.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    ::explicit_bzero(outgoing_.data(), static_cast<std::size_t>(sent));
    outgoing_.erase(0, static_cast<std::size_t>(sent));
}

void InputChild::take(std::string_view bytes) {
    stream_.add(bytes);
    std::string message;
    while (true) {
        const auto whole = stream_.next(message);
        if (!whole) return lose();
        if (!whole.value()) break;
        auto answer = text::input::decode_answer(message);
        text::wipe(message);
        if (!answer) return lose();
        const std::lock_guard lock(lock_);
        if (renew_) continue;
        unanswered_ -= std::min<std::uint64_t>(unanswered_, 1);
        pinyin_ = answer.value().pinyin;
        handwriting_ = answer.value().handwriting;
        greeted_ = true;
        if (answer.value().number != greeting) answers_.push_back(std::move(answer).value());
    }
    pause_ = {};
    changed_.notify_all();
    if (wake_) wake_();
}

void InputChild::lose() {
    bool had_worked = false;
    {
        const std::lock_guard lock(lock_);
        had_worked = greeted_;
        ++losses_;
        unanswered_ = 0;
        answers_.clear();
        text::wipe(outgoing_);
    }
    stop();
    pause_ = had_worked ? base::Duration{0} : pause_max;
    if (!had_worked) {
        // Until the pause is over, or there is something else to do.
        pollfd bell{bell_, POLLIN, 0};
        ::poll(&bell, 1, static_cast<int>(pause_.count()));
    }
    base::log::warning("the process for typing was lost; another one is started");
    changed_.notify_all();
    if (wake_) wake_();
}

}  // namespace wenlan::app
