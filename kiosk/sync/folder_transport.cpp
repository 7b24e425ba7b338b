// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/folder_transport.h"

namespace wenlan::sync {

namespace {

base::Error bad_name(std::string_view name) {
    return {"net.bad-name", "This is not the name of an object.", std::string(name)};
}

}  // namespace

base::Result<net::Fetched> FolderTransport::get(const net::Fetch& fetch) {
    if (!net::valid_object_name(fetch.name)) return bad_name(fetch.name);
    auto part = disk_.read_part(root_ / fetch.name, fetch.offset, fetch.bytes_max);
    if (!part) {
        const base::Error& error = part.error();
        if (error.code != "disk.not-found") return error;
        return base::Error{"net.not-found", "The other side does not have this.", error.detail};
    }
    return net::Fetched{std::move(part.value().bytes)};
}

base::Result<void> FolderTransport::put(std::string_view name, std::string_view bytes) {
    if (!net::valid_object_name(name)) return bad_name(name);
    const std::filesystem::path path = root_ / name;
    TRY(disk_.make_folder(path.parent_path()));
    return disk_.replace(path, bytes);
}

}  // namespace wenlan::sync
