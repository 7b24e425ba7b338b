// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/intent.h"
#include "model/view.h"
#include "ui/stage/visitor.h"

namespace wenlan::test {

// A small programme made by hand, and answers to what is asked.
class FakeStation {
public:
    FakeStation();

    Visitor::Station link() {
        return {.view = [this] { return view; },
                .ask = [this](const model::NumberedIntent& intent) { answer(intent); }};
    }

    // Event `n` of today, with a hundred seats more or less.
    static model::EventCard card(int n);
    static std::string title(int n) { return "第" + std::to_string(n) + "场"; }

    // Changes the View that is shown next.
    template <typename Change>
    void publish(const Change& change) {
        auto next = std::make_shared<model::View>(*view);
        change(*next);
        ++next->serial;
        view = std::move(next);
    }

    std::shared_ptr<const model::View> view;
    bool deaf = false;  // it hears nothing, as one that is busy for long

    // What it says about sign-ups; silent: it has been asked, and says nothing yet.
    bool silent = false;
    model::HoldOutcome hold{model::HoldOutcome::Did::held, 0, 240};
    model::SignUpOutcome outcome;
    bool online = true;
    // What look-ups find, by code and tail; what is answered to a change.
    std::map<std::pair<std::string, std::string>, model::FoundSignUp> known;
    model::ChangeOutcome changing = done_at_once();
    bool locked = false;
    domain::Form walk_in_form;  // of every event
    void say_found(const model::LookUpSignUp& wanted);
    void say_changed(std::uint64_t ticket);
    void say_held(std::uint64_t ticket);
    void say_taken(std::uint64_t ticket);

private:
    static model::ChangeOutcome done_at_once() {
        model::ChangeOutcome outcome;
        outcome.did = model::ChangeOutcome::Did::done;
        return outcome;
    }
    void answer(const model::NumberedIntent& intent);
    void answer_sign_up(const model::Intent& intent);
    static void browse(model::View& next, const model::Intent& intent);
    void open(const model::ShowEvent& wanted);
    void show(const model::ShowDay& wanted);
};

}  // namespace wenlan::test
