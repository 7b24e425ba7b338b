// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/kiosk_keys.h"

#include <utility>

#include "sync/field_reader.h"
#include "sync/pairing_messages.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view keys_head = "wenlan-kiosk-keys 1";
constexpr std::string_view paired_head = "wenlan-paired 1";
constexpr std::size_t bytes_max = 4096;
constexpr std::int64_t seal_number_max = 1'000'000;

base::Error broken(std::string_view what) {
    return {"keys.broken", "What this screen knows of itself is damaged.", std::string(what)};
}

}  // namespace

base::Result<KioskKeys> KioskKeyRing::keys(base::Random& random) {
    const auto text = disk_.read(key_file(), bytes_max);
    if (!text && text.error().code == "disk.not-found") {
        KioskKeys fresh = KioskKeys::make(random);
        FieldWriter writer;
        writer.head(keys_head);
        writer.line("signing").value(*Hash::of_hex(fresh.signing.hex()));
        writer.line("opening").value(*Hash::of_hex(fresh.opening.hex()));
        TRY(disk_.make_folder(folder_));
        TRY(disk_.replace_private(key_file(), writer.take()));
        return fresh;
    }
    if (!text) return text.error();
    FieldReader reader(text.value());
    reader.head(keys_head);
    reader.line("signing");
    auto signing = SigningKey::of_hex(reader.hash().hex());
    reader.line("opening");
    auto opening = OpeningKey::of_hex(reader.hash().hex());
    if (!reader.whole() || !signing || !opening) return broken("kiosk.key " + reader.fault());
    return KioskKeys{std::move(*signing), std::move(*opening)};
}

base::Result<std::optional<PairedKiosk>> KioskKeyRing::paired() {
    const auto text = disk_.read(paired_file(), bytes_max);
    if (!text && text.error().code == "disk.not-found") return std::optional<PairedKiosk>{};
    if (!text) return text.error();
    FieldReader reader(text.value());
    PairedKiosk paired;
    reader.head(paired_head);
    reader.line("centre");
    paired.centre = reader.centre();
    reader.line("kiosk");
    paired.number = static_cast<int>(reader.number(1, kiosk_number_max));
    reader.line("name");
    paired.name = reader.bytes(kiosk_name_bytes_max);
    reader.line("sealing");
    paired.seal.number = static_cast<int>(reader.number(1, seal_number_max));
    paired.seal.key.bytes = reader.hash().bytes;
    if (!reader.whole()) return broken("paired " + reader.fault());
    return std::optional(std::move(paired));
}

base::Result<void> KioskKeyRing::keep(const PairedKiosk& paired) {
    FieldWriter writer;
    writer.head(paired_head);
    writer.line("centre").value(paired.centre);
    writer.line("kiosk").value(std::int64_t{paired.number});
    writer.line("name").bytes(paired.name);
    Hash seal;
    seal.bytes = paired.seal.key.bytes;
    writer.line("sealing").value(std::int64_t{paired.seal.number}).value(seal);
    TRY(disk_.make_folder(folder_));
    return disk_.replace_private(paired_file(), writer.take());
}

}  // namespace wenlan::sync
