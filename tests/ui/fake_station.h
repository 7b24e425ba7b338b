// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
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

private:
    void answer(const model::NumberedIntent& intent);
    static void browse(model::View& next, const model::Intent& intent);
    void open(const model::ShowEvent& wanted);
    void show(const model::ShowDay& wanted);
};

}  // namespace wenlan::test
