// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_check.h"

#include <map>

#include "store/hub/audit.h"
#include "store/hub/hub_programme.h"
#include "store/hub/occasion_table.h"
#include "store/hub/series_table.h"
#include "store/programme_check.h"

namespace wenlan::store {

namespace {

using Findings = std::vector<std::string>;

constexpr std::size_t findings_a_kind_max = 10;

base::Result<void> check_pages(sqlite::Database& database, Findings& findings) {
    sqlite::Statement rows = TRY(database.prepare("PRAGMA integrity_check(10)"));
    while (TRY(rows.step())) {
        const std::string said = rows.text(0);
        if (said != "ok") findings.push_back("The file hub.db is damaged: " + said + ".");
    }
    return {};
}

base::Result<void> check_references(sqlite::Database& database, Findings& findings) {
    sqlite::Statement rows = TRY(database.prepare("PRAGMA foreign_key_check"));
    std::size_t count = 0;
    while (TRY(rows.step())) {
        if (++count > findings_a_kind_max) continue;
        findings.push_back("A row of " + rows.text(0) + " refers to a row of " + rows.text(2) +
                           " that is not there.");
    }
    return {};
}

using Schema = std::map<std::string, std::string>;

base::Result<Schema> schema_of(sqlite::Database& database) {
    sqlite::Statement rows =
        TRY(database.prepare("SELECT type || ' ' || name, ifnull(sql, '') FROM sqlite_schema "
                             "WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"));
    Schema schema;
    while (TRY(rows.step())) schema[rows.text(0)] = rows.text(1);
    return schema;
}

// Triggers that somebody took away would be missed by nothing else.
base::Result<void> check_schema_of(sqlite::Database& database, Findings& findings) {
    sqlite::Database made = TRY(sqlite::Database::in_memory());
    for (const HubMigration& file : hub_schema()) TRY(made.run(std::string(file.sql)));
    const Schema wanted = TRY(schema_of(made));
    const Schema found = TRY(schema_of(database));
    for (const auto& [name, sql] : wanted) {
        const auto there = found.find(name);
        if (there == found.end()) {
            findings.push_back("The database lacks its " + name + ".");
        } else if (there->second != sql) {
            findings.push_back("The database's " + name + " is not as this program makes it.");
        }
    }
    for (const auto& [name, sql] : found) {
        if (!wanted.contains(name)) findings.push_back("The database has a strange " + name + ".");
    }
    return {};
}

base::Result<void> check_programme(HubDatabase& hub, Findings& findings) {
    const auto programme = HubProgramme(hub).programme();
    if (!programme) {
        findings.push_back("The programme cannot be read: " + programme.error().message);
        return {};
    }
    const auto fits = check(programme.value());
    if (!fits) findings.push_back("The programme does not fit together: " + fits.error().message);
    return {};
}

base::Result<void> check_marks(sqlite::Database& database, Findings& findings) {
    const std::int64_t ahead = TRY(database.integer(
        "SELECT count(*) FROM listing, programme WHERE listing.changed > programme.change "
        "OR listing.derived > listing.changed"));
    if (ahead > 0) {
        findings.push_back("The marks of what has been published are wrong for " +
                           std::to_string(ahead) + " listings.");
    }
    const std::int64_t strays =
        TRY(database.integer("SELECT count(*) FROM occasion o JOIN series s ON s.id = o.series_id "
                             "WHERE s.listing_id <> o.listing_id"));
    if (strays > 0) {
        findings.push_back(std::to_string(strays) + " dates are in the series of another listing.");
    }
    return {};
}

}  // namespace

base::Result<std::vector<std::string>> check_hub(HubDatabase& hub) {
    Findings findings;
    sqlite::Database& database = hub.connection();
    TRY(check_pages(database, findings));
    // What is read from damaged pages says nothing more.
    if (!findings.empty()) return findings;
    TRY(check_references(database, findings));
    TRY(check_schema_of(database, findings));
    if (const auto chain = Audit(hub).verify(); !chain) {
        findings.push_back(chain.error().message);
    }
    TRY(check_programme(hub, findings));
    TRY(check_marks(database, findings));
    return findings;
}

base::Result<void> verify_hub(HubDatabase& hub) {
    const auto findings = TRY(check_hub(hub));
    if (findings.empty()) return {};
    return base::Error{"hub.damaged", findings.front()};
}

}  // namespace wenlan::store
