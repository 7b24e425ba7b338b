// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wenlan::fuzz {

// Each takes any bytes and stops the program where something that must hold does not. The driver
// for libFuzzer and the short form in the tests call them alike.
struct Target {
    std::string_view name;
    void (*run)(std::string_view bytes);
    std::string (*sample)(int number);  // well-formed input to begin from
    int rounds = 1000;                  // of each kind of mutation, in the tests' short form
};

std::span<const Target> targets();

void run_manifest(std::string_view bytes);
std::string sample_manifest(int number);
void run_root(std::string_view bytes);
std::string sample_root(int number);
void run_avail(std::string_view bytes);
std::string sample_avail(int number);
void run_patch(std::string_view bytes);
std::string sample_patch(int number);
void run_pairing(std::string_view bytes);
std::string sample_pairing(int number);
void run_health(std::string_view bytes);
std::string sample_health(int number);
void run_ics(std::string_view bytes);
std::string sample_ics(int number);
void run_csv(std::string_view bytes);
std::string sample_csv(int number);
void run_poster(std::string_view bytes);
std::string sample_poster(int number);

}  // namespace wenlan::fuzz
