// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/picture_textures.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "base/log.h"

namespace wenlan::gfx {

namespace {

bool fully_opaque(const image::Pixels& pixels) {
    for (std::size_t at = 3; at < pixels.rgba.size(); at += 4) {
        if (pixels.rgba[at] != 255) return false;
    }
    return true;
}

}  // namespace

bool PictureTextures::Before::operator()(const Picture& left, const Picture& right) const {
    const auto parts = [](const Picture& picture) {
        return std::tie(picture.name, picture.size.width, picture.size.height, picture.focus_x,
                        picture.focus_y);
    };
    return parts(left) < parts(right);
}

PictureTextures::PictureTextures(TextureTable& table, std::vector<std::filesystem::path> folders,
                                 std::size_t bytes_budget_max)
    : table_(table),
      bytes_budget_(bytes_budget_max),
      worker_([folders = std::move(folders)](const PictureWorker&) {
          return [loader = std::make_shared<PictureLoader>(folders)](const PictureJob& job) {
              return loader->load(job);
          };
      }) {}

PictureTextures::~PictureTextures() {
    for (auto& [picture, entry] : entries_) table_.remove(entry.texture);
}

Texture PictureTextures::texture(const Picture& picture) {
    const auto [at, added] = entries_.try_emplace(picture);
    Entry& entry = at->second;
    entry.last_used = frame_;
    if (added) {
        entry.ticket = next_ticket_++;
        worker_.request({entry.ticket, picture});
        return 0;
    }
    if (entry.state == State::loading) collect();
    if (entry.state == State::ready) {
        const std::size_t size = entry.pixels.rgba.size();
        const bool room =
            uploaded_this_frame_ == 0 || uploaded_this_frame_ + size <= upload_bytes_a_frame;
        if (room) upload(entry);
    }
    return entry.texture;
}

bool PictureTextures::pending() const {
    return std::any_of(entries_.begin(), entries_.end(), [this](const auto& pair) {
        const Entry& entry = pair.second;
        return recent(entry) && (entry.state == State::loading || entry.state == State::ready);
    });
}

void PictureTextures::wait() {
    worker_.wait_until_idle();
    collect();
    for (auto& [picture, entry] : entries_) {
        if (entry.state == State::ready) upload(entry);
    }
}

void PictureTextures::end_frame() {
    collect();
    drop_stale();
    make_room();
    ++frame_;
    uploaded_this_frame_ = 0;
}

void PictureTextures::collect() {
    for (PictureDone& done : worker_.take_done()) {
        const auto at = std::find_if(entries_.begin(), entries_.end(), [&done](const auto& pair) {
            return pair.second.ticket == done.ticket;
        });
        if (at == entries_.end()) continue;
        if (done.pixels) {
            at->second.pixels = std::move(done.pixels).value();
            at->second.state = State::ready;
        } else {
            at->second.state = State::failed;
            base::log::warning("picture " + at->first.name, done.pixels.error());
        }
    }
}

void PictureTextures::upload(Entry& entry) {
    const image::Pixels pixels = std::exchange(entry.pixels, {});
    entry.texture =
        table_.add(make_picture_texture(pixels.width, pixels.height, pixels.rgba.data()),
                   TextureKind::picture, fully_opaque(pixels));
    entry.state = State::shown;
    entry.bytes = pixels.rgba.size();
    bytes_ += entry.bytes;
    uploaded_this_frame_ += entry.bytes;
}

void PictureTextures::make_room() {
    while (bytes_ > bytes_budget_) {
        auto oldest = entries_.end();
        for (auto at = entries_.begin(); at != entries_.end(); ++at) {
            if (at->second.state != State::shown || recent(at->second)) continue;
            if (oldest == entries_.end() || at->second.last_used < oldest->second.last_used) {
                oldest = at;
            }
        }
        if (oldest == entries_.end()) return;
        bytes_ -= oldest->second.bytes;
        table_.remove(oldest->second.texture);
        entries_.erase(oldest);
    }
}

// What scrolled past before it was there is not decoded; what failed is tried again when a screen
// asks anew.
void PictureTextures::drop_stale() {
    for (auto at = entries_.begin(); at != entries_.end();) {
        const Entry& entry = at->second;
        bool drop = false;
        if (!recent(entry)) {
            drop =
                entry.state == State::failed || entry.state == State::ready ||
                (entry.state == State::loading && worker_.cancel([&entry](const PictureJob& job) {
                    return job.ticket == entry.ticket;
                }));
        }
        at = drop ? entries_.erase(at) : std::next(at);
    }
}

}  // namespace wenlan::gfx
