// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/result.h"
#include "gfx/gl/program.h"

namespace wenlan::gfx {

enum class ShaderId { solid, mask, picture, shrink, blur, present };
inline constexpr std::size_t shader_count = 6;

// The programs that frames are made with. One that breaks keeps its last good form.
class Shaders {
public:
    static base::Result<Shaders> load(std::filesystem::path folder, GlApi api);

    const Program& get(ShaderId id) const;

    // Builds anew what was written since; true if there was something.
    bool reload_if_changed();

private:
    struct Slot {
        std::optional<Program> program;
        std::uint64_t stamp = 0;
    };

    Shaders(std::filesystem::path folder, GlApi api) : folder_(std::move(folder)), api_(api) {}
    std::uint64_t stamp(std::size_t index) const;
    base::Result<Program> build(std::size_t index) const;

    std::filesystem::path folder_;
    GlApi api_;
    std::array<Slot, shader_count> slots_;
};

}  // namespace wenlan::gfx
