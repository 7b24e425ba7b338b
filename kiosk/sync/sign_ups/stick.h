// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/ports.h"
#include "base/result.h"
#include "sync/sign_ups/delivery.h"

namespace wenlan::sync {

// Sign-ups on a stick, beside the programme:
//   wenlan/sign-ups/<centre>-<kiosk>-<n>.out    what a screen brings
//   wenlan/sign-ups/<centre>-<kiosk>-<n>.reply  what the hub answers to it
// All of it is signed, and what is personal sealed: who finds the stick learns how many signed up.
std::filesystem::path sign_ups_on_stick(const std::filesystem::path& stick);
inline constexpr std::string_view stick_brings = ".out";
inline constexpr std::string_view stick_answers = ".reply";

// At the screen: takes the answers that are meant for it, then writes what still waits. An answer
// that cannot be used stays where it is. How many messages were written.
base::Result<int> exchange_by_stick(base::Disk& disk, const std::filesystem::path& stick,
                                    Delivery& delivery);

}  // namespace wenlan::sync
