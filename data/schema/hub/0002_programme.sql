-- SPDX-License-Identifier: GPL-3.0-or-later
-- The programme as staff keep it. What is published is made from it; tables and columns that both have
-- are named alike. Nothing that residents may have seen is deleted: listings are withdrawn, occasions are
-- put aside, so that what refers to them stays good.

CREATE TABLE programme (
    id                   INTEGER PRIMARY KEY CHECK (id = 1),
    begun                INTEGER NOT NULL CHECK (begun IN (0, 1)),
    change               INTEGER NOT NULL CHECK (change >= 0),  -- number of the last change
    surroundings_changed INTEGER NOT NULL,  -- the last change of centre, venues or tags,
    surroundings_derived INTEGER NOT NULL,  -- and the last that the publication has
    publication_stamp    INTEGER,           -- of the publication as it was left; none: not known
    demonstration        INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
    laid_out_on          TEXT CHECK (laid_out_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
INSERT INTO programme (id, begun, change, surroundings_changed, surroundings_derived, demonstration)
VALUES (1, 0, 0, 0, 0, 0);

CREATE TABLE centre (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    name_zh    TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    zone       TEXT NOT NULL,
    public_url TEXT NOT NULL,
    phone      TEXT NOT NULL
) STRICT;

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

CREATE TABLE opening_hours (
    weekday       INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),  -- Monday is 1
    opens_minute  INTEGER NOT NULL CHECK (opens_minute BETWEEN 0 AND 1440),
    closes_minute INTEGER NOT NULL CHECK (closes_minute BETWEEN opens_minute AND 1440)
) STRICT;

CREATE TABLE duty_hours (
    weekday       INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),
    opens_minute  INTEGER NOT NULL CHECK (opens_minute BETWEEN 0 AND 1440),
    closes_minute INTEGER NOT NULL CHECK (closes_minute BETWEEN opens_minute AND 1440)
) STRICT;

CREATE TABLE closure_day (
    date TEXT PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE venue (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT NOT NULL UNIQUE CHECK (key <> ''),
    name_zh       TEXT NOT NULL,
    name_en       TEXT NOT NULL,
    short_name_zh TEXT NOT NULL,
    short_name_en TEXT NOT NULL,
    floor_zh      TEXT NOT NULL,
    floor_en      TEXT NOT NULL,
    directions_zh TEXT NOT NULL,
    directions_en TEXT NOT NULL,
    storey        INTEGER NOT NULL DEFAULT 0 CHECK (storey >= 0)
) STRICT;

CREATE TABLE tag (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    key          TEXT NOT NULL UNIQUE CHECK (key <> ''),
    name_zh      TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    section      TEXT NOT NULL CHECK (section IN ('events', 'clubs', 'reading', 'volunteering',
                                                  'neighbourhood', 'mine')),
    filter_order INTEGER NOT NULL CHECK (filter_order >= 0)
) STRICT;

CREATE TABLE listing (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    key              TEXT NOT NULL UNIQUE CHECK (key <> ''),
    origin           TEXT NOT NULL CHECK (origin IN ('desk', 'demonstration', 'imported')),
    kind             TEXT NOT NULL CHECK (kind IN ('event', 'club', 'reading', 'challenge',
                                                   'volunteering', 'call', 'service', 'survey',
                                                   'notice')),
    section          TEXT NOT NULL CHECK (section IN ('events', 'clubs', 'reading', 'volunteering',
                                                      'neighbourhood', 'mine')),
    title_zh         TEXT NOT NULL,
    title_en         TEXT NOT NULL,
    short_title_zh   TEXT NOT NULL,
    short_title_en   TEXT NOT NULL,
    full_title_zh    TEXT NOT NULL,
    full_title_en    TEXT NOT NULL,
    subtitle_zh      TEXT NOT NULL,
    subtitle_en      TEXT NOT NULL,
    body_zh          TEXT NOT NULL,
    body_en          TEXT NOT NULL,
    organiser_zh     TEXT NOT NULL,
    organiser_en     TEXT NOT NULL,
    audience_zh      TEXT NOT NULL,
    audience_en      TEXT NOT NULL,
    seating_zh       TEXT NOT NULL,
    seating_en       TEXT NOT NULL,
    poster           TEXT NOT NULL,
    focus_x          REAL NOT NULL CHECK (focus_x BETWEEN 0 AND 1),
    focus_y          REAL NOT NULL CHECK (focus_y BETWEEN 0 AND 1),
    joining          TEXT NOT NULL CHECK (joining IN ('none', 'walk_in', 'sign_up', 'ask',
                                                      'anonymous')),
    feature          TEXT NOT NULL CHECK (feature IN ('none', 'home', 'attract', 'both')),
    feature_badge_zh TEXT NOT NULL,
    feature_badge_en TEXT NOT NULL,
    feature_line_zh  TEXT NOT NULL,
    feature_line_en  TEXT NOT NULL,
    shown_from_ms    INTEGER,
    shown_until_ms   INTEGER,
    deadline_ms      INTEGER,
    needs_zh         TEXT NOT NULL,
    needs_en         TEXT NOT NULL,
    answered         INTEGER NOT NULL CHECK (answered >= 0),
    form_version     INTEGER NOT NULL CHECK (form_version >= 0),
    state            TEXT NOT NULL DEFAULT 'draft'
                     CHECK (state IN ('draft', 'published', 'withdrawn')),
    publish_at_ms    INTEGER,  -- not shown before
    changed          INTEGER NOT NULL DEFAULT 0,  -- the last change of it or of its dates,
    derived          INTEGER NOT NULL DEFAULT 0,  -- and the last that the publication has
    shown            INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1))  -- the publication has it
) STRICT;
CREATE INDEX listing_underived ON listing (id) WHERE changed <> derived;
CREATE INDEX listing_to_come ON listing (publish_at_ms) WHERE state = 'published' AND shown = 0;

CREATE TABLE listing_tag (
    listing_id INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL CHECK (place >= 0),
    tag_id     INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (listing_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_tag_by_tag ON listing_tag (tag_id, listing_id);

CREATE TABLE club (
    listing_id     INTEGER PRIMARY KEY REFERENCES listing (id) ON DELETE CASCADE,
    members        INTEGER NOT NULL CHECK (members >= 0),
    places_open    INTEGER NOT NULL CHECK (places_open >= 0),
    founded_year   INTEGER NOT NULL CHECK (founded_year >= 0),
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

-- What repeats. Times of a series are what the clock on the wall says, YYYY-MM-DDTHH:MM:SS.
CREATE TABLE series (
    id                       INTEGER PRIMARY KEY AUTOINCREMENT,
    listing_id               INTEGER NOT NULL REFERENCES listing (id),
    venue_id                 INTEGER NOT NULL REFERENCES venue (id),
    first_wall               TEXT NOT NULL CHECK (length(first_wall) = 19),
    length_min               INTEGER NOT NULL CHECK (length_min > 0),
    rule                     TEXT NOT NULL,  -- of RFC 5545: FREQ=WEEKLY;BYDAY=SU
    ends_before              TEXT CHECK (length(ends_before) = 19),  -- where another goes on
    capacity                 INTEGER NOT NULL CHECK (capacity >= 0),
    walk_in_places           INTEGER NOT NULL CHECK (walk_in_places >= 0),
    signup_opens_before_min  INTEGER,
    signup_closes_before_min INTEGER,
    laid_out_until           TEXT NOT NULL
                             CHECK (laid_out_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ended                    INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
) STRICT;
CREATE INDEX series_by_listing ON series (listing_id);
CREATE INDEX series_to_go_on ON series (laid_out_until) WHERE ended = 0;

-- Dates that the rule does not have, and dates that it has and that are left out.
CREATE TABLE series_date (
    series_id INTEGER NOT NULL REFERENCES series (id),
    wall      TEXT NOT NULL CHECK (length(wall) = 19),
    how       TEXT NOT NULL CHECK (how IN ('extra', 'excluded')),
    PRIMARY KEY (series_id, wall)
) STRICT, WITHOUT ROWID;

-- One date that is otherwise than its series has it.
CREATE TABLE series_change (
    series_id      INTEGER NOT NULL REFERENCES series (id),
    wall           TEXT NOT NULL CHECK (length(wall) = 19),
    start_ms       INTEGER NOT NULL,
    end_ms         INTEGER NOT NULL CHECK (end_ms > start_ms),
    venue_id       INTEGER NOT NULL REFERENCES venue (id),
    capacity       INTEGER NOT NULL CHECK (capacity >= 0),
    walk_in_places INTEGER NOT NULL CHECK (walk_in_places >= 0),
    state          TEXT NOT NULL CHECK (state IN ('scheduled', 'moved', 'cancelled')),
    reason_zh      TEXT NOT NULL,
    reason_en      TEXT NOT NULL,
    PRIMARY KEY (series_id, wall)
) STRICT, WITHOUT ROWID;

CREATE TABLE occasion (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    listing_id       INTEGER NOT NULL REFERENCES listing (id),
    venue_id         INTEGER NOT NULL REFERENCES venue (id),
    start_ms         INTEGER NOT NULL,
    end_ms           INTEGER NOT NULL CHECK (end_ms > start_ms),
    capacity         INTEGER NOT NULL CHECK (capacity >= 0),  -- 0: no seats are counted
    walk_in_places   INTEGER NOT NULL CHECK (walk_in_places >= 0),
    signup_opens_ms  INTEGER,
    signup_closes_ms INTEGER,
    state            TEXT NOT NULL CHECK (state IN ('scheduled', 'moved', 'cancelled')),
    reason_zh        TEXT NOT NULL,
    reason_en        TEXT NOT NULL,
    taken_elsewhere  INTEGER NOT NULL DEFAULT 0 CHECK (taken_elsewhere >= 0),  -- not through this hub
    series_id        INTEGER REFERENCES series (id),
    series_wall      TEXT CHECK (length(series_wall) = 19),  -- where its series has it
    present          INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)),  -- 0: put aside
    CHECK ((series_id IS NULL) = (series_wall IS NULL))
) STRICT;
CREATE UNIQUE INDEX occasion_at ON occasion (listing_id, start_ms) WHERE present = 1;
CREATE UNIQUE INDEX occasion_of_series ON occasion (series_id, series_wall)
    WHERE series_id IS NOT NULL AND present = 1;
CREATE INDEX occasion_by_listing ON occasion (listing_id, start_ms);
CREATE INDEX occasion_by_start ON occasion (start_ms) WHERE present = 1;
