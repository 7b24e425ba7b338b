// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/programme/publish_programme.h"

#include "hub/programme/edit_series.h"
#include "store/hub/desk_marks.h"

namespace wenlan::hub {

namespace {

using store::Scope;

base::Result<void> derive(ProgrammeOffice& office, base::Instant now) {
    const base::Zone zone = TRY(office.zone());
    TRY(lay_series_out(office.database(), {zone, now, nullptr}));
    TRY(office.derivation().bring_up_to_date(office.publication(), now, Scope::everything));
    return {};
}

}  // namespace

base::Result<sync::PublishedRelease> publish_programme(const SiteOffice& site,
                                                       ProgrammeOffice& office, base::Instant now) {
    TRY(derive(office, now));
    const auto published = publish_site(site, office.publication(), now);
    TRY(office.derivation().note(office.publication()));
    if (published) TRY(store::DeskMarks(office.database()).note_published());
    return published;
}

base::Result<sync::PublishedRelease> publish_at_once(const SiteOffice& site,
                                                     ProgrammeOffice& office, base::Instant now) {
    store::DeskMarks marks(office.database());
    const auto asked = TRY(marks.publish_asked());
    TRY(office.derivation().bring_up_to_date(office.publication(), now, Scope::due, asked));
    const auto published = publish_site(site, office.publication(), now);
    TRY(office.derivation().note(office.publication()));
    if (published) TRY(marks.note_published());
    return published;
}

base::Result<store::Published> publish_for_folder(base::Disk& disk, const store::DataFolder& folder,
                                                  ProgrammeOffice& office, base::Instant now) {
    TRY(derive(office, now));
    const auto published = store::publish(office.publication(), disk, folder, now);
    TRY(office.derivation().note(office.publication()));
    return published;
}

base::Result<bool> publish_what_is_due(const SiteOffice& site, ProgrammeOffice& office,
                                       base::Instant now) {
    const base::Zone zone = TRY(office.zone());
    const SeriesFrame frame{zone, now, nullptr};
    auto also = TRY(lay_series_out(office.database(), frame));
    store::DeskMarks marks(office.database());
    const auto asked = TRY(marks.publish_asked());
    also.insert(also.end(), asked.begin(), asked.end());
    store::Derivation derivation = office.derivation();
    // Taken over already, but then a full disk kept it from being published.
    const store::Publication::Standing standing = TRY(office.publication().standing());
    const bool left = standing.edited && standing.edition > 0;
    if (!left && also.empty() && !TRY(derivation.anything_due(now))) return false;
    TRY(derivation.bring_up_to_date(office.publication(), now, Scope::due, also));
    const auto published = publish_site(site, office.publication(), now);
    TRY(derivation.note(office.publication()));
    if (!published) return published.error();
    TRY(marks.note_published());
    return true;
}

}  // namespace wenlan::hub
