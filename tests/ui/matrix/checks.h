// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/local_text.h"
#include "gfx/graphics.h"
#include "ui/semantics/semantics.h"

// What must hold of every frame, from its semantics tree alone.
namespace wenlan::test {

struct Mode {
    gfx::Size panel{1080, 1920};
    base::Language language = base::Language::zh;
    bool large_text = false;
    bool high_contrast = false;
};
std::string name_of(const Mode& mode);  // "1080x1920 zh large contrast"

using Faults = std::vector<std::string>;

// All faults of a frame, each with the screen, the mode and the labels in question.
Faults faults_of(const ui::Semantics& screen, const Mode& mode, const std::string& page);

}  // namespace wenlan::test
