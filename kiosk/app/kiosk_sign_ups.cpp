// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk_sign_ups.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "base/locked_memory.h"
#include "base/log.h"
#include "sync/sign_ups/stick.h"
#include "sync/trust.h"

namespace wenlan::app {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t rows_shown = 8;
constexpr base::Duration try_again_every = 1min;
constexpr base::Duration forget_every = 1h;

// What lies between the delivery and whichever line there is now.
class OpenLine final : public sync::HubLine {
public:
    explicit OpenLine(const HubContact& contact) : contact_(contact) {}
    base::Result<std::string> ask(std::string_view path, const std::string& body,
                                  base::Duration limit) override {
        if (line == nullptr || !contact_.network()) {
            return base::Error{"hub.nowhere", "The centre's office cannot be reached."};
        }
        return line->ask(path, body, limit);
    }
    std::shared_ptr<sync::HttpHubLine> line;

private:
    const HubContact& contact_;
};

base::Error no_office() {
    return {"sign-up.no-office", "This screen is not in touch with a centre's office."};
}

}  // namespace

std::filesystem::path outbox_file(const store::DataFolder& folder, const sync::CentreId& centre) {
    return folder.root / "sign-ups" / (centre.hex() + ".db");
}

// What there is once the screen is somebody to a hub.
struct KioskSignUps::Office {
    Office(const Parts& parts, sync::PairedKiosk paired_, sync::KioskKeys keys_,
           std::string secret_, store::Outbox outbox_)
        : paired(std::move(paired_)),
          keys(std::move(keys_)),
          secret(std::move(secret_)),
          outbox(std::move(outbox_)),
          line(parts.contact),
          delivery(outbox, line, parts.clock, parts.random,
                   {paired.centre, paired.number, &keys.signing}, online_keys(parts)),
          sign_ups({outbox, delivery, line, parts.clock, parts.random, secret, online_keys(parts),
                    station::SignUps::argon2()}) {}

    // Read each time: following may have learnt of others.
    static sync::Delivery::OnlineKeys online_keys(const Parts& parts) {
        return [&parts] {
            sync::Trust trust(parts.disk, sync::FollowFolder(parts.folder));
            if (const auto loaded = trust.load(); !loaded) {
                base::log::warning("whose word counts", loaded.error());
                return std::vector<sync::PublicKey>{};
            }
            return trust.root()->online;
        };
    }

    sync::PairedKiosk paired;
    sync::KioskKeys keys;
    std::string secret;
    store::Outbox outbox;
    OpenLine line;
    sync::Delivery delivery;
    station::SignUps sign_ups;
};

KioskSignUps::KioskSignUps(Parts parts)
    : parts_(std::move(parts)), clerk_(parts_.random), why_not_(no_office()) {}

KioskSignUps::~KioskSignUps() = default;

void KioskSignUps::take_up() {
    const HubContact::Now now = parts_.contact.now();
    const bool paired_anew = !tried_ || now.pairings != taken_up_.pairings;
    const bool again = office_ == nullptr && parts_.clock.uptime() >= try_again_at_;
    if (paired_anew || again) {
        tried_ = true;
        try_again_at_ = parts_.clock.uptime() + try_again_every;
        auto opened = open();
        if (opened) {
            office_ = std::move(opened).value();
        } else {
            office_.reset();
            why_not_ = opened.error();
            if (why_not_.code != no_office().code) base::log::error("sign-ups", why_not_);
        }
    }
    const bool moved = now.address != taken_up_.address || paired_anew || again;
    const bool stick_came = now.sticks != taken_up_.sticks && !now.stick.empty();
    taken_up_ = now;
    if (office_ == nullptr) return;
    if (moved) move_line();
    if (stick_came) carry();
}

base::Result<std::unique_ptr<KioskSignUps::Office>> KioskSignUps::open() {
    sync::KioskKeyRing ring(parts_.disk, parts_.folder);
    auto paired = TRY(ring.paired());
    if (!paired) return no_office();
    auto keys = TRY(ring.keys(parts_.random));
    const std::filesystem::path file = outbox_file(parts_.folder, paired->centre);
    TRY(parts_.disk.make_folder(file.parent_path()));
    std::string own = TRY(secret());
    // An empty file of its user's alone, whose rights those beside it take over.
    if (!parts_.disk.exists(file)) TRY(parts_.disk.replace_private(file, ""));
    auto outbox = TRY(store::Outbox::open(file));
    if (TRY(outbox.seal_key()).number < paired->seal.number) {
        store::Settlement learnt;
        learnt.seal_key_number = paired->seal.number;
        const auto& bytes = paired->seal.key.bytes;
        learnt.seal_key.assign(bytes.begin(), bytes.end());
        TRY(outbox.settle(learnt));
    }
    return std::make_unique<Office>(parts_, std::move(*paired), std::move(keys), std::move(own),
                                    std::move(outbox));
}

base::Result<std::string> KioskSignUps::secret() {
    const std::filesystem::path file = parts_.folder.root / "sign-ups" / "secret";
    auto kept = parts_.disk.read(file, secret_bytes);
    if (kept) {
        if (kept.value().size() == secret_bytes) return kept;
        // Another one would make every code that was given out wrong.
        return base::Error{"sign-up.secret", "What this screen checks codes with is damaged."};
    }
    if (kept.error().code != "disk.not-found") return kept;
    std::array<std::uint8_t, secret_bytes> fresh{};
    parts_.random.fill(fresh);
    std::string bytes(fresh.begin(), fresh.end());
    TRY(parts_.disk.replace_private(file, bytes));
    return bytes;
}

void KioskSignUps::move_line() {
    std::shared_ptr<sync::HttpHubLine> line;
    if (!taken_up_.address.empty()) {
        line = std::make_shared<sync::HttpHubLine>(taken_up_.address);
    }
    const std::lock_guard guard(lock_);
    line_ = line;
    if (stopping_ && line_) line_->cut();
    office_->line.line = std::move(line);
    office_->delivery.due_now();
}

void KioskSignUps::carry() {
    const auto carried = sync::exchange_by_stick(parts_.disk, taken_up_.stick, office_->delivery);
    if (!carried) base::log::warning("sign-ups on a stick", carried.error());
    count();
}

void KioskSignUps::tick() {
    take_up();
    if (office_ == nullptr || due_in().count() > 0) return;
    if (office_->line.line != nullptr && !taken_up_.revoked) office_->delivery.tick();
    const base::Duration uptime = parts_.clock.uptime();
    const auto hub_time = office_->delivery.hub_time();
    looked_at_ = uptime;
    if (hub_time && (!forgot_at_ || uptime - *forgot_at_ >= forget_every)) {
        forgot_at_ = uptime;
        if (const auto done = office_->outbox.forget(*hub_time); !done) {
            base::log::warning("letting go of old sign-ups", done.error());
        }
    }
    count();
}

base::Duration KioskSignUps::due_in() const {
    if (office_ == nullptr) {
        return std::max(base::Duration{0}, try_again_at_ - parts_.clock.uptime());
    }
    if (office_->line.line == nullptr || taken_up_.revoked) {
        // Counted and tidied all the same.
        return looked_at_ ? std::max(base::Duration{0},
                                     *looked_at_ + try_again_every - parts_.clock.uptime())
                          : base::Duration{0};
    }
    return office_->delivery.due_in();
}

station::SignUpAnswer KioskSignUps::serve(const station::SignUpQuestion& question) {
    take_up();
    if (office_ == nullptr) return station::SignUpClerk::refuse(question, why_not_);
    // Nobody would ever hear of it.
    const bool asks_only = std::holds_alternative<station::SignUpQuestion::LookUp>(question.what);
    if (taken_up_.revoked && !asks_only) {
        return station::SignUpClerk::refuse(
            question, base::Error{"sign-up.revoked",
                                  "The centre's office does not take this screen's "
                                  "sign-ups any more."});
    }
    go_on();
    station::SignUpAnswer answer = clerk_.serve(question, office_->sign_ups);
    base::wipe_stack_below();
    count();
    return answer;
}

void KioskSignUps::end_visit(std::uint64_t visit) {
    go_on();
    if (office_ != nullptr) clerk_.end_visit(visit, office_->sign_ups);
    base::wipe_stack_below();
}

void KioskSignUps::count() {
    const auto number = office_->outbox.pending_count();
    if (!number) return;
    const int tries = office_->delivery.failures();
    if (number.value() == waiting_->count && (number.value() == 0 || tries == waiting_->tries)) {
        return;
    }
    auto waiting = std::make_shared<station::SignUpsWaiting>();
    waiting->count = static_cast<int>(number.value());
    waiting->tries = tries;
    constexpr std::size_t bytes_max = std::size_t{1} << 20;
    const auto pending = office_->outbox.pending(rows_shown, bytes_max);
    if (pending) {
        for (const auto& operation : pending.value()) {
            const auto taken = office_->outbox.taken(operation.sign_up);
            if (!taken || !taken.value()) continue;
            const store::TakenSignUp& row = *taken.value();
            waiting->rows.push_back({row.code, row.listing, row.status.party, row.taken});
        }
    }
    waiting_ = std::move(waiting);
}

void KioskSignUps::hurry() {
    const std::lock_guard guard(lock_);
    if (line_) line_->cut();
}

void KioskSignUps::go_on() {
    const std::lock_guard guard(lock_);
    if (line_ && !stopping_) line_->mend();
}

void KioskSignUps::stop() {
    const std::lock_guard guard(lock_);
    stopping_ = true;
    if (line_) line_->cut();
}

}  // namespace wenlan::app
