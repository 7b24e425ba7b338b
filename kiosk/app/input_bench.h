// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/ports.h"
#include "base/result.h"

namespace wenlan::app {

// Measures the engines behind the keyboard and the writing pad on a table (tab-separated, a heading
// line may come first) and prints one line of JSON:
//   pinyin       kind (name or another), text, syllables: are they found, and how soon
//   initials     title, full pinyin: is the title found by its initials and by its full pinyin
//   handwriting  source, character, strokes ("x,y x,y;x,y ..."): is the character recognised
bool is_input_bench(const std::string& name);
base::Result<void> run_input_bench(const std::string& name, const std::filesystem::path& input,
                                   base::Disk& disk);

}  // namespace wenlan::app
