// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <string>
#include <vector>

#include "base/result.h"
#include "gfx/graphics.h"
#include "gfx/worker.h"
#include "image/pixels.h"

namespace wenlan::gfx {

struct PictureJob {
    std::uint64_t ticket = 0;
    Picture picture;
};

struct PictureDone {
    std::uint64_t ticket = 0;
    base::Result<image::Pixels> pixels;
};

using PictureWorker = Worker<PictureJob, PictureDone>;

// Finds, decodes and cuts pictures; belongs to the worker's thread.
class PictureLoader {
public:
    explicit PictureLoader(std::vector<std::filesystem::path> folders)
        : folders_(std::move(folders)) {}

    PictureDone load(const PictureJob& job);

private:
    struct Source {
        std::string name;
        image::Pixels pixels;
    };

    base::Result<image::Pixels> make(const Picture& picture);
    base::Result<const image::Pixels*> source(const std::string& name);

    std::vector<std::filesystem::path> folders_;
    std::list<Source> sources_;  // a poster is often cut to several sizes at once
};

}  // namespace wenlan::gfx
