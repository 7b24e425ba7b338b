// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/download.h"

#include <algorithm>

#include "base/log.h"
#include "sync/objects.h"

namespace wenlan::sync {

base::Result<std::string> Download::fetch(const std::string& name, const Content& object) {
    TRY(disk_.make_folder(folder_.parts()));
    const std::int64_t from = TRY(had(object));
    TRY(fetch_rest(name, object, from));
    auto bytes = checked(object);
    if (bytes || from == 0) return bytes;
    // What was kept from before was not what it seemed: once more, from the beginning.
    TRY(fetch_rest(name, object, 0));
    return checked(object);
}

base::Result<std::int64_t> Download::had(const Content& object) {
    const std::filesystem::path part = folder_.part(object.hash);
    if (!disk_.exists(part)) return std::int64_t{0};
    const auto kept = disk_.read_part(part, 0, 0);
    const std::int64_t bytes = kept ? static_cast<std::int64_t>(kept.value().file_bytes) : -1;
    if (bytes >= 0 && bytes <= object.bytes) return bytes;
    TRY(disk_.remove(part));
    return std::int64_t{0};
}

base::Result<void> Download::fetch_rest(const std::string& name, const Content& object,
                                        std::int64_t from) {
    constexpr std::int64_t piece_bytes = 256 << 10;
    constexpr int cuts_max = 16;
    int cuts = 0;
    while (from < object.bytes) {
        if (stopping_) return base::Error{"download.stopped", "The program ends."};
        const std::int64_t wanted = std::min(piece_bytes, object.bytes - from);
        const net::Fetched piece =
            TRY(transport_.get({.name = name,
                                .offset = static_cast<std::uint64_t>(from),
                                .bytes_max = static_cast<std::size_t>(wanted)}));
        const auto got = static_cast<std::int64_t>(piece.bytes.size());
        if (got == 0 || got > wanted) {
            return base::Error{"download.cut", "The programme did not arrive whole.",
                               name + " ends after " + std::to_string(from) + " bytes"};
        }
        TRY(disk_.append(folder_.part(object.hash), piece.bytes));
        from += got;
        // Who sends it in crumbs is asked again another time, for what is missing then.
        if (got < wanted && ++cuts == cuts_max) {
            return base::Error{"download.cut", "The programme did not arrive whole.",
                               name + " comes in crumbs"};
        }
    }
    return {};
}

base::Result<std::string> Download::checked(const Content& object) {
    const std::filesystem::path part = folder_.part(object.hash);
    auto bytes = disk_.read(part, static_cast<std::size_t>(object.bytes));
    base::Result<void> good = bytes ? check_object(bytes.value(), object) : bytes.error();
    if (good) return bytes;
    TRY(disk_.remove(part));
    return good.error();
}

void Download::drop_all() {
    const auto names = disk_.list(folder_.parts());
    if (!names) return;
    for (const std::string& name : names.value()) {
        const auto removed = disk_.remove(folder_.parts() / name);
        if (!removed) base::log::warning("removing a part of a download", removed.error());
    }
}

}  // namespace wenlan::sync
