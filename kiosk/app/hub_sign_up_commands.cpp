// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_sign_up_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "hub/api/sign_up_api.h"
#include "hub/sign_ups/lots.h"
#include "hub/sign_ups/staff.h"
#include "hub/sign_ups/stick.h"
#include "sync/crypto/hex.h"

namespace wenlan::app {
namespace {

using What = SignUpWords::What;
using base::Result;

void print_rows(const std::vector<hub::SignUpForStaff>& rows) {
    for (const auto& entry : rows) {
        const store::SignUpRow& row = entry.row;
        std::printf("%s\t%lld\t%s\t%d\t%s\t%s\t%s\t%s\n", row.id.hex().c_str(),
                    static_cast<long long>(row.occasion.value),
                    std::string(domain::name_of(row.state)).c_str(), row.party,
                    entry.name().c_str(), entry.phone().c_str(),
                    row.code.empty() ? row.kiosk_code.c_str() : row.code.c_str(),
                    row.to_tell.c_str());
    }
}

Result<std::vector<hub::SignUpForStaff>> roster(hub::SignUpGround& ground,
                                                const SignUpWords& words) {
    if (words.listing != 0) return hub::roster(ground, domain::ListingId{words.listing});
    return hub::roster(ground, domain::OccasionId{words.occasion});
}

Result<void> print_odd(hub::SignUpGround& ground) {
    for (const auto& odd : TRY(ground.store.odd_messages())) {
        const bool quarantine = odd.kind == store::OddMessage::Kind::quarantine;
        std::printf("%s\t%s\t%d\t%s\t%zu\n", base::to_iso8601(odd.at).c_str(),
                    quarantine ? "quarantine" : "dead letter", odd.kiosk, odd.reason.c_str(),
                    odd.message.size());
    }
    return {};
}

Result<void> print_draw(hub::SignUpGround& ground, domain::OccasionId occasion) {
    const hub::DrawCheck check = TRY(hub::verify_draw(ground.store, occasion));
    const auto draw = TRY(ground.store.draw(occasion));
    std::printf("commitment\t%s\nseed\t%s\nseats\t%d\n", sync::to_hex(draw->commitment).c_str(),
                sync::to_hex(draw->seed).c_str(), draw->seats.value_or(0));
    for (const auto& row : TRY(ground.store.drawn(occasion))) {
        std::printf("%s\t%d\t%s\n", row.id.hex().c_str(), row.party,
                    row.seated ? "seated" : "waiting");
    }
    if (!check.good) return base::Error{"draw.wrong", check.what};
    std::printf("%s\n", check.what.c_str());
    return {};
}

Result<void> move(hub::SignUpHub& office, store::Audit& audit, const store::By& by,
                  const SignUpWords& words) {
    const auto id = domain::SignUpId::of_hex(words.id);
    if (!id) return base::Error{"sign-up.none", "This is not the id of a sign-up."};
    return hub::move_waiting(office.office().ground(), audit, *id, words.place, words.reason, by);
}

Result<void> carry(hub::SignUpHub& office, base::Disk& disk, const std::filesystem::path& stick) {
    const hub::StickAnswered done = TRY(hub::answer_stick(disk, stick, office.office()));
    std::printf("%d\n", done.answered);
    std::string refused;
    for (const std::string& one : done.refused) refused += (refused.empty() ? "" : ", ") + one;
    if (refused.empty()) return {};
    return base::Error{"stick.refused", "Not taken, and left where it is: " + refused};
}

}  // namespace

std::vector<CLI::App*> describe_sign_ups(CLI::App& cli, SignUpWords& words) {
    std::vector<CLI::App*> all;
    const auto add = [&](CLI::App& to, const char* name, const char* says, What what) -> CLI::App& {
        CLI::App* const command = to.add_subcommand(name, says);
        command->callback([&words, what] { words.what = what; });
        all.push_back(command);
        return *command;
    };
    CLI::App& sign_ups =
        *cli.add_subcommand("signups", "Who signed up, and what staff do about it");
    sign_ups.require_subcommand(1);
    for (const auto& [name, says, what] :
         {std::tuple{"list",
                     "Print id<TAB>occasion<TAB>state<TAB>party<TAB>name<TAB>phone<TAB>code<TAB>to "
                     "be told, in the order of arrival",
                     What::list},
          {"export", "The same as a table (CSV) for a spreadsheet", What::export_csv}}) {
        CLI::App& command = add(sign_ups, name, says, what);
        command.add_option("--occasion", words.occasion, "Of one date")->type_name("ID");
        command.add_option("--listing", words.listing, "Of all dates of a listing")
            ->type_name("ID");
    }
    add(sign_ups, "tell", "Who has to be told of a change, all dates", What::tell);
    add(sign_ups, "odd", "Messages of screens that could not be read, opened or believed",
        What::odd);
    CLI::App& moves =
        add(sign_ups, "move", "Give who waits another place, and say why", What::move);
    moves.add_option("ID", words.id, "As list prints it")->required();
    moves.add_option("PLACE", words.place, "On the waiting list, from 1")->required();
    moves.add_option("--reason", words.reason, "Written down for good")->required();
    CLI::App& off = add(sign_ups, "write-off",
                        "Free the seats that were set aside for a screen that will not come back; "
                        "what it promised with them is not kept",
                        What::write_off);
    off.add_option("KIOSK", words.kiosk, "Its number")->required();
    CLI::App& carry =
        add(sign_ups, "carry", "Take the sign-ups that a stick brought, and put the answers on it",
            What::carry);
    carry.add_option("--usb", words.stick, "Where the stick is mounted")
        ->required()
        ->type_name("DIR");
    add(sign_ups, "rotate-key",
        "A new key to which screens seal; what is sealed to the older ones is still read",
        What::rotate_key);
    CLI::App& person = *cli.add_subcommand("person", "What is kept of one person");
    person.require_subcommand(1);
    for (const auto& [name, says, what] :
         {std::tuple{"export", "Everything that is kept, as JSON", What::person_export},
          {"forget", "Delete it all, and cancel what was to come", What::person_forget}}) {
        add(person, name, says, what).add_option("PHONE", words.phone, "The number")->required();
    }
    CLI::App& draw = *cli.add_subcommand("draw", "Lots for what more want to see than fit");
    draw.require_subcommand(1);
    for (const auto& [name, says, what] :
         {std::tuple{"prepare", "Collect sign-ups from now on; print the hash of the seed",
                     What::draw_prepare},
          {"verify", "Print seed and result, and draw again from them", What::draw_verify}}) {
        add(draw, name, says, what).add_option("OCCASION", words.occasion, "Its id")->required();
    }
    return all;
}

Result<void> run_sign_up_command(const std::filesystem::path& data, const base::Clock& clock,
                                 const SignUpWords& words) {
    base::PosixDisk disk;
    base::SystemRandom random;
    const auto office = TRY(hub::SignUpHub::open(disk, clock, random, {data}));
    hub::SignUpGround& ground = office->office().ground();
    store::Audit audit(office->database());
    const store::By by{"command line", clock.now()};
    const domain::OccasionId occasion{words.occasion};
    switch (words.what) {
        case What::list:
            print_rows(TRY(roster(ground, words)));
            return {};
        case What::export_csv:
            std::fputs(hub::as_csv(TRY(roster(ground, words))).c_str(), stdout);
            return {};
        case What::tell:
            print_rows(TRY(hub::to_be_told(ground)));
            return {};
        case What::odd:
            return print_odd(ground);
        case What::move:
            return move(*office, audit, by, words);
        case What::write_off:
            std::printf("%d\n", TRY(hub::write_off_kiosk(ground, audit, words.kiosk, by)));
            return {};
        case What::carry:
            TRY(office->take_programme());
            return carry(*office, disk, words.stick);
        case What::rotate_key:
            return office->keys().rotate(disk, random);
        case What::person_export:
            std::printf("%s\n", TRY(hub::person_export(ground, words.phone)).c_str());
            return {};
        case What::person_forget:
            std::printf("%d\n", TRY(hub::person_forget(ground, audit, words.phone, by)));
            return {};
        case What::draw_prepare: {
            TRY(office->take_programme());
            const auto commitment = TRY(hub::prepare_draw(ground, occasion, clock.now()));
            std::printf("%s\n", sync::to_hex(commitment).c_str());
            return {};
        }
        case What::draw_verify:
            return print_draw(ground, occasion);
    }
    return {};
}

}  // namespace wenlan::app
