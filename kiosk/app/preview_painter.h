// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/preview_request.h"
#include "app/surface.h"
#include "base/ports.h"
#include "domain/readings.h"
#include "gfx/graphics.h"
#include "image/pixels.h"
#include "station/station.h"
#include "store/publication.h"
#include "text/typesetter.h"
#include "ui/shell.h"

namespace wenlan::app {

// Draws what a screen would show of a programme: publishes it into a folder of its own and lets a
// station and the screens show that. One thread.
class PreviewPainter {
public:
    struct Parts {
        base::Disk& disk;
        const base::Clock& clock;
        std::filesystem::path scratch;  // nothing else lies there
        const domain::Readings* readings = nullptr;
    };
    static base::Result<std::unique_ptr<PreviewPainter>> create(Parts parts,
                                                                const gfx::Folders& drawn);

    base::Result<image::Pixels> paint(const PreviewRequest& request);

private:
    explicit PreviewPainter(Parts parts) : parts_(std::move(parts)) {}

    base::Result<domain::ListingId> publish(const PreviewRequest& request, base::Instant now);
    image::Pixels settle(const PreviewRequest& request, const ui::Place& place,
                         station::Station& station);

    Parts parts_;
    std::unique_ptr<text::Typesetter> typesetter_;
    Surface surface_;
    std::unique_ptr<ui::Shell> shell_;
    std::unique_ptr<store::Publication> publication_;
    base::Duration uptime_{};
};

}  // namespace wenlan::app
