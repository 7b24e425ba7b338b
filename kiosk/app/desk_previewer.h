// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <mutex>
#include <sys/types.h>

#include "base/time.h"
#include "hub/desk/ports.h"

namespace wenlan::app {

// Has `wenlan-kiosk --preview` (preview.h) draw: one process, started with the first question and
// kept warm. One that fails or takes too long is ended, and the next question starts another. Any
// thread; one question at a time.
class DeskPreviewer final : public hub::desk::Previewer {
public:
    // `data`: the folder whose poster/ has the programme's pictures.
    DeskPreviewer(std::filesystem::path program, std::filesystem::path data)
        : program_(std::move(program)), data_(std::move(data)) {}
    ~DeskPreviewer() override;
    DeskPreviewer(const DeskPreviewer&) = delete;
    DeskPreviewer& operator=(const DeskPreviewer&) = delete;

    base::Result<std::string> draw(std::string_view draft) override;

    // The program that lies beside the running one.
    static std::filesystem::path kiosk_beside_this();

private:
    base::Result<std::string> ask(std::string_view draft);
    base::Result<void> start();
    void end();
    bool send(std::string_view bytes) const;
    bool receive(char* into, std::size_t bytes, base::Duration patience) const;

    const std::filesystem::path program_;
    const std::filesystem::path data_;
    std::mutex lock_;
    pid_t process_ = 0;
    int line_ = -1;  // a socket: what it is asked goes in, what it draws comes out
};

}  // namespace wenlan::app
