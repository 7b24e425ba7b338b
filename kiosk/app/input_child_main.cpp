// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_child_main.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/input_confinement.h"
#include "base/log.h"
#include "base/write_all.h"
#include "text/input/engines.h"
#include "text/readings.h"

namespace wenlan::app {
namespace {

using text::input::MessageStream;

// Neither swap nor a core dump may hold what a visitor types.
void keep_to_itself() {
    ::prctl(PR_SET_DUMPABLE, 0);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    rlimit lockable{};
    ::getrlimit(RLIMIT_MEMLOCK, &lockable);
    // Under a limit every later allocation would fail.
    if (lockable.rlim_cur == RLIM_INFINITY || ::geteuid() == 0)
        ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
}

}  // namespace

int run_input_child(int descriptor) {
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close_range(static_cast<unsigned>(descriptor) + 1, ~0U, 0);
    base::log::set_level(base::log::Level::error);
    keep_to_itself();
    text::input::Engines engines(text::pinyin_model());
    confine_input_child();
    MessageStream stream;
    std::string message;
    std::array<char, 16384> part{};
    while (true) {
        const auto whole = stream.next(message);
        if (!whole) return 1;
        if (whole.value()) {
            const auto question = text::input::decode_question(message);
            if (!question) return 1;
            const auto answer = engines.answer(question.value());
            if (!base::write_all(descriptor, text::input::framed(text::input::encode(answer))))
                return 1;
            continue;
        }
        const ssize_t got = ::read(descriptor, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return 0;
        stream.add({part.data(), static_cast<std::size_t>(got)});
    }
}

}  // namespace wenlan::app
