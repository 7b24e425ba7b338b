// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/ports.h"
#include "sync/seeded_random.h"

namespace wenlan::test {

// Thrown out of the step at which the power goes.
struct PowerCut {};

// A disk in memory that promises no more than POSIX does: what was not synced may be lost, torn or
// there, and names that were not synced may have changed or not, in any combination.
class CrashDisk final : public base::Disk {
public:
    enum class Fault { none, power_cut, full, failing };

    // The step, counted from now and from 1, at which it happens; full and failing last until
    // mend().
    void fail_at(int step, Fault fault) {
        fault_at_ = steps_ + step;
        fault_ = fault;
        broken_ = false;
    }
    void mend() {
        fault_ = Fault::none;
        broken_ = false;
    }
    int steps() const { return steps_; }
    // Looks at the disk after every step, as another process would.
    std::function<void()> after_step;

    // The machine starts again: of what was not synced, chance says what is left.
    void power_comes_back(SeededRandom& random);

    base::Result<std::string> read(const std::filesystem::path& path,
                                   std::size_t bytes_max) override;
    base::Result<base::FilePart> read_part(const std::filesystem::path& path, std::uint64_t offset,
                                           std::size_t bytes_max) override;
    base::Result<void> replace(const std::filesystem::path& path, std::string_view bytes) override;
    base::Result<void> replace_private(const std::filesystem::path& path,
                                       std::string_view bytes) override {
        return replace(path, bytes);
    }
    base::Result<void> append(const std::filesystem::path& path, std::string_view bytes) override;
    base::Result<void> rename(const std::filesystem::path& from,
                              const std::filesystem::path& to) override;
    base::Result<void> sync(const std::filesystem::path& path) override;
    base::Result<void> remove(const std::filesystem::path& path) override;
    base::Result<void> make_folder(const std::filesystem::path&) override { return {}; }
    bool exists(const std::filesystem::path& path) override { return now_.contains(path.string()); }
    base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) override;

    // Without counting as a step; none where there is no such file.
    std::optional<std::string> look(const std::filesystem::path& path) const;

private:
    struct File {
        std::string bytes;
        std::string synced;
    };
    using Names = std::map<std::string, std::shared_ptr<File>>;
    // Names that change together: a new one, one that is gone, a rename.
    struct Change {
        std::string folder;
        std::vector<std::pair<std::string, std::shared_ptr<File>>> names;  // null: gone
    };

    base::Result<void> step();
    void change(Change change);
    static void apply(const Change& change, Names& names);
    static std::string torn(const File& file, SeededRandom& random);

    Names now_;
    Names durable_;
    std::vector<Change> unsynced_;
    int steps_ = 0;
    int fault_at_ = 0;
    int temporary_ = 0;
    Fault fault_ = Fault::none;
    bool broken_ = false;
};

}  // namespace wenlan::test
