// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/sim_vfs.h"

#include <cstring>
#include <sqlite3.h>

namespace wenlan::sim {

namespace {

thread_local Disks disks_now;

SimDisk* disk_of(const std::string& path) {
    const std::size_t end = path.find('/', 1);
    const auto found = disks_now.find(path.substr(1, end - 1));
    return found == disks_now.end() ? nullptr : found->second;
}

// As SQLite allocates it; the C++ part is made in open and destroyed in close.
struct Handle {
    sqlite3_file base;
    SimDisk* disk;
    std::shared_ptr<SimDisk::File>* file;
    std::string* name;
    bool delete_on_close;
};
Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }

int close(sqlite3_file* raw) {
    Handle& handle = of(raw);
    if (handle.delete_on_close) handle.disk->erase(*handle.name);
    delete handle.file;
    delete handle.name;
    return SQLITE_OK;
}

int read(sqlite3_file* raw, void* to, int count, sqlite3_int64 offset) {
    Handle& handle = of(raw);
    if (handle.disk->dead()) return SQLITE_IOERR_READ;
    const std::string& bytes = (*handle.file)->bytes;
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const auto there = std::max<sqlite3_int64>(0, std::min<sqlite3_int64>(count, size - offset));
    if (there > 0) std::memcpy(to, bytes.data() + offset, static_cast<std::size_t>(there));
    if (there == count) return SQLITE_OK;
    std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(count - there));
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* raw, const void* from, int count, sqlite3_int64 offset) {
    Handle& handle = of(raw);
    if (!handle.disk->step()) return SQLITE_IOERR_WRITE;
    if (handle.disk->full()) return SQLITE_FULL;
    SimDisk::write(**handle.file, offset,
                   std::string(static_cast<const char*>(from), static_cast<std::size_t>(count)));
    return SQLITE_OK;
}

int truncate(sqlite3_file* raw, sqlite3_int64 size) {
    Handle& handle = of(raw);
    if (!handle.disk->step()) return SQLITE_IOERR_TRUNCATE;
    SimDisk::truncate(**handle.file, size);
    return SQLITE_OK;
}

int sync(sqlite3_file* raw, int) {
    Handle& handle = of(raw);
    if (!handle.disk->step()) return SQLITE_IOERR_FSYNC;
    SimDisk::sync_file(**handle.file);
    return SQLITE_OK;
}

int file_size(sqlite3_file* raw, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>((*of(raw).file)->bytes.size());
    return SQLITE_OK;
}

// One connection a file: nobody is in the way.
int lock(sqlite3_file*, int) { return SQLITE_OK; }
int check_reserved(sqlite3_file*, int* result) {
    *result = 0;
    return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 512; }
int characteristics(sqlite3_file*) { return 0; }

int shm_map(sqlite3_file* raw, int region, int size, int extend, void volatile** memory) {
    auto& shared = (*of(raw).file)->shared;
    const auto wanted = static_cast<std::size_t>(region) + 1;
    if (shared.size() < wanted && extend == 0) {
        *memory = nullptr;
        return SQLITE_OK;
    }
    while (shared.size() < wanted) {
        shared.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size)));
    }
    *memory = shared[wanted - 1].get();
    return SQLITE_OK;
}
int shm_lock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void shm_barrier(sqlite3_file*) {}
int shm_unmap(sqlite3_file* raw, int) {
    (*of(raw).file)->shared.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods table = {2,
                                             close,
                                             read,
                                             write,
                                             truncate,
                                             sync,
                                             file_size,
                                             lock,
                                             lock,
                                             check_reserved,
                                             control,
                                             sector_size,
                                             characteristics,
                                             shm_map,
                                             shm_lock,
                                             shm_barrier,
                                             shm_unmap,
                                             nullptr,
                                             nullptr};
    return table;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* raw, int flags, int* flags_out) {
    Handle& handle = of(raw);
    handle.base.pMethods = nullptr;
    static thread_local int temporary = 0;
    const std::string path = name != nullptr ? name
                                             : "/" + disks_now.begin()->first + "/temporary-" +
                                                   std::to_string(++temporary);
    SimDisk* const disk = disk_of(path);
    if (disk == nullptr || disk->dead()) return SQLITE_CANTOPEN;
    auto file = disk->find(path);
    if (!file) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
        if (!disk->step()) return SQLITE_CANTOPEN;
        file = disk->make(path);
    }
    handle.disk = disk;
    handle.file = new std::shared_ptr<SimDisk::File>(file);
    handle.name = new std::string(path);
    handle.delete_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    handle.base.pMethods = &methods();
    if (flags_out != nullptr) *flags_out = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int) {
    SimDisk* const disk = disk_of(name);
    if (disk == nullptr || !disk->step()) return SQLITE_IOERR_DELETE;
    if (!disk->find(name)) return SQLITE_IOERR_DELETE_NOENT;
    disk->erase(name);
    return SQLITE_OK;
}

int access(sqlite3_vfs*, const char* name, int, int* result) {
    SimDisk* const disk = disk_of(name);
    const auto file = disk == nullptr ? nullptr : disk->find(name);
    *result = file != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

// SQLite's own choices (a log's salt) are the same in every run of a seed.
int randomness(sqlite3_vfs*, int count, char* out) {
    static thread_local std::uint64_t state = 88172645463325252ULL;
    for (int i = 0; i < count; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out[i] = static_cast<char>(state);
    }
    return count;
}
int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
int current_time(sqlite3_vfs*, double* days) {
    *days = 2461000.5;
    return SQLITE_OK;
}
int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

void set_disks(Disks disks) { disks_now = std::move(disks); }

void use_simulated_disks() {
    static sqlite3_vfs vfs = {1,       sizeof(Handle), 512,        nullptr, "wenlan-sim",
                              nullptr, open,           remove,     access,  full_path,
                              nullptr, nullptr,        nullptr,    nullptr, randomness,
                              sleep,   current_time,   last_error, nullptr, nullptr,
                              nullptr, nullptr};
    sqlite3_vfs_register(&vfs, 1);
}

}  // namespace wenlan::sim
