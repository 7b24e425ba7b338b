// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fake_pages.h"

#include <algorithm>

#include "ui/fake_station.h"

namespace wenlan::test {

namespace {

constexpr int first_club = 500;
constexpr int challenge_id = 900;
constexpr int shelf_id = 901;
constexpr int notes_id = 902;

base::LocalText both(const std::string& text) { return {text, "E" + text}; }

model::EventCard listing(int id, domain::Kind kind, domain::Section section,
                         const std::string& title) {
    model::EventCard card = FakeStation::card(1);
    card.occasion = {};
    card.listing = {id};
    card.kind = kind;
    card.section = section;
    card.title = card.short_title = card.full_title = both(title);
    card.subtitle = both("一句话");
    card.seats = {};
    return card;
}

model::ClubCard club(int n) {
    model::ClubCard club;
    club.card = listing(first_club + n, domain::Kind::club, domain::Section::clubs, club_name(n));
    club.weekly = both("每天 06:30");
    club.members = 20 + n;
    club.recruiting = n % 2 == 0;
    club.places_open = club.recruiting ? 8 : 0;
    club.full = !club.recruiting;
    return club;
}

model::ChallengeFacts challenge_facts() { return {{{2026, 11, 1}, {2026, 11, 30}, 216}, 22, 30}; }

model::ClubFacts club_facts(int n) {
    model::ClubFacts facts;
    facts.club.members = 42;
    facts.club.places_open = n % 2 == 0 ? 8 : 0;
    facts.club.founded_year = 2009;
    facts.club.leader = both("陈师傅");
    facts.club.leader_role = both("领队");
    facts.weekly = both("每天 06:30");
    facts.week.resize(7);
    facts.week[0].start = base::CivilTime{{2026, 11, 23}, 6, 30};
    facts.week[6].start = base::CivilTime{{2026, 11, 22}, 7, 0};
    facts.week[6].today = true;
    return facts;
}

}  // namespace

std::string club_name(int n) { return "第" + std::to_string(n) + "社"; }

model::ClubsPage clubs_page(const model::ShowClubs& wanted) {
    model::ClubsPage page;
    page.filter = wanted.filter;
    page.chips = {{"music", both("音乐"), domain::Section::clubs, 1},
                  {empty_tag, both("钓鱼"), domain::Section::clubs, 2}};
    page.club_count = club_count;
    page.member_count = 4000;
    page.recruiting_count = club_count / 2;
    page.count = wanted.filter.recruiting_only ? club_count / 2 : club_count;
    if (wanted.filter.tag_key == empty_tag) page.count = 0;
    page.first = std::min(wanted.first, page.count);
    const int step = wanted.filter.recruiting_only ? 2 : 1;
    for (int i = page.first; i < std::min(page.count, page.first + window_size); ++i)
        page.cards.push_back(club(i * step));
    return page;
}

model::ReadingPage reading_page() {
    model::ReadingPage page;
    page.challenge = {
        listing(challenge_id, domain::Kind::challenge, domain::Section::reading, "三十日共读"),
        challenge_facts()};
    for (int n = 1; n <= 3; ++n) page.cards.push_back(FakeStation::card(n));
    page.count = 9;
    page.swap_shelf = listing(shelf_id, domain::Kind::service, domain::Section::reading, "换书角");
    page.notes = listing(notes_id, domain::Kind::call, domain::Section::reading, "荐书墙");
    return page;
}

model::VolunteeringPage volunteering_page() {
    model::VolunteeringPage page;
    page.year = {12480, 386, 21};
    for (int n = 1; n <= 3; ++n) {
        page.cards.push_back(FakeStation::card(n));
        page.cards.back().kind = domain::Kind::volunteering;
    }
    page.count = 3;
    return page;
}

model::NeighbourhoodPage neighbourhood_page() {
    model::NeighbourhoodPage page;
    for (int n = 1; n <= 3; ++n) {
        page.notices.push_back(listing(920 + n, domain::Kind::notice,
                                       domain::Section::neighbourhood, "公告" + std::to_string(n)));
    }
    page.notice_count = 3;
    return page;
}

model::ListPage list_page(const model::ShowList& wanted) {
    model::ListPage page;
    page.name = wanted.name;
    page.count = wanted.name == model::ListName::reading ? reading_count : 0;
    page.first = std::min(wanted.first, page.count);
    for (int i = page.first; i < std::min(page.count, page.first + window_size); ++i)
        page.cards.push_back(FakeStation::card(i + 1));
    return page;
}

std::shared_ptr<const model::EventDetail> listing_page(domain::ListingId id) {
    auto detail = std::make_shared<model::EventDetail>();
    const auto n = static_cast<int>(id.value);
    detail->body = both("台上唱一段，台下坐一会。");
    detail->organiser = both("图书馆");
    detail->url = "https://example.org/l/" + std::to_string(n);
    if (n == challenge_id) {
        detail->card = reading_page().challenge->card;
        detail->challenge = challenge_facts();
    } else if (n == shelf_id) {
        detail->card = *reading_page().swap_shelf;
        for (int i = 1; i <= 12; ++i) {
            const std::string number = std::to_string(i);
            detail->items.push_back(
                {both("《第" + number + "本》"), both("讲一座桥。"), both("某人"), 0});
        }
    } else if (n >= first_club && n < first_club + club_count) {
        detail->card = club(n - first_club).card;
        detail->card.join = domain::Join::sign_up;
        detail->venue = {7};
        detail->club = club_facts(n - first_club);
    } else {
        return nullptr;
    }
    return detail;
}

}  // namespace wenlan::test
