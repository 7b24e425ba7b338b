// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "ui/screens/neighbourhood_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

namespace {

using model::NeighbourhoodPage;

struct Gaps {
    float heading, cards;
};

void add_notice(Frame& frame, page::Column& column, float gap, const NeighbourhoodPage& page,
                std::optional<Action>& action) {
    if (page.notices.empty()) return;
    column.add(gap, neighbourhood::notice_height(frame, column.width, page),
               [&](Rect rect) { take(action, neighbourhood::notice_row(frame, rect, page)); });
}

void add_services(Frame& frame, page::Column& column, Gaps gaps, const NeighbourhoodPage& page,
                  std::optional<Action>& action) {
    if (page.services.empty()) return;
    column.add(gaps.heading, neighbourhood::services_heading_height(frame), [&](Rect rect) {
        take(action, neighbourhood::services_heading(frame, rect, page.service_count));
    });
    column.add(gaps.cards, neighbourhood::services_height(frame, column.width), [&](Rect rect) {
        take(action, neighbourhood::services(frame, rect, page.services));
    });
}

void add_survey(Frame& frame, page::Column& column, float gap, const NeighbourhoodPage& page,
                std::optional<Action>& action) {
    if (!page.survey) return;
    const model::SurveyCard& survey = *page.survey;
    frame.visit.survey.follow(survey, frame.view.sign_ups.get());
    column.add(gap, neighbourhood::survey_height(frame, column.width, survey),
               [&](Rect rect) { take(action, neighbourhood::survey(frame, rect, survey)); });
}

void add_duty(Frame& frame, page::Column& column, float gap, const NeighbourhoodPage& page,
              std::optional<Action>& action) {
    if (!page.duty) return;
    column.add(gap, neighbourhood::duty_height(frame),
               [&](Rect rect) { take(action, neighbourhood::duty(frame, rect, *page.duty)); });
}

void add_centre(Frame& frame, page::Column& column, float gap, std::optional<Action>& action) {
    column.add(gap, neighbourhood::centre_height(frame),
               [&](Rect rect) { take(action, neighbourhood::centre_row(frame, rect)); });
}

void add_nothing(Frame& frame, page::Column& column, const NeighbourhoodPage& page) {
    if (!page.notices.empty() || !page.services.empty() || page.survey) return;
    page::add_text(frame, column, 20, frame.word(Key::neighbourhood_nothing),
                   frame.theme.type(Type::body).in(frame.theme.color.ink2));
}

std::optional<Action> portrait(Frame& frame, const NeighbourhoodPage& page, Rect area) {
    std::optional<Action> action;
    page::Column column{area.x, area.w};
    add_nothing(frame, column, page);
    add_notice(frame, column, 4, page, action);
    add_services(frame, column, {28, 20}, page, action);
    add_survey(frame, column, 24, page, action);
    add_duty(frame, column, 24, page, action);
    add_centre(frame, column, 24, action);
    page::draw_columns(frame, frame.word(Key::neighbourhood_title), area, frame.visit.neighbourhood,
                       std::array{column}, 40);
    if (frame.visit.neighbourhood.offset_max() > 0) fade_above_dock(frame, area.bottom(), 60);
    return action;
}

std::optional<Action> landscape(Frame& frame, const NeighbourhoodPage& page, Rect area) {
    constexpr float left_width = 872, gap = 56;
    std::optional<Action> action;
    page::Column left{area.x, left_width};
    page::Column right{area.x + left_width + gap, area.w - left_width - gap};
    add_nothing(frame, left, page);
    add_notice(frame, left, 2, page, action);
    add_services(frame, left, {31, 13}, page, action);
    add_duty(frame, page.survey ? left : right, page.survey ? 20 : 2, page, action);
    add_survey(frame, right, 2, page, action);
    add_centre(frame, page.survey && frame.theme.large ? left : right, 20, action);
    page::draw_columns(frame, frame.word(Key::neighbourhood_title), area, frame.visit.neighbourhood,
                       std::array{left, right}, 14);
    if (frame.visit.neighbourhood.offset_max() > 0) fade_above_dock(frame, area.bottom(), 60);
    return action;
}

}  // namespace

std::optional<Action> draw_neighbourhood(Frame& frame) {
    const NeighbourhoodPage* page = frame.view.neighbourhood.get();
    return page::section(frame, frame.word(Key::neighbourhood_title),
                         frame.word(Key::neighbourhood_line), page != nullptr, [&](Rect area) {
                             return frame.canvas.landscape() ? landscape(frame, *page, area)
                                                             : portrait(frame, *page, area);
                         });
}

}  // namespace wenlan::ui
