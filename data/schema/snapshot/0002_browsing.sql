-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the browsing pages show beside the programme itself: clubs, challenges, what a listing lists, what
-- it asks, and the house. At the end what is made from the rest, so that no page costs more the larger
-- the programme is.

-- What the centre says of its house and its people.
CREATE TABLE house (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    address_zh      TEXT NOT NULL,
    address_en      TEXT NOT NULL,
    closing_note_zh TEXT NOT NULL,
    closing_note_en TEXT NOT NULL,
    latitude_deg    REAL NOT NULL CHECK (latitude_deg BETWEEN -90 AND 90),
    longitude_deg   REAL NOT NULL CHECK (longitude_deg BETWEEN -180 AND 180),
    duty_name_zh    TEXT NOT NULL,
    duty_name_en    TEXT NOT NULL,
    duty_place_zh   TEXT NOT NULL,
    duty_place_en   TEXT NOT NULL,
    volunteer_hours INTEGER NOT NULL CHECK (volunteer_hours >= 0),
    volunteers      INTEGER NOT NULL CHECK (volunteers >= 0),
    village_groups  INTEGER NOT NULL CHECK (village_groups >= 0)
) STRICT;

-- When the social worker is there. A day that begins when it ends is a day without.
CREATE TABLE duty_hours (
    weekday       INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),  -- Monday is 1
    opens_minute  INTEGER NOT NULL CHECK (opens_minute BETWEEN 0 AND 1440),
    closes_minute INTEGER NOT NULL CHECK (closes_minute BETWEEN opens_minute AND 1440)
) STRICT;

ALTER TABLE venue ADD COLUMN storey INTEGER NOT NULL DEFAULT 0 CHECK (storey >= 0);
CREATE INDEX venue_by_storey ON venue (storey, id) WHERE storey > 0;

ALTER TABLE listing ADD COLUMN needs_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE listing ADD COLUMN needs_en TEXT NOT NULL DEFAULT '';
ALTER TABLE listing ADD COLUMN answered INTEGER NOT NULL DEFAULT 0 CHECK (answered >= 0);
ALTER TABLE listing ADD COLUMN form_version INTEGER NOT NULL DEFAULT 1 CHECK (form_version >= 0);
CREATE INDEX listing_by_kind ON listing (kind, section, shown_until_ms, shown_from_ms);
CREATE INDEX listing_by_deadline ON listing (deadline_ms, id)
    WHERE feature <> 'none' AND deadline_ms IS NOT NULL;

CREATE TABLE club (
    listing_id     INTEGER PRIMARY KEY REFERENCES listing (id) ON DELETE CASCADE,
    members        INTEGER NOT NULL CHECK (members >= 0),
    places_open    INTEGER NOT NULL CHECK (places_open >= 0),
    founded_year   INTEGER NOT NULL CHECK (founded_year >= 0),  -- 0: not said
    recruiting     INTEGER NOT NULL CHECK (recruiting IN (0, 1)),
    weekly_zh      TEXT NOT NULL,
    weekly_en      TEXT NOT NULL,
    leader_zh      TEXT NOT NULL,
    leader_en      TEXT NOT NULL,
    leader_role_zh TEXT NOT NULL,
    leader_role_en TEXT NOT NULL,
    leader_note_zh TEXT NOT NULL,
    leader_note_en TEXT NOT NULL,
    place_note_zh  TEXT NOT NULL,
    place_note_en  TEXT NOT NULL,
    rests_until    TEXT CHECK (rests_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE challenge (
    listing_id INTEGER PRIMARY KEY REFERENCES listing (id) ON DELETE CASCADE,
    first_day  TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day   TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
                                    AND last_day >= first_day),
    readers    INTEGER NOT NULL CHECK (readers >= 0)
) STRICT;
CREATE INDEX challenge_by_last_day ON challenge (last_day, first_day);

CREATE TABLE item (
    listing_id INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL CHECK (place >= 0),
    title_zh   TEXT NOT NULL,
    title_en   TEXT NOT NULL,
    text_zh    TEXT NOT NULL,
    text_en    TEXT NOT NULL,
    by_zh      TEXT NOT NULL,
    by_en      TEXT NOT NULL,
    percent    INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (listing_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    listing_id INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL CHECK (place >= 0),
    kind       TEXT NOT NULL CHECK (kind IN ('name', 'phone', 'party', 'choice', 'choices', 'text',
                                             'number', 'age', 'consent')),
    prompt_zh  TEXT NOT NULL,
    prompt_en  TEXT NOT NULL,
    required   INTEGER NOT NULL CHECK (required IN (0, 1)),
    least      INTEGER NOT NULL,
    most       INTEGER NOT NULL,
    PRIMARY KEY (listing_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE question_option (
    listing_id     INTEGER NOT NULL,
    question_place INTEGER NOT NULL,
    place          INTEGER NOT NULL CHECK (place >= 0),
    text_zh        TEXT NOT NULL,
    text_en        TEXT NOT NULL,
    PRIMARY KEY (listing_id, question_place, place),
    FOREIGN KEY (listing_id, question_place) REFERENCES question (listing_id, place)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Of its listing: what kind it is, and whether it is put forward. So those of a kind are found by their
-- start without a look at the others.
ALTER TABLE occasion ADD COLUMN kind TEXT NOT NULL DEFAULT 'event'
    CHECK (kind IN ('event', 'club', 'reading', 'challenge', 'volunteering', 'call', 'service', 'survey',
                    'notice'));
ALTER TABLE occasion ADD COLUMN put_forward INTEGER NOT NULL DEFAULT 0 CHECK (put_forward IN (0, 1));
UPDATE occasion SET kind = (SELECT kind FROM listing WHERE id = listing_id),
    put_forward = listing_id IN (SELECT id FROM listing WHERE feature <> 'none');
CREATE INDEX occasion_by_kind ON occasion (kind, start_ms, id);
CREATE INDEX occasion_put_forward ON occasion (start_ms, id) WHERE put_forward = 1;

-- What lasts longer than a day is found by its end, so that the rest can be found by its start.
CREATE INDEX occasion_of_days ON occasion (end_ms, start_ms) WHERE end_ms - start_ms > 86400000;
CREATE INDEX occasion_of_days_by_listing ON occasion (listing_id, end_ms)
    WHERE end_ms - start_ms > 86400000;

-- Each club under each of its tags, and under 0; `limited` is one that is not always shown.
CREATE TABLE club_roll (
    tag_id     INTEGER NOT NULL,
    listing_id INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    recruiting INTEGER NOT NULL CHECK (recruiting IN (0, 1)),
    limited    INTEGER NOT NULL CHECK (limited IN (0, 1)),
    PRIMARY KEY (tag_id, listing_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX club_roll_recruiting ON club_roll (tag_id, listing_id) WHERE recruiting = 1;
CREATE INDEX club_roll_limited ON club_roll (tag_id, listing_id) WHERE limited = 1;
CREATE INDEX club_roll_by_listing ON club_roll (listing_id);

-- Their sums by tag, and under 0 of all.
CREATE TABLE club_sum (
    tag_id     INTEGER PRIMARY KEY,
    clubs      INTEGER NOT NULL CHECK (clubs >= 0),
    members    INTEGER NOT NULL CHECK (members >= 0),
    recruiting INTEGER NOT NULL CHECK (recruiting >= 0)
) STRICT;

-- A programme of the first schema has not been published with any of this.
UPDATE meta SET edited = 1;
