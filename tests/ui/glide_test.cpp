// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motion/glide.h"

#include "catch.h"
#include "ui/theme/paintings.h"

using namespace wenlan;
using base::Duration;
using ui::Framing;
using ui::Rect;

namespace {

const Framing attract{{0, 0, 1080, 1920}, ui::paintings::attract()};
const Framing home{{0, 0, 1080, 760}, ui::paintings::hero()};

struct Bridge {
    float x, y, half;
};

// Where the bridge of a painting is seen that is drawn there.
Bridge bridge_of(const gfx::Painting& painting, const Rect& rect) {
    return {rect.x + rect.w * painting.bridge[0], rect.y + rect.h * (1 - painting.water),
            rect.h * painting.scale * painting.bridge[1]};
}

}  // namespace

TEST_CASE("The painting of home sets out from where the bridge stood on attract") {
    const Bridge stood = bridge_of(attract.painting, attract.rect);
    const Bridge sets_out = bridge_of(home.painting, ui::on_the_way(home, attract, home, 0));
    CHECK(sets_out.x == Approx(stood.x));
    CHECK(sets_out.y == Approx(stood.y));
    CHECK(sets_out.half == Approx(stood.half));
}

TEST_CASE("It arrives at its own place, and on the way it is between the two") {
    const Rect arrived = ui::on_the_way(home, attract, home, 1);
    CHECK(arrived.x == Approx(home.rect.x).margin(0.01));
    CHECK(arrived.y == Approx(home.rect.y).margin(0.01));
    CHECK(arrived.w == Approx(home.rect.w));
    CHECK(arrived.h == Approx(home.rect.h));
    const Bridge start = bridge_of(attract.painting, attract.rect);
    const Bridge end = bridge_of(home.painting, home.rect);
    const Bridge middle = bridge_of(home.painting, ui::on_the_way(home, attract, home, 0.5F));
    CHECK(middle.x == Approx((start.x + end.x) / 2));
    CHECK(middle.y == Approx((start.y + end.y) / 2));
    CHECK(middle.half == Approx((start.half + end.half) / 2));
}

TEST_CASE("Panels rise one after the other, and stand where they belong when nothing glides") {
    CHECK(ui::rise({}, 3).down == 0);
    CHECK(ui::rise({}, 3).alpha == 1);
    CHECK(ui::rise(Duration{0}, 0).alpha == 0);
    CHECK(ui::rise(Duration{0}, 0).down == 40);
    CHECK(ui::rise(Duration{300}, 0).alpha > ui::rise(Duration{300}, 1).alpha);
    for (int nth = 0; nth < 4; ++nth) CHECK(ui::rise(ui::glide_in, nth).alpha == 1);
}
