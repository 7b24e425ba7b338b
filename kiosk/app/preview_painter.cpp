// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview_painter.h"

#include <algorithm>
#include <utility>

#include "base/log.h"
#include "station/station.h"
#include "store/publish.h"
#include "ui/screens/stack.h"

namespace wenlan::app {
namespace {

constexpr gfx::Size first_size{540, 960};
// Long enough for every fade, short of the idle warning.
constexpr base::Duration between_frames{900};
constexpr int frames_max = 16;

// Where a listing of this kind is looked at.
ui::Place place_of(const PreviewRequest& request) {
    ui::Place place{.screen = request.page};
    if (request.page == ui::ScreenName::detail && request.draft_kind == domain::Kind::survey) {
        place.screen = ui::ScreenName::neighbourhood;
        place.section = domain::Section::neighbourhood;
    }
    return place;
}

}  // namespace

base::Result<std::unique_ptr<PreviewPainter>> PreviewPainter::create(Parts parts,
                                                                     const gfx::Folders& drawn) {
    std::unique_ptr<PreviewPainter> painter(new PreviewPainter(std::move(parts)));
    painter->typesetter_ = TRY(text::Typesetter::create(text::FontFiles::debian()));
    painter->surface_ = TRY(open_offscreen(first_size, drawn, *painter->typesetter_));
    painter->shell_ = ui::Shell::create(*painter->typesetter_);
    painter->publication_ = TRY(
        store::Publication::open(painter->parts_.disk, store::DataFolder{painter->parts_.scratch}));
    return painter;
}

base::Result<domain::ListingId> PreviewPainter::publish(const PreviewRequest& request,
                                                        base::Instant now) {
    TRY(publication_->replace(request.programme, store::Origin::desk));
    TRY(store::publish(*publication_, parts_.disk, store::DataFolder{parts_.scratch}, now));
    const store::Programme kept = TRY(publication_->programme());
    const auto draft =
        std::find_if(kept.listings.begin(), kept.listings.end(),
                     [&](const auto& one) { return one.listing.key == request.draft_key; });
    base::ensure(draft != kept.listings.end(), "the draft was put into the programme");
    return draft->listing.id;
}

base::Result<image::Pixels> PreviewPainter::paint(const PreviewRequest& request) {
    const base::Instant now = request.now.value_or(parts_.clock.now());
    const domain::ListingId draft = TRY(publish(request, now));
    const base::VirtualClock clock(now);
    station::Station station(clock, parts_.disk, parts_.scratch, {}, request.settings,
                             parts_.readings);
    ui::Place place = place_of(request);
    place.listing = draft;
    if (place.screen == ui::ScreenName::detail) {
        place.kind = request.draft_kind;
        station.handle({1, model::ShowEvent{{}, draft}});
        const auto& detail = station.view()->detail;
        if (!detail) {
            return base::Error{"preview.not-shown",
                               "A screen would not show this as it stands: it has no date yet."};
        }
        place.occasion = detail->card.occasion;
        place.section = detail->card.section;
    } else if (const auto intent = ui::intent_for(place, station.view()->header->now.date)) {
        station.handle({1, *intent});
    }
    return settle(request, place, station);
}

image::Pixels PreviewPainter::settle(const PreviewRequest& request, const ui::Place& place,
                                     station::Station& station) {
    gfx::Graphics& graphics = *surface_.graphics;
    shell_->stand_at(place, *station.view());
    for (int frame = 0; frame < frames_max; ++frame) {
        uptime_ += between_frames;
        const auto view = station.view();
        const ui::FrameResult result = shell_->frame(graphics, *view, {}, request.size, uptime_);
        for (const model::NumberedIntent& intent : result.intents) station.handle(intent);
        const bool waits = graphics.pictures_pending();
        if (waits) graphics.wait_for_pictures();
        if (!waits && result.intents.empty() && shell_->settled()) break;
    }
    return graphics.read_frame();
}

}  // namespace wenlan::app
