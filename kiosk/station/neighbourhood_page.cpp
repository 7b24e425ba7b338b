// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/neighbourhood_page.h"

#include "station/cards.h"
#include "station/duty.h"
#include "station/lists.h"

namespace wenlan::station {

namespace {

constexpr int notices_max = 3;
constexpr int services_max = 4;
constexpr int surveys_looked_at = 20;

model::SurveyCard survey_card(const Standpoint& at, const domain::Listing& listing) {
    model::SurveyCard card;
    card.card = card_of(at, store::summary_of(listing));
    card.form = listing.form;
    card.answered = listing.answered;
    return card;
}

bool asks_only_choices(const domain::Form& form) {
    for (const domain::Question& question : form.questions) {
        if (question.kind != domain::QuestionKind::choice) return false;
    }
    return !form.empty();
}

// One that is under way, else the result of the last one.
base::Result<std::optional<model::SurveyCard>> survey(const Standpoint& at) {
    const auto shown = TRY(at.snapshot.listings({.now = at.now,
                                                 .kind = domain::Kind::survey,
                                                 .newest_first = true,
                                                 .count_max = surveys_looked_at}));
    for (const store::ListingSummary& one : shown) {
        const auto listing = TRY(at.snapshot.listing(one.id));
        if (listing && asks_only_choices(listing->form)) {
            return std::optional{survey_card(at, *listing)};
        }
    }
    const domain::ListingId last = TRY(at.snapshot.survey_result(at.now));
    if (!last) return std::optional<model::SurveyCard>{};
    const auto listing = TRY(at.snapshot.listing(last));
    if (!listing) return std::optional<model::SurveyCard>{};
    model::SurveyCard card = survey_card(at, *listing);
    card.form = {};
    card.result = listing->items;
    return std::optional{std::move(card)};
}

}  // namespace

base::Result<model::NeighbourhoodPage> neighbourhood_page(const Standpoint& at) {
    model::NeighbourhoodPage page;
    auto notices = TRY(listed(at, model::ListName::notices, 0, notices_max));
    page.notices = std::move(notices.cards);
    page.notice_count = notices.count;
    auto services = TRY(listed(at, model::ListName::services, 0, services_max));
    page.services = std::move(services.cards);
    page.service_count = services.count;
    page.survey = TRY(survey(at));
    page.duty = duty_now(at);
    return page;
}

}  // namespace wenlan::station
