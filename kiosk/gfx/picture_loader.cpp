// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/picture_loader.h"

#include <algorithm>
#include <utility>

#include "gfx/files.h"
#include "image/scale.h"

namespace wenlan::gfx {

namespace {
constexpr std::size_t sources_max = 2;
constexpr int side_px_max = 8192;
}  // namespace

PictureDone PictureLoader::load(const PictureJob& job) { return {job.ticket, make(job.picture)}; }

base::Result<image::Pixels> PictureLoader::make(const Picture& picture) {
    const Size size = picture.size;
    if (size.width <= 0 || size.height <= 0 || size.width > side_px_max ||
        size.height > side_px_max) {
        return base::Error{"gfx.picture-size", "A picture cannot be drawn at this size.",
                           picture.name};
    }
    const image::Pixels* whole = TRY(source(picture.name));
    return image::cover(*whole, size.width, size.height, picture.focus_x, picture.focus_y);
}

base::Result<const image::Pixels*> PictureLoader::source(const std::string& name) {
    const auto kept = std::find_if(sources_.begin(), sources_.end(),
                                   [&name](const Source& source) { return source.name == name; });
    if (kept != sources_.end()) {
        sources_.splice(sources_.begin(), sources_, kept);
        return &sources_.front().pixels;
    }
    if (!plain_name(name)) {
        return base::Error{"gfx.picture-name", "A picture has a name that cannot be used.", name};
    }
    for (const auto& folder : folders_) {
        const auto path = find_picture(folder, name);
        if (!path) continue;
        sources_.push_front({name, TRY(read_picture(*path))});
        if (sources_.size() > sources_max) sources_.pop_back();
        return &sources_.front().pixels;
    }
    return base::Error{"gfx.no-picture", "A picture is missing.", name};
}

}  // namespace wenlan::gfx
