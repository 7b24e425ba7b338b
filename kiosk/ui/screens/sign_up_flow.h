// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/locked_memory.h"
#include "model/intent.h"
#include "model/view.h"
#include "ui/motion/scroller.h"
#include "ui/typing/key_repeat.h"
#include "ui/typing/phone_entry.h"

namespace wenlan::ui {

// One answer while it is being given; which of the fields counts is the question's kind.
struct DraftAnswer {
    std::optional<base::LockedText> text;
    std::int64_t number = -1;
    std::vector<int> chosen;
    bool ticked = false;
};

// Signing up, from the press on a button to the answer: what is asked, where the visitor is, what
// they have filled in, which seats are held for them. Knows no pixels; lies in the visit and ends
// with it. What is typed is in locked memory.
class SignUpFlow {
public:
    SignUpFlow(domain::OccasionId occasion, domain::ListingId listing)
        : occasion_(occasion), listing_(listing) {}

    domain::OccasionId occasion() const { return occasion_; }  // zero: of the listing alone
    domain::ListingId listing() const { return listing_; }

    // --- the form
    enum class Step : std::uint8_t { name, phone, more, check };
    bool begun() const { return detail_ != nullptr; }
    const model::EventDetail& detail() const { return *detail_; }
    const domain::Form& form() const { return form_; }
    const domain::Question& question(std::size_t i) const { return form_.questions[i]; }
    DraftAnswer& answer(std::size_t i) { return answers_[i]; }
    const DraftAnswer& answer(std::size_t i) const { return answers_[i]; }
    std::optional<std::size_t> first_of(domain::QuestionKind kind) const;
    bool needs_guardian() const;
    domain::Answers answers() const;
    int party() const;
    int party_most() const;
    void set_party(int party);
    // Something was filled in that leaving would lose.
    bool filled() const;

    // --- where the visitor is: at a question that has a page of its own, or at the review
    bool reviewing() const { return begun() && at_ + 1 >= pages_.size(); }
    std::size_t current() const { return static_cast<std::size_t>(pages_[at_]); }
    std::vector<Step> steps() const;
    Step step() const;
    bool can_go(Step step) const;  // it is finished, or was seen already
    void go(Step step);
    void change(std::size_t question);  // from the review, and back to it
    // On to the next, if this one is answered well; otherwise `refusal` says why not.
    bool next();
    void back();
    std::optional<domain::Refusal> refusal;
    std::optional<base::Duration> turned;  // when another page came, for the motion; set by draw
    int direction = 1;
    std::size_t drawn_at = 0;

    // --- what happens meanwhile
    enum class News : std::uint8_t {
        none,
        gone,       // no seat is left
        gone_some,  // fewer than the party
        cancelled,
        moved,
        form_changed,
        removed,
        ended,
        refused,  // nothing was taken: `why`
    };
    News news = News::none;
    int seats_left = 0;  // of gone_some
    domain::Why why = domain::Why::none;
    bool over() const {
        return news == News::cancelled || news == News::removed || news == News::ended ||
               news == News::refused;
    }
    bool waiting_list() const { return waiting_list_; }
    void join_waiting_list();

    using Ticket = std::function<std::uint64_t()>;
    // Once a frame: takes what the station has answered or changed.
    void follow(const model::View& view, base::Duration now);
    // What is to be asked about seats now.
    std::optional<model::Intent> ask_seats(base::Duration now, const Ticket& ticket);
    // Lets go of what is held.
    std::optional<model::Intent> let_go(const Ticket& ticket) const;
    base::Duration next_look(base::Duration now) const;

    // --- the end
    // None: something is to be answered first, and the flow is there now.
    std::optional<model::Intent> send(base::Duration now, const Ticket& ticket);
    bool sending() const { return take_ticket_ != 0; }
    base::Duration sending_for(base::Duration now) const { return now - sent_at_; }
    bool failed = false;  // nothing was taken the last time
    const std::optional<model::SignUpOutcome>& taken() const { return taken_; }
    bool online() const { return online_; }
    std::array<char, 4> tail() const;
    bool ready() const;     // all that is required at the review is ticked
    bool guardian = false;  // a parent has ticked it
    bool confirmed_early = false;

    // --- how the sheet stands
    bool closing = false;  // 先不报了？
    bool notice = false;
    bool party_pad = false;
    std::int64_t party_keyed = -1;
    bool latin = false;  // the open field was opened so
    Scroller list;
    float list_height = 0;
    KeyRepeat repeat;
    PhoneEntry phone;
    bool phone_early = false;
    base::LockedText digits;          // of a number that is being keyed in
    std::optional<Step> wanted_step;  // once what composes has become a text

private:
    void begin(const std::shared_ptr<const model::EventDetail>& detail);
    void take_up(const domain::Form& form);
    void changed(const std::shared_ptr<const model::EventDetail>& detail);
    void take_hold(const model::HoldOutcome& outcome, base::Duration now);
    void take_outcome(const model::SignUpOutcome& outcome);
    void refuse(const domain::Refusal& refused);
    bool holds_seats() const;
    Step step_of(int page) const;
    std::optional<domain::Refusal> refusal_of(std::size_t question) const;

    domain::OccasionId occasion_;
    domain::ListingId listing_;
    std::shared_ptr<const model::EventDetail> detail_;
    domain::Form form_;
    std::vector<DraftAnswer> answers_;
    std::vector<int> pages_;  // questions; the review is -1
    std::size_t at_ = 0, seen_ = 0;
    bool to_review_ = false;  // a change: next leads back there
    bool waiting_list_ = false;

    std::uint64_t hold_ticket_ = 0;
    bool hold_answered_ = false;
    int hold_asked_ = 0;
    base::Duration hold_again_{};
    bool held_ = false;

    std::uint64_t take_ticket_ = 0;
    base::Duration sent_at_{};
    std::optional<model::SignUpOutcome> taken_;
    bool online_ = false;
};

}  // namespace wenlan::ui
