// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Catch2 2 and 3 differ in their headers; the tests include this one only.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
