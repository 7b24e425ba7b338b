// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wenlan::sync {

// Pages of a file, of 4096 bytes; the last may be shorter.
inline constexpr std::size_t patch_page_bytes = 4096;

// Pages that follow each other.
struct PageRun {
    std::uint64_t first = 0;
    std::uint64_t count = 0;
    bool operator==(const PageRun&) const = default;
};

// Runs in order, with pages between them.
using PageRuns = std::vector<PageRun>;

// The pages of `file` that are not the same in `base`.
PageRuns changed_pages(std::string_view base, std::string_view file);

// What is there of these pages, one after the other.
std::string gather(std::string_view file, const PageRuns& runs);
// How many bytes that is of a file of this length.
std::size_t gathered_bytes(std::size_t file_bytes, const PageRuns& runs);
// Puts them back. `pages` are as many as gather() gives.
void scatter(std::string& file, const PageRuns& runs, std::string_view pages);

// Numbers of seven bits a byte, the low ones first: pages to leave out, pages to take, and so on.
std::string encode(const PageRuns& runs);
// "object.broken" for what is no list, or has pages that a file of this length has not.
base::Result<PageRuns> decode_runs(std::string_view text, std::size_t file_bytes);

}  // namespace wenlan::sync
