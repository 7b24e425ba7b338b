// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/result.h"
#include "gfx/gl/program.h"

namespace wenlan::gfx {

enum class ShaderId { solid, mask, picture, shrink, blur, present, painting };
inline constexpr std::size_t shader_count = 7;

// The programs of the shaders folder. A program that breaks keeps its last good form.
class Shaders {
public:
    // Fails if one of our own programs cannot be built; the painting alone may be broken.
    static base::Result<Shaders> load(std::filesystem::path folder, GlApi api);

    // Any but the painting.
    const Program& get(ShaderId id) const;
    // None if it has never been good.
    const Program* painting() const;

    struct Reloaded {
        bool any = false;
        bool painting = false;
    };
    // Builds anew what was written since.
    Reloaded reload_if_changed();

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
