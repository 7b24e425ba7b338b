// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/station.h"

#include <chrono>
#include <cstdlib>
#include <utility>

#include "base/locked_memory.h"
#include "base/log.h"
#include "station/attract_page.h"
#include "station/header.h"
#include "station/home_page.h"
#include "station/opening.h"
#include "store/demonstration.h"
#include "store/publish.h"

namespace wenlan::station {

namespace {

constexpr std::chrono::seconds poll_every{1};
// While the program runs, a demonstration is laid out anew before its dated events run out.
constexpr int demonstration_days_max = 7;

template <typename Page>
std::shared_ptr<const Page> shared(Page page) {
    return std::make_shared<const Page>(std::move(page));
}

std::int64_t minute_of(base::Instant instant) {
    return std::chrono::floor<std::chrono::minutes>(instant).time_since_epoch().count();
}

}  // namespace

Station::Station(const base::Clock& clock, base::Disk& disk, std::filesystem::path data,
                 std::filesystem::path demo, model::VisitSettings lobby,
                 const domain::Readings* readings)
    : clock_(clock),
      disk_(disk),
      folder_{std::move(data)},
      demo_(std::move(demo)),
      reader_(disk, folder_),
      english_(readings),
      search_(disk, folder_, readings),
      lobby_(lobby),
      visit_(0, lobby),
      staff_(clock, disk, folder_.root) {
    seed();
    calendar_day_ = today();
    show_nothing();
    show_newest();
}

// An empty folder gets the demonstration; one whose newest programme is the demonstration of
// another day gets it laid out around today.
void Station::seed() {
    const bool empty = !disk_.exists(folder_.current()) && !disk_.exists(folder_.publication()) &&
                       store::versions_present(disk_, folder_).empty();
    if (!empty) {
        poll_snapshot();
        republish_if_outdated();
        const auto snapshot = reader_.snapshot();
        if (!snapshot || reader_.source() != store::SnapshotSource::current) return;
        if (store::is_followed(snapshot->name())) return;
        if (!snapshot->demonstration() || snapshot->laid_out_on() == today()) return;
    }
    const auto laid_out = store::lay_out_demonstration(disk_, folder_, demo_, clock_.now());
    if (!laid_out) base::log::error("laying out the demonstration", laid_out.error());
    polled_at_.reset();
}

// After an update of the program: the publication is brought to the new schema and published.
void Station::republish_if_outdated() {
    if (!reader_.outdated() || !disk_.exists(folder_.publication())) return;
    // What a hub published is the hub's to publish again.
    const auto current = store::read_current(disk_, folder_);
    if (current && store::is_followed(current.value())) return;
    const auto published = store::republish(disk_, folder_, clock_.now());
    if (!published) {
        base::log::error("publishing the programme again", published.error());
        return;
    }
    polled_at_.reset();
    poll_snapshot();
}

void Station::follow_the_calendar() {
    if (today() == calendar_day_) return;
    calendar_day_ = today();
    const auto snapshot = reader_.snapshot();
    if (!snapshot || !snapshot->demonstration() || !snapshot->laid_out_on()) return;
    if (store::is_followed(snapshot->name())) return;
    if (std::abs(snapshot->laid_out_on()->days_until(today())) >= demonstration_days_max) seed();
}

// True: another snapshot, or the same in another role.
bool Station::poll_snapshot() {
    const base::Duration uptime = clock_.uptime();
    if (polled_at_ && uptime - *polled_at_ < poll_every) return false;
    polled_at_ = uptime;
    auto changed = reader_.poll(uptime);
    if (!changed && mend()) changed = reader_.poll(uptime);
    if (!changed) {
        base::log::error("opening the programme", changed.error());
        return false;
    }
    if (!changed.value()) return false;
    // Known to exist: a snapshot is checked for it.
    auto zone = base::Zone::named(reader_.snapshot()->centre().zone);
    if (zone) zone_ = std::move(zone).value();
    return true;
}

void Station::connect(Office& office) {
    office_ = &office;
    show_newest();
    tell_office();
}

// True: residents, or staff who look, are told something else of the line to the office.
bool Station::follow_office() {
    if (office_ == nullptr) return false;
    bool changed = false;
    auto report = office_->report();
    if (report != report_) {
        changed = staff_.open();
        const bool other_seats = report->changes != report_->changes;
        report_ = std::move(report);
        if (other_seats && reader_.reread_seats()) changed = true;
    }
    const SyncShown sync = sync_shown(*report_, clock_.now(), zone_);
    if (sync == sync_) return changed;
    sync_ = sync;
    return true;
}

void Station::tell_office() {
    if (office_ == nullptr) return;
    const ShownReport shown{.snapshot = shown_ ? shown_->name() : "",
                            .current = reader_.source() == store::SnapshotSource::current,
                            .outbox = staff_.outbox().count};
    if (told_ == shown) return;
    told_ = shown;
    office_->shows(shown);
}

// The factory's programme is made anew from the demonstration's files.
bool Station::mend() {
    const auto rebuilt = store::rebuild_factory(disk_, folder_, demo_, clock_.now());
    if (!rebuilt) {
        base::log::error("making the factory's programme anew", rebuilt.error());
        return false;
    }
    base::log::warning("the factory's programme was made anew");
    reader_.look_again();
    return true;
}

void Station::tick() {
    show_newest(inspect());
    if (sign_ups_.listen(visit_.number)) {
        show_sign_ups();
        publish();
    }
    make_ready_to_search();
    spell_ahead();
    tell_office();
}

// What nobody should have to wait for is left to the ticks.
void Station::show_newest(bool switched) {
    follow_the_calendar();
    if (poll_snapshot() || reader_.snapshot() != shown_) switched = true;
    const bool told = follow_outbox();
    const bool news = follow_office() || told;
    const bool new_minute = minute_of(clock_.now()) != minute_;
    staff_.use().keep(clock_.uptime());
    if (!switched && !new_minute && !news) return;
    if (switched) {
        events_frame_.reset();
        shown_at_ = clock_.uptime();
    }
    refresh(all);
    publish();
}

void Station::show_sign_ups() {
    const std::optional<Standpoint> at = shown_ ? std::optional(standpoint()) : std::nullopt;
    auto page = sign_ups_.page(at ? &*at : nullptr);
    if (!page) {
        give_up_snapshot(page.error());
        page = sign_ups_.page(nullptr);
    }
    if (page) next_.sign_ups = std::move(page).value();
}

// True: staff who look are told something else.
bool Station::follow_outbox() {
    const auto waiting = sign_ups_.news_for_staff();
    if (!waiting) return false;
    const std::optional<Standpoint> at = shown_ ? std::optional(standpoint()) : std::nullopt;
    auto outbox = staff_outbox(*waiting, at ? &*at : nullptr, zone_);
    if (!outbox) outbox = staff_outbox(*waiting, nullptr, zone_);
    if (outbox) staff_.set_outbox(std::move(outbox).value());
    return staff_.open();
}

// A snapshot is shown as soon as it looks whole, and read to its end in the ticks after that. True:
// it was damaged, and another one is open now.
bool Station::inspect() {
    constexpr std::chrono::milliseconds time_max{6};
    int pieces = 64;  // where the clock stands still
    const base::Duration began = clock_.uptime();
    const bool sound =
        reader_.inspect([&] { return pieces-- > 0 && clock_.uptime() - began < time_max; });
    if (sound) return false;
    polled_at_.reset();
    poll_snapshot();
    return true;
}

void Station::make_ready_to_search() {
    constexpr std::chrono::milliseconds time_max{8};
    int pieces = 64;  // where the clock stands still
    const base::Duration began = clock_.uptime();
    const bool ready = search_.work(
        shown_, clock_.now(), [&] { return pieces-- > 0 && clock_.uptime() - began < time_max; });
    if (!ready || visit_.sought.query.empty()) return;
    refresh({.search = true});
    publish();
}

// Who presses EN does not wait for the spelling of what is on today.
void Station::spell_ahead() {
    constexpr std::chrono::seconds wait{2};  // for the first frame
    if (spelled_ == shown_ || busy() || clock_.uptime() - shown_at_ < wait) return;
    spelled_ = shown_;
    if (english_.read() || !shown_) return;
    english_.read(true);
    const auto built = build(all);
    if (!built) base::log::warning("spelling the programme", built.error());
    english_.rest();
    english_.read(false);
    events_frame_.reset();
}

void Station::handle(const model::NumberedIntent& intent) {
    model::Outcome outcome = model::Outcome::done;
    const Parts parts = apply(intent.intent, outcome);
    next_.outcome = outcome;
    refresh(parts);
    if (sign_ups_.listen(visit_.number)) show_sign_ups();
    next_.intent_done = intent.number;
    publish();
}

Station::Parts Station::apply(const model::Intent& intent, model::Outcome& outcome) {
    if (const auto* language = std::get_if<model::SetLanguage>(&intent)) {
        visit_.settings.language = language->language;
        return {};
    }
    if (const auto* large = std::get_if<model::SetLargeText>(&intent)) {
        visit_.settings.large_text = large->on;
        return {};
    }
    if (const auto* contrast = std::get_if<model::SetHighContrast>(&intent)) {
        visit_.settings.high_contrast = contrast->on;
        return {};
    }
    if (const auto* wanted = std::get_if<model::ShowDay>(&intent)) {
        const int ahead = today().days_until(wanted->day);
        if (ahead < 0 || ahead >= strip_days) {
            outcome = model::Outcome::not_found;
            return {};
        }
        visit_.day = wanted->day;
        visit_.filter = wanted->filter;
        return {.events = true};
    }
    if (const auto* search = std::get_if<model::Search>(&intent)) {
        visit_.sought.ask(*search);
        return {.search = true};
    }
    if (serve_staff(intent, outcome) || serve_sign_ups(intent)) return {};
    if (const auto* end = std::get_if<model::EndVisit>(&intent)) {
        staff_.use().count(zone_.local(clock_.now()), end->touches, end->touches > 0 ? 1 : 0);
        staff_.close();
        sign_ups_.end(visit_.number);
        next_.sign_ups = nullptr;
        visit_ = Visit(visit_.number + 1, lobby_);
        base::wipe_stack_below();
        return {.events = true, .detail = true, .browsing = true, .search = true};
    }
    outcome = answer(intent);
    return {};
}

// What the panel behind the seal asks for; false: it is for residents.
bool Station::serve_staff(const model::Intent& intent, model::Outcome& outcome) {
    const auto must_be_open = [&] {
        if (!staff_.open() || office_ == nullptr) outcome = model::Outcome::not_found;
        return outcome == model::Outcome::done;
    };
    if (std::holds_alternative<model::OpenStaff>(intent)) {
        staff_.ask(zone_);
    } else if (const auto* code = std::get_if<model::EnterStaffCode>(&intent)) {
        staff_.enter(code->code, zone_);
    } else if (std::holds_alternative<model::CloseStaff>(intent)) {
        staff_.close();
    } else if (std::holds_alternative<model::AskOffice>(intent)) {
        if (must_be_open()) office_->ask_now();
    } else if (const auto* pairing = std::get_if<model::PairWithOffice>(&intent)) {
        if (must_be_open()) office_->pair(pairing->code);
    } else if (std::holds_alternative<model::NoteTouchTest>(intent)) {
        if (staff_.open()) staff_.note_touch_test(today());
    } else {
        return false;
    }
    return true;
}

bool Station::serve_sign_ups(const model::Intent& intent) {
    const std::optional<Standpoint> at = shown_ ? std::optional(standpoint()) : std::nullopt;
    const auto asked = sign_ups_.ask(intent, visit_.number, at ? &*at : nullptr);
    if (asked) return asked.value();
    give_up_snapshot(asked.error());
    const auto again = sign_ups_.ask(intent, visit_.number, nullptr);
    return again && again.value();
}

// What opens a page, of the snapshot that is shown.
model::Outcome Station::answer(const model::Intent& intent) {
    if (!shown_) return model::Outcome::not_found;
    const auto* event = std::get_if<model::ShowEvent>(&intent);
    const auto opened = event != nullptr ? open_detail(*event)
                                         : open_page(standpoint(), intent, visit_.browsing, next_);
    if (opened) return opened.value();
    give_up_snapshot(opened.error());
    return model::Outcome::not_found;
}

base::Result<model::Outcome> Station::open_detail(const model::ShowEvent& wanted) {
    auto detail = TRY(detail_page(standpoint(), wanted.occasion, wanted.listing));
    if (!detail) return model::Outcome::not_found;
    visit_.detail = std::move(detail->place);
    next_.detail = shared(std::move(detail->page));
    return model::Outcome::done;
}

// It turned out to be damaged while it was read: another one is taken.
void Station::give_up_snapshot(const base::Error& error) {
    base::log::error("reading the programme", error);
    reader_.discard();
    polled_at_.reset();
    poll_snapshot();
}

void Station::refresh(Parts parts) {
    const bool english = visit_.settings.language == base::Language::en;
    if (english != english_.read()) events_frame_.reset();
    english_.read(english);
    constexpr int tries_max = 4;
    for (int tries = 0; tries < tries_max && reader_.snapshot(); ++tries) {
        if (shown_ != reader_.snapshot()) {
            shown_ = reader_.snapshot();
            events_frame_.reset();
            parts = all;
        }
        const auto built = build(parts);
        if (built) return;
        give_up_snapshot(built.error());
    }
    shown_ = reader_.snapshot();
    show_nothing();
}

base::Result<void> Station::build(Parts parts) {
    const Standpoint at = standpoint();
    if (!events_frame_ || frame_day_ != at.today()) {
        events_frame_ = TRY(events_frame(at));
        frame_day_ = at.today();
    }
    std::vector<Seen> day;
    if (parts.time || parts.events || parts.browsing) day = TRY(station::today(at));
    if (parts.time) {
        next_.header = shared(header(at, reader_.source(), sync_));
        next_.attract = shared(TRY(attract_page(at, day)));
        next_.home = shared(TRY(home_page(at, day)));
    }
    if (parts.events) {
        if (visit_.day && *visit_.day < at.today()) visit_.day.reset();
        const std::string& tag = visit_.filter.tag_key;
        if (!tag.empty() && !TRY(at.snapshot.has_tag(tag))) visit_.filter.tag_key.clear();
        const base::CivilDate shown_day = visit_.day.value_or(at.today());
        next_.events = shared(TRY(events_page(at, *events_frame_, day, shown_day, visit_.filter)));
    }
    if (parts.time) next_.words = search_.words(at);
    if (parts.search) {
        next_.search = nullptr;
        if (!visit_.sought.query.empty())
            next_.search = shared(TRY(search_.page(at, visit_.sought)));
    }
    if (parts.detail) {
        TRY(build_detail(at));
        next_.sign_ups = TRY(sign_ups_.page(&at));
    }
    if (parts.browsing) TRY(build_pages(at, day, visit_.browsing, next_));
    return {};
}

// The visitor keeps what was open, also over a switch; if it is gone, the View says so.
base::Result<void> Station::build_detail(const Standpoint& at) {
    next_.detail = nullptr;
    if (!visit_.detail) return {};
    auto detail = TRY(detail_page(at, *visit_.detail));
    if (!detail) {
        visit_.detail.reset();
        next_.outcome = model::Outcome::not_found;
        return {};
    }
    visit_.detail = std::move(detail->place);
    next_.detail = shared(std::move(detail->page));
    return {};
}

Standpoint Station::standpoint() const {
    Standpoint at{*shown_, zone_, english_, clock_.now()};
    at.seats = sync_.unknown()       ? Standpoint::Seats::unknown
               : sync_.approximate() ? Standpoint::Seats::approximate
                                     : Standpoint::Seats::certain;
    return at;
}

base::CivilDate Station::today() const { return zone_.local(clock_.now()).date; }

void Station::show_nothing() {
    const base::CivilTime now = zone_.local(clock_.now());
    model::Header calendar = calendar_header(now);
    calendar.snapshot = model::SnapshotState::factory;
    next_.header = shared(std::move(calendar));
    next_.attract = shared(model::AttractPage{});
    next_.home = shared(model::HomePage{});
    model::EventsPage events;
    events.day = now.date;
    next_.events = shared(std::move(events));
    next_.detail = nullptr;
    close_pages(next_);
    next_.search = nullptr;
}

void Station::publish() {
    minute_ = minute_of(clock_.now());
    ++next_.serial;
    next_.visit = visit_.number;
    next_.settings = visit_.settings;
    const auto hours = shown_ ? hours_on(shown_->centre(), today()) : std::nullopt;
    next_.staff = staff_.page(*report_, zone_, hours);
    english_.rest();
    auto view = shared(model::View(next_));
    const std::lock_guard lock(published_lock_);
    published_ = std::move(view);
}

std::shared_ptr<const model::View> Station::view() const {
    const std::lock_guard lock(published_lock_);
    return published_;
}

}  // namespace wenlan::station
