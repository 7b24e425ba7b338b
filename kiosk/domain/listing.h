// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/seats.h"

namespace wenlan::domain {

// What a listing is.
enum class Kind : std::uint8_t {
    event, club, reading, challenge, volunteering, call, service, survey, notice,
};

// The part of the centre that a listing or a tag belongs to; its pigment on the screen.
enum class Section : std::uint8_t { events, clubs, reading, volunteering, neighbourhood, mine };

// How one joins.
enum class Join : std::uint8_t { none, walk_in, sign_up, ask, anonymous };

enum class OccasionState : std::uint8_t { scheduled, moved, cancelled };

// Where a listing is put forward, besides its own section.
enum class Feature : std::uint8_t { none, home, attract, both };

struct Venue {
    VenueId id;
    base::LocalText name;        // 三楼书画室 / Calligraphy studio, 3F
    base::LocalText short_name;  // for tiles: 三楼书画室 / Studio 3F
    base::LocalText floor;       // 三楼 / 3F
    base::LocalText directions;  // 出电梯右转 / right from the lift
    std::string key = {};        // stable name across editions, unique: "studio-3f"
};

// A word residents filter by. The first tag of a listing is its type.
struct Tag {
    std::string key;  // "opera"
    base::LocalText name;
    Section section = Section::events;
    int filter_order = 0;  // place among the filter chips; 0: not a chip

    bool operator==(const Tag&) const = default;
};

struct Poster {
    std::string name;       // object name under poster/, or a built-in one: "02-opera"
    float focus_x = 0.5F;   // what must stay visible when cut, 0-1 from the left
    float focus_y = 0.46F;  // 0-1 from the top

    bool operator==(const Poster&) const = default;
};

struct Listing {
    ListingId id;
    std::string key;  // stable name across editions, unique: "opera-tour", or a calendar's UID
    Kind kind = Kind::event;
    Section section = Section::events;
    base::LocalText title;        // 越剧《打金枝》; one line on a card
    base::LocalText short_title;  // for three-up tiles; empty: the title
    base::LocalText full_title;   // with its series: 送戏下乡 · 越剧《打金枝》; empty: the title
    base::LocalText subtitle;     // one short fact beside the place: 王老师主讲
    base::LocalText body;         // paragraphs separated by a newline
    base::LocalText organiser;
    base::LocalText audience;  // 不限年龄
    base::LocalText seating;   // 不对号入座
    Poster poster;
    Join join = Join::none;
    Feature feature = Feature::none;
    base::LocalText feature_badge;  // 节目征集, 11月28日: the pill on its home card
    base::LocalText feature_line;   // 15 个社团同台; {days} is replaced by the days left
    std::optional<base::Instant> shown_from;
    std::optional<base::Instant> shown_until;
    std::optional<base::Instant> deadline;  // of a call
    std::vector<Tag> tags;
};

struct Occasion {
    OccasionId id;
    ListingId listing;
    VenueId venue;
    base::Instant start;
    base::Instant end;  // after start
    int capacity = 0;   // seats; 0: none are counted
    int walk_in_places = 0;
    std::optional<base::Instant> signup_opens;
    std::optional<base::Instant> signup_closes;
    OccasionState state = OccasionState::scheduled;
    base::LocalText reason;  // of a move or cancellation, for residents
};

struct OpeningHours {
    int opens_minute = 9 * 60;    // of the day
    int closes_minute = 21 * 60;  // of the day
};

struct Centre {
    base::LocalText name;
    std::string zone = "Asia/Shanghai";
    std::string public_url;  // what QR codes point to, without a trailing slash
    std::string phone;
    OpeningHours hours[7];  // Monday first
    std::vector<base::CivilDate> closure_days;
};

}  // namespace wenlan::domain
