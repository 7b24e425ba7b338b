// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sunset.h"

#include <cmath>
#include <numbers>

#include "base/ephemeris.h"

namespace wenlan::base {

namespace {

constexpr double degree = std::numbers::pi / 180.0;
// Refraction of 34 arc minutes and the sun's half diameter of 16, as almanacs reckon.
constexpr double altitude_at_sunset_deg = -50.0 / 60.0;
constexpr double minutes_per_degree = 4.0;

double centuries_since_2000(Instant instant) {
    constexpr double ms_per_century = 86'400'000.0 * 36'525;
    constexpr double j2000_ms = 946'728'000'000.0;  // noon of 1 January 2000
    return (static_cast<double>(instant.time_since_epoch().count()) - j2000_ms) / ms_per_century;
}

// Where the sun stands: its declination, and by how much sundials are ahead of clocks.
struct Sun {
    double declination_rad = 0;
    double equation_of_time_min = 0;
};

Sun sun_at(Instant instant) {
    const double t = centuries_since_2000(instant);
    const double obliquity = (23.43929 - 0.0130042 * t) * degree;
    const double longitude = apparent_solar_longitude_deg(instant) * degree;
    const double mean_longitude_deg = 280.46646 + 36'000.76983 * t;
    const double right_ascension =
        std::atan2(std::cos(obliquity) * std::sin(longitude), std::cos(longitude));
    const double ahead_deg =
        std::remainder(mean_longitude_deg - 0.0057183 - right_ascension / degree, 360.0);
    return {std::asin(std::sin(obliquity) * std::sin(longitude)), ahead_deg * minutes_per_degree};
}

}  // namespace

std::optional<Instant> sunset(CivilDate date, const Coordinates& place) {
    const Instant midnight = Instant{date.days()};
    const double latitude = place.latitude_deg * degree;
    const auto at_minute = [&](double minute) {
        return midnight + Duration{std::llround(minute * 60'000.0)};
    };
    // The sun moves a little between noon and its setting: the second round has that right.
    double minute = 720 - minutes_per_degree * place.longitude_deg;
    for (int round = 0; round < 3; ++round) {
        const Sun sun = sun_at(at_minute(minute));
        const double cosine = (std::sin(altitude_at_sunset_deg * degree) -
                               std::sin(latitude) * std::sin(sun.declination_rad)) /
                              (std::cos(latitude) * std::cos(sun.declination_rad));
        if (!(cosine >= -1 && cosine <= 1)) return std::nullopt;
        const double half_day_deg = std::acos(cosine) / degree;
        minute = 720 - minutes_per_degree * place.longitude_deg - sun.equation_of_time_min +
                 minutes_per_degree * half_day_deg;
    }
    return at_minute(minute);
}

}  // namespace wenlan::base
