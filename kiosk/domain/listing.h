// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/time.h"
#include "domain/form.h"
#include "domain/ids.h"
#include "domain/seats.h"

namespace wenlan::domain {

// What a listing is.
enum class Kind : std::uint8_t {
    event,
    club,
    reading,
    challenge,
    volunteering,
    call,
    service,
    survey,
    notice,
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
    int storey = 0;              // of the house, 1 is the ground floor; 0: elsewhere in town
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

// What a club says of itself besides its listing.
struct Club {
    int members = 0;
    int places_open = 0;   // for new members
    int founded_year = 0;  // 0: not said
    bool recruiting = false;
    base::LocalText weekly;       // 每天 06:30; empty: what the coming week's occasions show
    base::LocalText leader;       // 陈师傅
    base::LocalText leader_role;  // 领队
    base::LocalText leader_note;  // 带队 14 年，省社会体育指导员
    base::LocalText place_note;   // 雨天改在二楼排练厅 · 穿宽松衣裤、平底鞋
    std::optional<base::CivilDate> rests_until;  // on holiday: 停到 2 月 20 日

    bool operator==(const Club&) const = default;
};

// A reading challenge: a stamp for each of its days.
struct Challenge {
    base::CivilDate first_day;
    base::CivilDate last_day;  // included
    int readers = 0;

    bool operator==(const Challenge&) const = default;
};

// Something that a listing lists: a book on the swap shelf, a neighbour's note about a book, an
// answer with its share in a survey's result.
struct Item {
    base::LocalText title;  // 《边城》
    base::LocalText text;   // three sentences; may be empty
    base::LocalText by;     // its author, or the neighbour; may be empty
    int percent = 0;        // of a survey's result

    bool operator==(const Item&) const = default;
};

struct Listing {
    ListingId id;
    std::string key;  // stable name across editions, unique: "opera-tour", or a calendar's UID
    Kind kind = Kind::event;
    Section section = Section::events;
    base::LocalText title;        // 越剧《打金枝》; one line on a card
    base::LocalText short_title;  // for three-up tiles; empty: the title
    base::LocalText full_title;  // with its series: 送戏下乡 · 越剧《打金枝》; empty: the title
    base::LocalText subtitle;  // one short fact beside the place: 王老师主讲
    base::LocalText body;      // paragraphs separated by a newline
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
    base::LocalText needs;                  // of a service: what the hall has to have ready
    int answered = 0;                       // households that answered a survey
    std::vector<Tag> tags;
    std::optional<Club> club;            // of a club
    std::optional<Challenge> challenge;  // of a challenge
    std::vector<Item> items;
    Form form;
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

// The social worker whom residents can ask for at the screen.
struct Duty {
    base::LocalText name;   // 天宜社工小林
    base::LocalText place;  // 一楼服务台
    OpeningHours hours[7];  // Monday first; empty: not on that day
};

// What volunteers did this year; zeros are not shown.
struct VolunteerYear {
    int hours = 0;
    int volunteers = 0;
    int village_groups = 0;
};

struct Centre {
    base::LocalText name;
    std::string zone = "Asia/Shanghai";
    std::string public_url;  // what QR codes point to, without a trailing slash
    std::string phone;
    OpeningHours hours[7];  // Monday first
    std::vector<base::CivilDate> closure_days;
    base::LocalText address;
    base::LocalText closing_note;  // what residents should know of the hours; may be empty
    double latitude_deg = 28.23;   // of the house, for the sunset: Chumen in Yuhuan
    double longitude_deg = 121.28;
    Duty duty;
    VolunteerYear volunteer_year;
};

}  // namespace wenlan::domain
