// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "gfx/graphics.h"
#include "model/view.h"
#include "store/programme.h"
#include "ui/screens/action.h"

namespace wenlan::app {

// What a picture is wanted of.
struct PreviewRequest {
    ui::ScreenName page = ui::ScreenName::detail;
    gfx::Size size{1080, 1920};
    model::VisitSettings settings;
    std::optional<base::Instant> now;  // none: the present
    store::Programme programme;        // with the draft
    std::string draft_key;
    domain::Kind draft_kind = domain::Kind::event;
};

// From its JSON (preview.h). "preview.bad-request" for what is none.
base::Result<PreviewRequest> parse_preview_request(std::string_view json);

}  // namespace wenlan::app
