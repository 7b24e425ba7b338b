// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ui/widgets/frame.h"

// A reading challenge: its card on the reading page, and the parts of its own page.
namespace wenlan::ui::reading {

// What was pressed of a challenge's card: the card itself leads to its page.
struct ChallengePress {
    bool card = false;
    bool join = false;
};
ChallengePress challenge_card(Frame& frame, Rect rect,
                              const model::ReadingPage::ChallengeCard& challenge);
float challenge_card_height(const Theme& theme);

bool joinable(const model::ChallengeFacts& facts);
// "11月1日 – 30日"
std::string days_of(const domain::Challenge& challenge, base::Language language);
// "216 人在读 · 今天是第 22 天", with its numbers larger, on one baseline.
void progress_line(Frame& frame, Point left_baseline, float room,
                   const model::ChallengeFacts& facts);
// One stamp a day in a row: past ones gold, today's vermilion, those to come pale.
void stamp_row(Frame& frame, Rect area, const model::ChallengeFacts& facts);
// The same with the number of each day, ten in a row. Gives its height; draws if told to.
float stamp_grid(Frame& frame, Rect area, const model::ChallengeFacts& facts, bool draw = true);

}  // namespace wenlan::ui::reading
