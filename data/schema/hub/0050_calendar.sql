-- SPDX-License-Identifier: GPL-3.0-or-later
-- What calendar programs were told of each date, so that an entry keeps its name and is numbered anew
-- whenever its time, place or state changes, and one that was taken away can still be called off.
CREATE TABLE calendar_entry (
    occasion    INTEGER PRIMARY KEY,
    listing_key TEXT NOT NULL,
    venue_key   TEXT NOT NULL,
    title_zh    TEXT NOT NULL,
    title_en    TEXT NOT NULL,
    note_zh     TEXT NOT NULL,
    note_en     TEXT NOT NULL,
    place_zh    TEXT NOT NULL,
    place_en    TEXT NOT NULL,
    reason_zh   TEXT NOT NULL,
    reason_en   TEXT NOT NULL,
    start_ms    INTEGER NOT NULL,
    end_ms      INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('scheduled', 'moved', 'cancelled')),
    sequence    INTEGER NOT NULL CHECK (sequence >= 0),
    changed_ms  INTEGER NOT NULL,
    gone        INTEGER NOT NULL CHECK (gone IN (0, 1))
) STRICT;
CREATE INDEX calendar_entry_by_start ON calendar_entry (start_ms);
