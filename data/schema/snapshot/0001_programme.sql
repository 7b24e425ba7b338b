-- SPDX-License-Identifier: GPL-3.0-or-later
-- The programme as it is published. Instants are milliseconds since 1970 UTC, dates are YYYY-MM-DD in
-- the centre's zone, texts come in Chinese and English. Seats taken are not here (they change by the
-- minute) and neither is a search index (each kiosk builds its own): a small edit stays a small patch.

CREATE TABLE meta (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    edition       INTEGER NOT NULL CHECK (edition >= 0),  -- the version that this is published as
    issued_ms     INTEGER NOT NULL,
    edited        INTEGER NOT NULL CHECK (edited IN (0, 1)),  -- since that version
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
    laid_out_on   TEXT CHECK (laid_out_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE centre (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    name_zh    TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    zone       TEXT NOT NULL,
    public_url TEXT NOT NULL,
    phone      TEXT NOT NULL
) STRICT;

-- A day that opens when it closes is a day of rest.
CREATE TABLE opening_hours (
    weekday       INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),  -- Monday is 1
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
    directions_en TEXT NOT NULL
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
    deadline_ms      INTEGER
) STRICT;
CREATE INDEX listing_by_section ON listing (section, id);
CREATE INDEX listing_by_feature ON listing (feature, id) WHERE feature <> 'none';

-- Place 0 is the listing's type.
CREATE TABLE listing_tag (
    listing_id INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL CHECK (place >= 0),
    tag_id     INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (listing_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_tag_by_tag ON listing_tag (tag_id, listing_id);

CREATE TABLE occasion (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    listing_id       INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
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
    UNIQUE (listing_id, start_ms)
) STRICT;
CREATE INDEX occasion_by_start ON occasion (start_ms, id);
CREATE INDEX occasion_by_venue ON occasion (venue_id);
