// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// The parts of the neighbourhood's page. Heights are for a column of this width.
namespace wenlan::ui::neighbourhood {

// The newest notice; more of them are behind a link in its row.
float notice_height(Frame& frame, float width, const model::NeighbourhoodPage& page);
std::optional<Action> notice_row(Frame& frame, Rect rect, const model::NeighbourhoodPage& page);

// The culture supermarket: heading and cards.
float services_heading_height(const Frame& frame);
std::optional<Action> services_heading(Frame& frame, Rect rect, int count);
float services_height(const Frame& frame, float width);
std::optional<Action> services(Frame& frame, Rect rect, const std::vector<model::EventCard>& cards);

// The first question with its answers, or the last result in bars.
float survey_height(Frame& frame, float width, const model::SurveyCard& survey);
std::optional<Action> survey(Frame& frame, Rect rect, const model::SurveyCard& survey);

// The social worker on duty.
float duty_height(const Frame& frame);
std::optional<Action> duty(Frame& frame, Rect rect, const model::DutyNow& duty);
// "天宜社工小林 · 一楼服务台在班", or when they are back.
std::string duty_sentence(const Frame& frame, const model::DutyNow& duty);

// The quiet row that leads to the house itself.
float centre_height(const Frame& frame);
std::optional<Action> centre_row(Frame& frame, Rect rect);

}  // namespace wenlan::ui::neighbourhood
