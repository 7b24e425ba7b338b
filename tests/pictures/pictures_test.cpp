// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "pictures/gallery.h"
#include "ui/i18n/words.h"
#include "ui/stage/demonstration.h"
#include "ui/stage/visitor.h"

using namespace wenlan;
using base::Language;
using test::Visitor;
using ui::Key;

// The screens as they were approved, of Sunday 22 November 2026, 14:20, on the demonstration
// programme. Which picture of the design each is: its number.

namespace {

constexpr gfx::Size portrait{1080, 1920};
constexpr gfx::Size landscape{1920, 1080};

gfx::Folders folders_of_the_tree() {
    const std::filesystem::path source = WENLAN_SOURCE_DIR;
    const std::filesystem::path binary = WENLAN_BINARY_DIR;
    return {source / "shaders",
            {binary / "assets/posters"},
            binary / "assets/icons",
            source / "assets/stills"};
}

enum class Page {
    attract,
    home,
    events,
    event,
    call,
    mine,
    words,
    code,
    idle,
    clubs,
    club,
    reading,
    challenge,
    shelf,
    volunteering,
    neighbourhood,
    notice,
    service,
    services,
    centre,
    calendar,
    search,
    pad,
};

struct Picture {
    std::string name;
    Page page = Page::home;
    model::VisitSettings settings;
    std::string time = "2026-11-22T14:20";
};

constexpr model::VisitSettings plain{};
constexpr model::VisitSettings english{Language::en, false, false};
constexpr model::VisitSettings large{Language::zh, true, false};
constexpr model::VisitSettings contrast{Language::zh, false, true};
constexpr model::VisitSettings all{Language::en, true, true};

// A panel with everything that is drawn on it; the same for all pictures of its size.
class Panel {
public:
    explicit Panel(gfx::Size size)
        : size_(size),
          typesetter_(text::Typesetter::create(text::FontFiles::debian()).value()),
          window_(gfx::Window::surfaceless(size).value()),
          graphics_(gfx::Graphics::create(folders_of_the_tree(), *typesetter_).value()) {}

    void show(const Picture& picture) {
        const auto kiosk = demonstration_.kiosk_at(picture.time, picture.settings);
        Visitor visitor(*typesetter_, *graphics_, size_, kiosk->link());
        visitor.settle();
        INFO(picture.name << ": " << visitor.screen().screen);
        walk(visitor, *kiosk, picture);
        // What the page lacked has come with the first frame; drawing it may show what else is
        // missing.
        for (int i = 0; i < 3; ++i) visitor.frame(base::Duration{20});
        const test::Judgement judgement = test::judge(picture.name, graphics_->read_frame());
        using test::Verdict;
        if (judgement.verdict == Verdict::missing || judgement.verdict == Verdict::differs)
            FAIL_CHECK(judgement.words);
        else
            SUCCEED(judgement.words);
    }

private:
    void walk(Visitor& visitor, test::Demonstration::Kiosk& kiosk, const Picture& picture) {
        const Language language = picture.settings.language;
        const auto tap = [&](std::string_view label) {
            INFO("nothing is called " << label);
            REQUIRE(visitor.tap(label));
        };
        const auto press = [&](Key key) { tap(ui::text(key, language)); };
        if (picture.page == Page::attract) return;
        press(Key::attract_touch);
        switch (picture.page) {
            case Page::attract:
            case Page::home:
                break;
            case Page::events:
                tap(ui::words::section(domain::Section::events, language));
                break;
            case Page::event:
            case Page::code:
                open_tonights_opera(visitor, kiosk, language);
                if (picture.page == Page::code) press(Key::detail_qr);
                break;
            case Page::call:
                tap(kiosk.view()->home->features.front().title.in(language));
                break;
            case Page::mine:
                tap(ui::words::section(domain::Section::mine, language));
                break;
            case Page::words:
                press(Key::strip_help);
                break;
            case Page::idle:
                visitor.pass(base::Duration{46000});
                REQUIRE(visitor.screen().screen == "idle-warning");
                break;
            case Page::search:
            case Page::pad:
                look_for_tai_chi(visitor, language, picture.page);
                break;
            default:
                browse(visitor, kiosk, picture);
                break;
        }
    }

    // By its initials; or with the pad open.
    static void look_for_tai_chi(Visitor& visitor, Language language, Page page) {
        REQUIRE(visitor.tap(ui::words::section(domain::Section::events, language)));
        REQUIRE(visitor.tap(ui::text(Key::events_search, language)));
        if (page == Page::pad) {
            REQUIRE(visitor.tap(ui::text(Key::typing_mode_pad, language)));
            visitor.swipe(300, 1450, 560, 1440);
            return;
        }
        if (visitor.sees(ui::text(Key::typing_capitals, language)))
            REQUIRE(visitor.tap(ui::text(Key::typing_language, language)));
        for (const char* key : {"t", "j", "q"}) REQUIRE(visitor.tap(key));
    }

    // The pages of the sections and what they lead to.
    void browse(Visitor& visitor, test::Demonstration::Kiosk& kiosk, const Picture& picture) {
        using domain::Section;
        const Language language = picture.settings.language;
        const auto section = [&](Section wanted) {
            REQUIRE(visitor.tap(ui::words::section(wanted, language)));
        };
        const auto open = [&](const std::string& label) {
            INFO("nothing is called " << label);
            for (int i = 0; i < 20 && !visitor.sees(label); ++i) {
                REQUIRE(visitor.scroll(visitor.screen().scrolls.size() - 1));
            }
            REQUIRE(visitor.tap(label));
        };
        switch (picture.page) {
            case Page::club:
                section(Section::clubs);
                return open(kiosk.view()->clubs->cards.at(3).card.title.in(language));
            case Page::reading:
                return section(Section::reading);
            case Page::challenge:
                section(Section::reading);
                return open(kiosk.view()->reading->challenge->card.title.in(language));
            case Page::shelf:
                section(Section::reading);
                return open(kiosk.view()->reading->swap_shelf->title.in(language));
            case Page::volunteering:
                return section(Section::volunteering);
            case Page::neighbourhood:
                return section(Section::neighbourhood);
            case Page::notice:
                section(Section::neighbourhood);
                return open(kiosk.view()->neighbourhood->notices.front().full_title.in(language));
            case Page::service:
                section(Section::neighbourhood);
                return open(kiosk.view()->neighbourhood->services.front().title.in(language));
            case Page::services:
                section(Section::neighbourhood);
                return open(ui::format(Key::neighbourhood_services_count, language, {{"n", "36"}}));
            case Page::centre:
                section(Section::neighbourhood);
                return open(std::string(ui::text(Key::neighbourhood_centre, language)));
            case Page::calendar:
                section(Section::events);
                return open(std::string(ui::text(Key::events_calendar, language)));
            default:
                return section(Section::clubs);
        }
    }

    // From the list of events, scrolled as far as needed.
    void open_tonights_opera(Visitor& visitor, test::Demonstration::Kiosk& kiosk,
                             Language language) {
        std::string title;
        for (const model::EventCard& card : kiosk.view()->events->cards) {
            const bool opera = card.title.zh.find("打金枝") != std::string::npos;
            if (title.empty() && opera) title = card.title.in(language);
        }
        REQUIRE_FALSE(title.empty());
        REQUIRE(visitor.tap(ui::words::section(domain::Section::events, language)));
        for (int i = 0; i < 20 && !visitor.sees(title); ++i)
            REQUIRE(visitor.scroll(visitor.screen().scrolls.size() - 1));
        REQUIRE(visitor.tap(title));
        REQUIRE(visitor.screen().screen == "event-detail");
    }

    gfx::Size size_;
    test::Demonstration demonstration_;
    std::unique_ptr<text::Typesetter> typesetter_;
    std::unique_ptr<gfx::Window> window_;
    std::unique_ptr<gfx::Graphics> graphics_;
};

}  // namespace

TEST_CASE("On an upright panel the screens look as they were approved") {
    Panel panel(portrait);
    for (const Picture& picture : std::vector<Picture>{
             {"01-attract", Page::attract, plain},
             {"01-attract-closed", Page::attract, plain, "2026-11-22T21:30"},
             {"02-home", Page::home, plain},
             {"03-events", Page::events, plain},
             {"03-events-large", Page::events, large},
             {"04-event", Page::event, plain},
             {"04-event-contrast", Page::event, contrast},
             {"04-call", Page::call, plain},
             {"18-idle", Page::idle, plain},
             {"20-home-large", Page::home, large},
             {"21-home-contrast", Page::home, contrast},
             {"22-home-english", Page::home, english},
             {"22-home-english-large-contrast", Page::home, all},
             {"sheet-words", Page::words, plain},
             {"sheet-code", Page::code, plain},
         }) {
        panel.show(picture);
    }
}

TEST_CASE("On an upright panel the sections look as they were approved") {
    Panel panel(portrait);
    for (const Picture& picture : std::vector<Picture>{
             {"05-clubs", Page::clubs, plain},
             {"05-clubs-large", Page::clubs, large},
             {"05-clubs-english", Page::clubs, english},
             {"06-club", Page::club, plain},
             {"06-club-contrast", Page::club, contrast},
             {"06-club-large", Page::club, large},
             {"07-reading", Page::reading, plain},
             {"07-reading-large", Page::reading, large},
             {"07-reading-english", Page::reading, english},
             {"07-challenge", Page::challenge, plain},
             {"07-shelf", Page::shelf, plain},
             {"14-calendar", Page::calendar, plain},
             {"14-calendar-large", Page::calendar, large},
             {"14-calendar-contrast", Page::calendar, contrast},
             {"14-calendar-english", Page::calendar, english},
             {"16-neighbourhood", Page::neighbourhood, plain},
             {"16-neighbourhood-large", Page::neighbourhood, large},
             {"16-neighbourhood-contrast", Page::neighbourhood, contrast},
             {"16-notice", Page::notice, plain},
             {"16-service", Page::service, plain},
             {"16-services", Page::services, plain},
             {"17-volunteering", Page::volunteering, plain},
             {"17-volunteering-contrast", Page::volunteering, contrast},
             {"17-volunteering-english-large-contrast", Page::volunteering, all},
             {"centre", Page::centre, plain},
             {"centre-large", Page::centre, large},
             {"13-search", Page::search, plain},
             {"13-search-large", Page::search, large},
             {"13-search-contrast", Page::search, contrast},
             {"13-search-english", Page::search, english},
             {"13-pad", Page::pad, plain},
         }) {
        panel.show(picture);
    }
}

TEST_CASE("On a lying panel the screens look as they were approved") {
    Panel panel(landscape);
    for (const Picture& picture : std::vector<Picture>{
             {"23-attract-landscape", Page::attract, plain},
             {"23-home-landscape", Page::home, plain},
             {"23-events-english-landscape", Page::events, english},
             {"24-event-landscape", Page::event, plain},
             {"05-clubs-landscape", Page::clubs, plain},
             {"06-club-landscape", Page::club, plain},
             {"07-reading-landscape", Page::reading, plain},
             {"07-challenge-landscape", Page::challenge, plain},
             {"14-calendar-landscape", Page::calendar, plain},
             {"14-calendar-large-landscape", Page::calendar, large},
             {"16-neighbourhood-landscape", Page::neighbourhood, plain},
             {"16-service-landscape", Page::service, plain},
             {"17-volunteering-landscape", Page::volunteering, plain},
             {"centre-landscape", Page::centre, plain},
             {"13-search-landscape", Page::search, plain},
         }) {
        panel.show(picture);
    }
}
