// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>

#include "base/ephemeris.h"

namespace wenlan::base {
namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr double day_ms = 86'400'000.0;

// days * sin(sun * M + moon * M' + latitude * F), times the eccentricity factor once for each M.
struct Periodic {
    double days;
    int sun;
    int moon;
    int latitude;
};

// Meeus, Astronomical Algorithms, chapter 49: from mean to true new moon.
constexpr Periodic periodic[] = {
    {-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0},    {0.01608, 0, 2, 0},  {0.01039, 0, 0, 2},
    {0.00739, -1, 1, 0}, {-0.00514, 1, 1, 0},   {0.00208, 2, 0, 0},  {-0.00111, 0, 1, -2},
    {-0.00057, 0, 1, 2}, {0.00056, 1, 2, 0},    {-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2},
    {0.00038, 1, 0, -2}, {-0.00024, -1, 2, 0},  {-0.00007, 2, 1, 0}, {0.00004, 0, 2, -2},
    {0.00004, 3, 0, 0},  {0.00003, 1, 1, -2},   {0.00003, 0, 2, 2},  {-0.00003, 1, 1, 2},
    {0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0}, {0.00002, 0, 4, 0},
};

// days * sin(start_deg + a_month_deg * lunation): the pull of the planets.
struct Planetary {
    double days;
    double start_deg;
    double a_month_deg;
};
constexpr Planetary planetary[] = {
    {0.000325, 299.77, 0.107408},  {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},  {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},  {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
};

}  // namespace

Instant new_moon(int lunation) {
    const double k = lunation;
    const double t = k / 1236.85;
    const double sun = (2.5534 + 29.10535670 * k - 0.0000014 * t * t) * degree;
    const double moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * degree;
    const double latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * degree;
    const double node = (124.7746 - 1.56375588 * k + 0.0020672 * t * t) * degree;
    const double eccentricity = 1.0 - 0.002516 * t - 0.0000074 * t * t;

    double days = 29.530588861 * k + 0.00015437 * t * t - 0.00017 * std::sin(node);
    for (const Periodic& term : periodic) {
        const double angle = term.sun * sun + term.moon * moon + term.latitude * latitude;
        days += term.days * std::pow(eccentricity, std::abs(term.sun)) * std::sin(angle);
    }
    for (const Planetary& term : planetary) {
        days += term.days * std::sin((term.start_deg + term.a_month_deg * k) * degree);
    }
    // Mean new moon of lunation 0, Julian ephemeris day 2451550.09766, in days from 1970.
    constexpr double mean_0_days = 2451550.09766 - 2440587.5;
    const Instant dynamical{Duration{std::llround((mean_0_days + days) * day_ms)}};
    return dynamical - delta_t(dynamical);
}

}  // namespace wenlan::base
