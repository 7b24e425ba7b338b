// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/lobby.h"

#include <algorithm>

#include "catch.h"

namespace wenlan::test {

const gfx::Size portrait{1080, 1920};
const gfx::Size landscape{1920, 1080};

std::vector<Mode> modes(const std::vector<gfx::Size>& panels) {
    std::vector<Mode> all;
    for (const gfx::Size panel : panels) {
        for (const base::Language language : {base::Language::zh, base::Language::en}) {
            for (const bool large : {false, true}) {
                for (const bool contrast : {false, true})
                    all.push_back({panel, language, large, contrast});
            }
        }
    }
    return all;
}

Round::Round(text::Typesetter& typesetter, Demonstration& demonstration, const Mode& wanted,
             std::string_view time, Faults& faults)
    : mode(wanted),
      kiosk(demonstration.kiosk_at(time, {mode.language, mode.large_text, mode.high_contrast})),
      visitor(typesetter, graphics_, mode.panel, kiosk->link()),
      faults_(faults) {
    visitor.settle();
}

void Round::look(const std::string& page) {
    for (std::string& fault : faults_of(visitor.screen(), mode, page))
        faults_.push_back(std::move(fault));
}

void Round::look_through(const std::string& page, std::size_t list) {
    look(page);
    if (list >= visitor.screen().scrolls.size()) return;
    while (visitor.scroll(list)) look(page);
    while (visitor.scroll(list, Visitor::Way::back)) {
    }
}

void Round::tap(std::string_view label) {
    INFO(name_of(mode) << " " << visitor.screen().screen << ": nothing is called " << label);
    REQUIRE(visitor.tap(label));
}

void Round::enter() {
    tap(ui::Key::attract_touch);
    REQUIRE(visitor.screen().screen == "home");
}

Matrix::Matrix() : typesetter_(text::Typesetter::create(text::FontFiles::debian()).value()) {}

void Matrix::each(const std::vector<Mode>& all, const std::function<void(Round&)>& visit,
                  std::string_view time) {
    Faults faults;
    for (const Mode& mode : all) {
        INFO(name_of(mode));
        Round round(*typesetter_, demonstration_, mode, time, faults);
        visit(round);
    }
    std::set<std::string> said;
    for (const std::string& fault : faults) {
        if (said.insert(fault).second) FAIL_CHECK(fault);
    }
    SUCCEED("every mode was seen");
}

void upset(store::Programme& programme) {
    const auto zone = base::Zone::shanghai();
    const base::Instant now = base::parse_iso8601("2026-11-22T14:20", zone).value();
    std::vector<store::ProgrammeOccasion*> left;
    for (store::ProgrammeOccasion& one : programme.occasions) {
        const base::CivilTime start = zone.local(one.occasion.start);
        const bool today = start.date == base::CivilDate{2026, 11, 22};
        if (today && one.occasion.start > now && one.occasion.capacity > 0) left.push_back(&one);
    }
    base::ensure(left.size() >= 3, "three events with seats are left today");
    left[0]->occasion.state = domain::OccasionState::cancelled;
    left[0]->occasion.reason = {"老师今天嗓子哑了，下周补一场",
                                "The teacher has lost her voice; we make it up next week"};
    left[1]->occasion.state = domain::OccasionState::moved;
    left[1]->occasion.reason = {"三楼在修灯，改到一楼多功能厅",
                                "The lights on 3F are being mended; it is in the hall on 1F"};
    left[2]->taken = left[2]->occasion.capacity;
}

}  // namespace wenlan::test
