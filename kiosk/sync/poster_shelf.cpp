// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/poster_shelf.h"

#include <algorithm>
#include <optional>

#include "base/log.h"

namespace wenlan::sync {

namespace {

constexpr int pieces_max = 16;

base::Error cut(const Hash& poster) {
    return {"download.cut", "A picture did not arrive whole.", poster.hex()};
}

}  // namespace

std::string poster_name(const Hash& poster) { return "poster/" + poster.hex(); }

std::vector<Hash> poster_objects(const std::vector<std::string>& names) {
    std::vector<Hash> posters;
    for (const std::string& name : names) {
        if (const auto hash = Hash::of_hex(name)) posters.push_back(*hash);
    }
    std::sort(posters.begin(), posters.end());
    posters.erase(std::unique(posters.begin(), posters.end()), posters.end());
    return posters;
}

base::Result<void> PosterShelf::fetch(const Hash& poster) {
    TRY(disk_.make_folder(own_.poster_parts()));
    const std::filesystem::path part = own_.poster_part(poster);
    const std::string begun = TRY(had(part));
    auto fetched = fetch_from(poster, part, begun);
    if (!fetched && fetched.error().code == "poster.wrong-hash" && !begun.empty()) {
        // What was kept from before was not what it seemed: once more, from the beginning.
        fetched = fetch_from(poster, part, {});
    }
    return fetched;
}

// How long it is, only its bytes say: it is whole once they have its hash.
base::Result<void> PosterShelf::fetch_from(const Hash& poster, const std::filesystem::path& part,
                                           std::string bytes) {
    for (int pieces = 0; bytes.empty() || hash_of(bytes) != poster; ++pieces) {
        if (stopping_) return base::Error{"download.stopped", "The program ends."};
        // Who sends it in crumbs is asked again another time.
        if (pieces == pieces_max) return cut(poster);
        const std::size_t wanted = poster_bytes_max - bytes.size();
        const net::Fetched piece =
            wanted == 0
                ? net::Fetched{}
                : TRY(transport_.get(
                      {.name = poster_name(poster), .offset = bytes.size(), .bytes_max = wanted}));
        if (piece.bytes.size() > wanted || (piece.bytes.empty() && !bytes.empty())) {
            if (disk_.exists(part)) TRY(disk_.remove(part));
            return base::Error{"poster.wrong-hash", "A picture was changed on its way here.",
                               poster.hex()};
        }
        if (piece.bytes.empty()) return cut(poster);
        TRY(disk_.append(part, piece.bytes));
        bytes += piece.bytes;
    }
    return shelve(poster, part);
}

base::Result<std::string> PosterShelf::had(const std::filesystem::path& part) {
    if (!disk_.exists(part)) return std::string();
    auto bytes = disk_.read(part, poster_bytes_max);
    if (bytes) return bytes;
    TRY(disk_.remove(part));
    return std::string();
}

base::Result<void> PosterShelf::shelve(const Hash& poster, const std::filesystem::path& part) {
    TRY(disk_.make_folder(folder_.posters()));
    TRY(disk_.sync(part));
    TRY(disk_.rename(part, folder_.poster(poster.hex())));
    unsettled_ = true;
    return {};
}

base::Result<void> PosterShelf::settle() {
    if (!unsettled_) return {};
    TRY(disk_.sync(folder_.posters()));
    unsettled_ = false;
    return {};
}

std::vector<Hash> PosterShelf::all() const {
    constexpr std::string_view ending = ".jpg";
    const auto names = disk_.list(folder_.posters());
    std::vector<std::string> objects;
    for (const std::string& name : names ? names.value() : std::vector<std::string>{}) {
        if (!name.ends_with(ending)) continue;
        objects.push_back(name.substr(0, name.size() - ending.size()));
    }
    return poster_objects(objects);
}

void PosterShelf::keep_only(const std::vector<Hash>& posters) {
    const auto kept = [&posters](const Hash& poster) {
        return std::find(posters.begin(), posters.end(), poster) != posters.end();
    };
    for (const Hash& poster : all()) {
        if (!kept(poster)) remove(folder_.poster(poster.hex()));
    }
    const auto parts = disk_.list(own_.poster_parts());
    for (const std::string& name : parts ? parts.value() : std::vector<std::string>{}) {
        const auto poster = Hash::of_hex(name);
        if (!poster || !kept(*poster)) remove(own_.poster_parts() / name);
    }
}

bool PosterShelf::drop_damaged() {
    bool dropped = false;
    for (const Hash& poster : all()) {
        const auto bytes = disk_.read(folder_.poster(poster.hex()), poster_bytes_max);
        if (bytes && hash_of(bytes.value()) == poster) continue;
        base::log::warning("the poster " + poster.hex() + " is damaged, fetching it again");
        remove(folder_.poster(poster.hex()));
        dropped = true;
    }
    return dropped;
}

void PosterShelf::remove(const std::filesystem::path& path) {
    const auto removed = disk_.remove(path);
    if (!removed) base::log::warning("removing a poster", removed.error());
}

}  // namespace wenlan::sync
