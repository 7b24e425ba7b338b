// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "gfx/graphics.h"
#include "image/pixels.h"

namespace wenlan::gfx {

// Decodes and cuts pictures on a thread of its own. Called from the frame's thread.
class PictureLoader {
public:
    struct Done {
        std::uint64_t ticket = 0;
        base::Result<image::Pixels> pixels;
    };

    explicit PictureLoader(std::vector<std::filesystem::path> folders);
    ~PictureLoader();
    PictureLoader(const PictureLoader&) = delete;
    PictureLoader& operator=(const PictureLoader&) = delete;

    void request(std::uint64_t ticket, const Picture& picture);
    // True if it had not been begun and will not be done.
    bool cancel(std::uint64_t ticket);
    std::vector<Done> take_done();
    void wait_until_idle();

private:
    struct Job {
        std::uint64_t ticket = 0;
        Picture picture;
    };
    struct Source {
        std::string name;
        image::Pixels pixels;
    };

    void run();
    base::Result<image::Pixels> make(const Picture& picture);
    base::Result<const image::Pixels*> source(const std::string& name);

    const std::vector<std::filesystem::path> folders_;
    std::list<Source> sources_;  // the thread's own: a poster is often cut to several sizes at once

    std::mutex mutex_;
    std::condition_variable work_;
    std::condition_variable idle_;
    std::deque<Job> jobs_;
    std::vector<Done> done_;
    bool busy_ = false;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace wenlan::gfx
