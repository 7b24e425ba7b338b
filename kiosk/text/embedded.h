// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// Files that are part of the program (kiosk/text/CMakeLists.txt says which), 16-byte aligned.
namespace wenlan::text {

std::string_view embedded_tones();  // data/readings/tones.tsv
std::string_view embedded_names();  // data/readings/names.tsv
// data/input
std::string_view embedded_surnames();
std::string_view embedded_given();
std::string_view embedded_given_pairs();
std::string_view embedded_words();
// Made by input/make.
std::string_view embedded_handwriting();

}  // namespace wenlan::text
