// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/shaders.h"

#include <string>

#include "base/log.h"
#include "gfx/files.h"

namespace wenlan::gfx {

namespace {

struct Source {
    const char* vertex;
    const char* fragment;
};

// In the order of ShaderId.
constexpr std::array<Source, shader_count> sources{{
    {"solid.vert", "solid.frag"},
    {"draw.vert", "mask.frag"},
    {"draw.vert", "picture.frag"},
    {"screen.vert", "shrink.frag"},
    {"screen.vert", "blur.frag"},
    {"screen.vert", "present.frag"},
}};

}  // namespace

base::Result<Shaders> Shaders::load(std::filesystem::path folder, GlApi api) {
    Shaders shaders(std::move(folder), api);
    for (std::size_t index = 0; index < shader_count; ++index) {
        shaders.slots_[index].stamp = shaders.stamp(index);
        shaders.slots_[index].program = TRY(shaders.build(index));
    }
    return shaders;
}

const Program& Shaders::get(ShaderId id) const {
    const auto& program = slots_[static_cast<std::size_t>(id)].program;
    base::ensure(program.has_value(), "every program was built when they were loaded");
    return *program;
}

bool Shaders::reload_if_changed() {
    bool reloaded = false;
    for (std::size_t index = 0; index < shader_count; ++index) {
        const std::uint64_t now = stamp(index);
        if (now == slots_[index].stamp) continue;
        slots_[index].stamp = now;
        auto program = build(index);
        if (!program) {
            base::log::error("the last good shader stays", program.error());
            continue;
        }
        slots_[index].program = std::move(program).value();
        reloaded = true;
    }
    return reloaded;
}

std::uint64_t Shaders::stamp(std::size_t index) const {
    return file_stamp(folder_ / sources[index].vertex) * 31 +
           file_stamp(folder_ / sources[index].fragment);
}

base::Result<Program> Shaders::build(std::size_t index) const {
    const std::string vertex = TRY(read_file(folder_ / sources[index].vertex));
    const std::string fragment = TRY(read_file(folder_ / sources[index].fragment));
    auto program = Program::compile(api_, vertex, fragment);
    if (program) return program;
    base::Error error = program.error();
    error.detail = std::string(sources[index].fragment) + ": " + error.detail;
    return error;
}

}  // namespace wenlan::gfx
