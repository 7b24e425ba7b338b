// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/lots.h"

#include <algorithm>

#include "domain/draw.h"
#include "sync/crypto/hash.h"

namespace wenlan::hub {

using domain::SignUpState;
using domain::SignUpStep;
using domain::Why;

namespace {

std::string text_of(const store::Digest& bytes) { return {bytes.begin(), bytes.end()}; }

std::vector<domain::Entrant> entrants(const std::vector<store::DrawnRow>& rows,
                                      const store::Digest& seed) {
    std::vector<domain::Entrant> all;
    for (const auto& row : rows) all.push_back({row.id, row.party, lot_of(seed, row.id)});
    return all;
}

bool seated(const domain::Drawn& drawn, const domain::SignUpId& id) {
    return std::find(drawn.seated.begin(), drawn.seated.end(), id) != drawn.seated.end();
}

}  // namespace

store::Digest commitment_to(domain::OccasionId occasion, const store::Digest& seed) {
    return sync::hash_of("wenlan draw 1 " + std::to_string(occasion.value) + "\n" + text_of(seed))
        .bytes;
}

domain::Lot lot_of(const store::Digest& seed, const domain::SignUpId& id) {
    return sync::hash_of(text_of(seed) + id.raw()).bytes;
}

base::Result<store::Digest> prepare_draw(SignUpGround& ground, domain::OccasionId occasion,
                                         base::Instant now) {
    auto transaction = TRY(ground.store.begin());
    auto book = TRY(ground.store.occasion(occasion));
    if (const auto known = TRY(ground.store.draw(occasion))) return known->commitment;
    const bool late = !book || !book->rules.closes || now >= *book->rules.closes ||
                      book->seats.confirmed > 0 || book->seats.outstanding_rights > 0;
    if (late) {
        return base::Error{"draw.too-late",
                           "Lots can be drawn where sign-up has a closing time that has not come, "
                           "and nobody has seats yet."};
    }
    store::DrawRow draw;
    draw.occasion = occasion;
    ground.random.fill(draw.seed);
    draw.commitment = commitment_to(occasion, draw.seed);
    TRY(ground.store.put_draw(draw, now));
    book->rules.by_lot = true;
    TRY(ground.store.set_occasion_marks(*book));
    TRY(transaction.commit());
    return draw.commitment;
}

base::Result<void> draw_lots(SignUpGround& ground, domain::OccasionId occasion, base::Instant now) {
    auto transaction = TRY(ground.store.begin());
    auto book = TRY(ground.store.occasion(occasion));
    auto draw = TRY(ground.store.draw(occasion));
    if (!book || !draw) return base::Error{"draw.none", "No lots are to be drawn for this."};
    if (draw->seats) return {};
    if (!book->rules.closes || now < *book->rules.closes) {
        return base::Error{"draw.not-yet", "Lots are drawn when sign-up has closed."};
    }
    draw->seats = domain::free_seats(book->seats, domain::Channel::phone);
    std::vector<store::SignUpRow> rows;
    std::vector<store::DrawnRow> listed;
    for (auto& row : TRY(ground.store.of_occasion(occasion))) {
        if (row.state != SignUpState::waitlisted) continue;
        listed.push_back({row.id, row.party, false});
        rows.push_back(std::move(row));
    }
    const domain::Drawn drawn = domain::draw(entrants(listed, draw->seed), *draw->seats);
    for (const auto& before : rows) {
        store::SignUpRow row = before;
        const bool has_seats = seated(drawn, row.id);
        if (has_seats) {
            base::ensure(step(row, SignUpStep::confirm, Why::none), "who waits can be seated");
            row.taken = {row.party, 0};
            row.to_tell = "drawn";
        } else {
            const auto place = std::find(drawn.waiting.begin(), drawn.waiting.end(), row.id);
            row.list_order = place - drawn.waiting.begin() + 1;
            row.why = Why::not_drawn;
            ++row.version;
        }
        TRY(ground.store.change(before, row));
        TRY(ground.store.put_drawn(occasion, {row.id, row.party, has_seats}));
    }
    TRY(ground.store.put_draw(*draw, now));
    book->rules.by_lot = false;
    TRY(ground.store.set_occasion_marks(*book));
    return transaction.commit();
}

base::Result<DrawCheck> verify_draw(store::SignUpStore& store, domain::OccasionId occasion) {
    const auto draw = TRY(store.draw(occasion));
    if (!draw) return base::Error{"draw.none", "No lots are to be drawn for this."};
    if (!draw->seats) return base::Error{"draw.not-yet", "Lots have not been drawn yet."};
    if (commitment_to(occasion, draw->seed) != draw->commitment) {
        return DrawCheck{false, "The seed is not the one whose hash was published."};
    }
    const auto rows = TRY(store.drawn(occasion));
    const domain::Drawn again = domain::draw(entrants(rows, draw->seed), *draw->seats);
    for (const auto& row : rows) {
        if (row.seated == seated(again, row.id)) continue;
        return DrawCheck{false, "Sign-up " + row.id.hex() + " was treated otherwise."};
    }
    return DrawCheck{true, std::to_string(again.seated.size()) + " parties drawn from " +
                               std::to_string(rows.size()) + " for " +
                               std::to_string(*draw->seats) + " seats, as the seed says."};
}

}  // namespace wenlan::hub
