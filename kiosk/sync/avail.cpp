// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/avail.h"

#include "sync/field_reader.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view head = "wenlan-avail 1";
constexpr SignedKind kind{Purpose::avail, "avail", avail_bytes_max};

base::Result<Avail> parse(std::string_view text) {
    constexpr std::int64_t serial_max = 1'000'000'000'000;
    constexpr std::int64_t id_max = 1'000'000'000'000;
    FieldReader reader(text);
    Avail avail;
    reader.head(head);
    reader.line("centre");
    avail.centre = reader.centre();
    reader.line("epoch");
    avail.edition.epoch = reader.number(1, Edition::epoch_max);
    reader.line("version");
    avail.edition.version = reader.number(1, Edition::version_max);
    reader.line("manifest");
    avail.manifest = reader.hash();
    reader.line("serial");
    avail.serial = reader.number(0, serial_max);
    reader.line("issued");
    avail.issued = reader.instant();
    reader.line("expires");
    avail.expires = reader.instant();
    reader.must(avail.expires > avail.issued, "expires");
    std::int64_t last = 0;
    while (reader.next_is("taken") && !reader.failed()) {
        reader.line("taken");
        const std::int64_t id = reader.number(1, id_max);
        const auto taken = static_cast<int>(reader.number(0, taken_max));
        reader.must(id > last, "taken");
        last = id;
        avail.seats.taken.emplace_hint(avail.seats.taken.end(), domain::OccasionId{id}, taken);
    }
    if (!reader.whole()) {
        return base::Error{"avail.bad-field", "The free seats cannot be understood.",
                           reader.fault()};
    }
    return avail;
}

}  // namespace

std::string sign_avail(const Avail& avail, const SigningKey& online_key) {
    FieldWriter writer;
    writer.head(head);
    writer.line("centre").value(avail.centre);
    writer.line("epoch").value(avail.edition.epoch);
    writer.line("version").value(avail.edition.version);
    writer.line("manifest").value(avail.manifest);
    writer.line("serial").value(avail.serial);
    writer.line("issued").value(avail.issued);
    writer.line("expires").value(avail.expires);
    for (const auto& [occasion, taken] : avail.seats.taken) {
        writer.line("taken").value(occasion.value).value(std::int64_t{taken});
    }
    const SigningKey* const keys[] = {&online_key};
    return sign_text(writer.take(), Purpose::avail, keys);
}

base::Result<Avail> read_avail(std::string_view file, const Root& root,
                               const SignedManifest& manifest) {
    const std::string text = TRY(open_signed(file, kind, root.online, 1));
    Avail avail = TRY(parse(text));
    if (avail.centre != root.centre || avail.edition != manifest.manifest.edition ||
        avail.manifest != manifest.hash) {
        return base::Error{"avail.other-manifest", "The free seats are of another programme.",
                           avail.edition.name()};
    }
    if (avail.serial < manifest.manifest.avail_serial) {
        return base::Error{"avail.too-old", "The free seats are older than the programme.",
                           std::to_string(avail.serial)};
    }
    return avail;
}

}  // namespace wenlan::sync
