// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "station/sign_up_desk.h"

namespace wenlan::test {

// A desk that answers as the test says: at once by `answers`, or when the test calls give().
class FakeSignUpDesk final : public station::SignUpDesk {
public:
    void ask(station::SignUpQuestion question) override {
        if (answers) given_.push_back(answers(question));
        asked.push_back(std::move(question));
    }
    std::vector<station::SignUpAnswer> take_answers() override { return std::exchange(given_, {}); }
    void end_visit(std::uint64_t visit) override { ended.push_back(visit); }
    std::shared_ptr<const station::SignUpsWaiting> waiting() const override { return kept; }

    void give(station::SignUpAnswer answer) { given_.push_back(std::move(answer)); }

    std::function<station::SignUpAnswer(const station::SignUpQuestion&)> answers;
    std::vector<station::SignUpQuestion> asked;
    std::vector<std::uint64_t> ended;
    std::shared_ptr<const station::SignUpsWaiting> kept =
        std::make_shared<const station::SignUpsWaiting>();

private:
    std::vector<station::SignUpAnswer> given_;
};

}  // namespace wenlan::test
