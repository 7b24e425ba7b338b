-- SPDX-License-Identifier: GPL-3.0-or-later
-- The screens of a centre: by which keys the hub knows each, what each said last of how it is, and the
-- code by which the next one is paired.

CREATE TABLE kiosk (
    number      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number BETWEEN 1 AND 9999),
    name        TEXT NOT NULL CHECK (name <> ''),
    signing_key TEXT NOT NULL UNIQUE CHECK (length(signing_key) = 64),  -- Ed25519, hexadecimal
    sealing_key TEXT NOT NULL CHECK (length(sealing_key) = 64),         -- X25519
    software    TEXT NOT NULL,
    paired_ms   INTEGER NOT NULL,
    revoked_ms  INTEGER
) STRICT;

-- The last report of each. Kept apart: it changes every half minute and is nobody's decision.
CREATE TABLE kiosk_report (
    number       INTEGER PRIMARY KEY REFERENCES kiosk (number),
    serial       INTEGER NOT NULL,  -- of the report: no older one is taken after it
    heard_ms     INTEGER NOT NULL,  -- by the hub's clock
    skew_ms      INTEGER NOT NULL,  -- the kiosk's clock before the hub's
    epoch        INTEGER NOT NULL,
    version      INTEGER NOT NULL,  -- on the screen; 0: not the hub's
    newest_whole INTEGER NOT NULL CHECK (newest_whole IN (0, 1)),
    outbox       INTEGER NOT NULL CHECK (outbox >= 0),
    disk_free    INTEGER NOT NULL CHECK (disk_free >= 0),
    running_s    INTEGER NOT NULL CHECK (running_s >= 0),
    failures     INTEGER NOT NULL CHECK (failures >= 0),
    error        TEXT NOT NULL,
    software     TEXT NOT NULL
) STRICT;

-- At most one: the code that is open.
CREATE TABLE kiosk_invitation (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    code       TEXT NOT NULL CHECK (length(code) = 6),
    name       TEXT NOT NULL CHECK (name <> ''),  -- that the screen gets
    expires_ms INTEGER NOT NULL,
    wrong      INTEGER NOT NULL CHECK (wrong >= 0)
) STRICT;
