// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>
#include <span>

#include "base/ephemeris.h"

namespace wenlan::base {
namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr double arc_second = degree / 3600.0;

// amplitude * cos(phase + frequency * t): amplitude in 1e-8 radians, t in Julian millennia from
// J2000.
struct Term {
    double amplitude;
    double phase;
    double frequency;
};

// The largest terms of the Earth's heliocentric longitude in the VSOP87 theory (Bretagnon and
// Francou 1988), one table for each power of t. What is left out sums to less than 2 arc seconds.
constexpr Term longitude_0[] = {
    {175347046.0, 0.0, 0.0},         {3341656.0, 4.6692568, 6283.0758500},
    {34894.0, 4.62610, 12566.15170}, {3497.0, 2.7441, 5753.3849},
    {3418.0, 2.8289, 3.5231},        {3136.0, 3.6277, 77713.7715},
    {2676.0, 4.4181, 7860.4194},     {2343.0, 6.1352, 3930.2097},
    {1324.0, 0.7425, 11506.7698},    {1273.0, 2.0371, 529.6910},
    {1199.0, 1.1096, 1577.3435},     {990.0, 5.233, 5884.927},
    {902.0, 2.045, 26.298},          {857.0, 3.508, 398.149},
    {780.0, 1.179, 5223.694},        {753.0, 2.533, 5507.553},
    {505.0, 4.583, 18849.228},       {492.0, 4.205, 775.523},
    {357.0, 2.920, 0.067},           {317.0, 5.849, 11790.629},
    {284.0, 1.899, 796.298},         {271.0, 0.315, 10977.079},
    {243.0, 0.345, 5486.778},        {206.0, 4.806, 2544.314},
    {205.0, 1.869, 5573.143},        {202.0, 2.458, 6069.777},
    {156.0, 0.833, 213.299},         {132.0, 3.411, 2942.463},
    {126.0, 1.083, 20.775},          {115.0, 0.645, 0.980},
    {103.0, 0.636, 4694.003},        {102.0, 0.976, 15720.839},
    {102.0, 4.267, 7.114},
};
constexpr Term longitude_1[] = {
    {628331966747.0, 0.0, 0.0},   {206059.0, 2.678235, 6283.075850},
    {4303.0, 2.6351, 12566.1517}, {425.0, 1.590, 3.523},
    {119.0, 5.796, 26.298},       {109.0, 2.966, 1577.344},
    {93.0, 2.59, 18849.23},       {72.0, 1.14, 529.69},
    {68.0, 1.87, 398.15},         {67.0, 4.41, 5507.55},
    {59.0, 2.89, 5223.69},        {56.0, 2.17, 155.42},
};
constexpr Term longitude_2[] = {
    {52919.0, 0.0, 0.0},
    {8720.0, 1.0721, 6283.0758},
    {309.0, 0.867, 12566.152},
};
constexpr Term longitude_3[] = {{289.0, 5.844, 6283.076}};

double sum(std::span<const Term> terms, double millennia) {
    double total = 0.0;
    for (const Term& term : terms) {
        total += term.amplitude * std::cos(term.phase + term.frequency * millennia);
    }
    return total * 1e-8;
}

double centuries_from_j2000(Instant instant) {
    constexpr double j2000_unix_s = 946'728'000.0;  // 2000-01-01T12:00:00
    constexpr double century_s = 36525.0 * 86400.0;
    return (static_cast<double>(instant.time_since_epoch().count()) / 1000.0 - j2000_unix_s) /
           century_s;
}

double nutation_in_longitude(double centuries) {
    const double node = (125.04452 - 1934.136261 * centuries) * degree;
    const double sun = (280.4665 + 36000.7698 * centuries) * degree;
    const double moon = (218.3165 + 481267.8813 * centuries) * degree;
    return arc_second * (-17.20 * std::sin(node) - 1.32 * std::sin(2.0 * sun) -
                         0.23 * std::sin(2.0 * moon) + 0.21 * std::sin(2.0 * node));
}

double aberration(double centuries) {
    const double anomaly = (357.5291 + 35999.0503 * centuries) * degree;
    const double distance_au = 1.0001 - 0.01671 * std::cos(anomaly);
    return -20.4898 * arc_second / distance_au;
}

}  // namespace

// By the polynomials of Espenak and Meeus (2006) for 2005-2050, which stay within two minutes of
// the truth from 1950 to 2100: there the sun moves by less than 5 arc seconds.
Duration delta_t(Instant instant) {
    const double years = centuries_from_j2000(instant) * 100.0;
    return std::chrono::round<Duration>(
        std::chrono::duration<double>{62.92 + 0.32217 * years + 0.005589 * years * years});
}

double apparent_solar_longitude_deg(Instant instant) {
    constexpr double to_fk5 = -0.09033 * arc_second;
    const double centuries = centuries_from_j2000(instant + delta_t(instant));
    const double millennia = centuries / 10.0;
    const double earth =
        sum(longitude_0, millennia) +
        millennia *
            (sum(longitude_1, millennia) +
             millennia * (sum(longitude_2, millennia) + millennia * sum(longitude_3, millennia)));
    const double sun = earth + std::numbers::pi + to_fk5 + nutation_in_longitude(centuries) +
                       aberration(centuries);
    const double degrees = std::fmod(sun / degree, 360.0);
    return degrees < 0.0 ? degrees + 360.0 : degrees;
}

}  // namespace wenlan::base
