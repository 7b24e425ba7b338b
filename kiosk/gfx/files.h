// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "image/pixels.h"

// Shaders, icons and pictures, read by path. Any thread.
namespace wenlan::gfx {

// "gfx.no-file" if it is not there, "gfx.file-too-large" over 64 MB.
base::Result<std::string> read_file(const std::filesystem::path& path);
base::Result<image::Pixels> read_picture(const std::filesystem::path& path);

// name.png, name.jpg or name.webp in this folder, if there is one.
std::optional<std::filesystem::path> find_picture(const std::filesystem::path& folder,
                                                  const std::string& name);

// A picture's or icon's name is one plain word: it can never lead out of its folder.
bool plain_name(const std::string& name);

// Changes when the file is written anew; zero if it is not there.
std::uint64_t file_stamp(const std::filesystem::path& path);

}  // namespace wenlan::gfx
