-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the desk keeps of listings besides what they say.

-- Drafts that wait for somebody to look at them.
CREATE TABLE review (
    listing_id INTEGER PRIMARY KEY REFERENCES listing (id),
    who        TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    note       TEXT NOT NULL
) STRICT;

-- Listings that are to be published at once: what is decided is done even if the hub stops in between.
CREATE TABLE publish_asked (
    listing_id INTEGER PRIMARY KEY REFERENCES listing (id)
) STRICT;

-- What every screen has to show as soon as it can.
CREATE TABLE urgent_notice (
    listing_id INTEGER PRIMARY KEY REFERENCES listing (id),
    who        TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    epoch      INTEGER,  -- of the programme that has it first; none: it is not published yet
    version    INTEGER,
    over       INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1))
) STRICT;

CREATE INDEX listing_by_change ON listing (changed);
