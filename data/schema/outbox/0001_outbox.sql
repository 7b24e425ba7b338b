-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a screen has taken and the hub has not acknowledged, and what stays readable of it here. Names
-- and numbers are in `message` only, sealed to the hub. Instants are milliseconds since 1970 UTC.

-- What was done, signed, byte for byte as it is sent each time. A row goes when the hub's receipt for
-- these bytes has come.
CREATE TABLE operation (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id       BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    sign_up  BLOB NOT NULL CHECK (length(sign_up) = 16),
    message  BLOB NOT NULL
) STRICT;

-- For looking a sign-up up where it was made, until some time after its occasion.
CREATE TABLE taken (
    sign_up       BLOB PRIMARY KEY CHECK (length(sign_up) = 16),
    listing       INTEGER NOT NULL,
    occasion      INTEGER NOT NULL,
    party         INTEGER NOT NULL CHECK (party >= 0),
    present       INTEGER NOT NULL CHECK (present >= 0),
    state         TEXT NOT NULL CHECK (state IN ('requested', 'confirmed', 'waitlisted', 'declined',
                                                 'cancelled', 'checked_in', 'no_show')),
    why           TEXT NOT NULL,
    asked         TEXT NOT NULL,  -- a state that was asked for here and not answered yet; empty
    place         INTEGER NOT NULL CHECK (place >= 0),
    version       INTEGER NOT NULL CHECK (version >= 0),  -- the hub's; 0: it has not answered
    with_rights   INTEGER NOT NULL CHECK (with_rights IN (0, 1)),
    code          TEXT NOT NULL UNIQUE,  -- this screen's
    hub_code      TEXT NOT NULL,         -- empty until the hub gave one
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    verifier      BLOB NOT NULL CHECK (length(verifier) = 32),
    taken_ms      INTEGER NOT NULL,
    keep_until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_by_hub_code ON taken (hub_code) WHERE hub_code <> '';
CREATE INDEX taken_by_keeping ON taken (keep_until_ms);

-- Seats that the hub promised this screen, one row for each. A grant that was once known is never
-- taken up again, so that nothing spent comes back.
CREATE TABLE seat_grant (
    id           INTEGER PRIMARY KEY,
    occasion     INTEGER NOT NULL,
    use_until_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE seat_right (
    grant_id INTEGER NOT NULL REFERENCES seat_grant (id) ON DELETE CASCADE,
    idx      INTEGER NOT NULL CHECK (idx >= 0),
    state    TEXT NOT NULL CHECK (state IN ('unspent', 'spent', 'returned')),
    PRIMARY KEY (grant_id, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox_state (
    id               INTEGER PRIMARY KEY CHECK (id = 1),
    seal_key_number  INTEGER NOT NULL,  -- 0: none is known yet
    seal_key         BLOB NOT NULL,
    heard_ms         INTEGER NOT NULL,  -- from the hub, by its clock; 0: never
    heard_here_ms    INTEGER NOT NULL,  -- the same moment by this screen's
    wrong_tries      INTEGER NOT NULL,  -- at looking up, one after the other
    locked_until_ms  INTEGER NOT NULL
) STRICT;
INSERT INTO outbox_state VALUES (1, 0, x'', 0, 0, 0, 0);
