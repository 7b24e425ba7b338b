-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sign-ups at the hub. Instants are milliseconds since 1970 UTC, by the hub's clock. What names anyone
-- is in `personal` only, encrypted with a key that is not in this file, and is found by keyed hashes.

-- What sign-ups need to know of an occasion, and its books. The counts change in the transaction of the
-- sign-up that changes them: confirmed + rights_out + held + reserve_left <= capacity.
CREATE TABLE sign_up_occasion (
    occasion       INTEGER PRIMARY KEY,
    listing        INTEGER NOT NULL,
    start_ms       INTEGER NOT NULL,
    end_ms         INTEGER NOT NULL,
    opens_ms       INTEGER,
    closes_ms      INTEGER,
    called_off     INTEGER NOT NULL CHECK (called_off IN (0, 1)),
    by_lot         INTEGER NOT NULL CHECK (by_lot IN (0, 1)),   -- and lots are still to be drawn
    capacity       INTEGER NOT NULL CHECK (capacity >= 0),
    walk_in_places INTEGER NOT NULL CHECK (walk_in_places >= 0),
    elsewhere      INTEGER NOT NULL CHECK (elsewhere >= 0),     -- seats taken that are not rows here
    confirmed      INTEGER NOT NULL CHECK (confirmed >= 0),
    rights_out     INTEGER NOT NULL CHECK (rights_out >= 0),
    held           INTEGER NOT NULL CHECK (held >= 0),
    reserve_used   INTEGER NOT NULL CHECK (reserve_used >= 0),
    waiting        INTEGER NOT NULL CHECK (waiting >= 0),       -- parties
    given_back_ms  INTEGER NOT NULL,  -- when seats last came free by a cancellation
    no_shows_out   INTEGER NOT NULL CHECK (no_shows_out IN (0, 1))
) STRICT;
CREATE INDEX sign_up_occasion_by_start ON sign_up_occasion (start_ms);

CREATE TABLE sign_up (
    id             BLOB PRIMARY KEY CHECK (length(id) = 16),
    arrival        INTEGER NOT NULL UNIQUE,  -- the hub's own order
    arrived_ms     INTEGER NOT NULL,
    kiosk          INTEGER NOT NULL,         -- 0: none
    source         TEXT NOT NULL CHECK (source IN ('screen', 'desk', 'phone')),
    walking_in     INTEGER NOT NULL CHECK (walking_in IN (0, 1)),
    listing        INTEGER NOT NULL,
    occasion       INTEGER NOT NULL,         -- 0: of the listing as a whole
    party          INTEGER NOT NULL CHECK (party >= 1),
    present        INTEGER NOT NULL CHECK (present >= 0),
    seats          INTEGER NOT NULL CHECK (seats >= 0),  -- that it takes now
    from_reserve   INTEGER NOT NULL CHECK (from_reserve BETWEEN 0 AND seats),
    state          TEXT NOT NULL CHECK (state IN ('requested', 'confirmed', 'waitlisted', 'declined',
                                                  'cancelled', 'checked_in', 'no_show')),
    why            TEXT NOT NULL,
    version        INTEGER NOT NULL CHECK (version >= 1),
    list_order     INTEGER,                  -- of who waits
    code           TEXT NOT NULL,            -- the hub's
    kiosk_code     TEXT NOT NULL,            -- as the kiosk gave it out; empty
    code_key       BLOB,                     -- keyed hashes of code and tail, for looking up
    kiosk_code_key BLOB,
    person_key     BLOB,                     -- of the phone
    personal       BLOB,                     -- encrypted
    personal_key   INTEGER NOT NULL,         -- which key; 0: nothing personal is left
    delete_ms      INTEGER NOT NULL,         -- when what is personal goes
    to_tell        TEXT NOT NULL             -- what its person has to be told by staff; empty
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_up_by_occasion ON sign_up (occasion, state);
CREATE INDEX sign_up_by_listing ON sign_up (listing, arrival);
CREATE INDEX sign_up_waiting ON sign_up (occasion, list_order) WHERE state = 'waitlisted';
CREATE INDEX sign_up_by_code ON sign_up (code) WHERE code <> '';
CREATE INDEX sign_up_by_code_key ON sign_up (code_key) WHERE code_key IS NOT NULL;
CREATE INDEX sign_up_by_kiosk_code_key ON sign_up (kiosk_code_key)
    WHERE kiosk_code_key IS NOT NULL;
CREATE INDEX sign_up_by_person ON sign_up (person_key) WHERE person_key IS NOT NULL;
CREATE INDEX sign_up_by_deletion ON sign_up (delete_ms) WHERE personal_key <> 0;
CREATE INDEX sign_up_to_tell ON sign_up (occasion) WHERE to_tell <> '';

-- What was answered to an operation, committed with its effect: whatever comes twice is answered twice
-- and done once.
CREATE TABLE operation_reply (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    kiosk    INTEGER NOT NULL,
    message  BLOB NOT NULL CHECK (length(message) = 32),  -- the hash of the bytes
    receipt  BLOB NOT NULL,
    at_ms    INTEGER NOT NULL,
    keep_ms  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_reply_by_keeping ON operation_reply (keep_ms);

-- What staff have to look at: the same id with other bytes ('quarantine'), and what cannot be opened,
-- understood or believed ('dead letter').
CREATE TABLE odd_message (
    hash    BLOB PRIMARY KEY CHECK (length(hash) = 32),
    kind    TEXT NOT NULL CHECK (kind IN ('quarantine', 'dead letter')),
    kiosk   INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    message BLOB NOT NULL,
    at_ms   INTEGER NOT NULL,
    seen_ms INTEGER
) STRICT, WITHOUT ROWID;

-- Seats kept while a sheet is open.
CREATE TABLE seat_hold (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    kiosk        INTEGER NOT NULL,
    occasion     INTEGER NOT NULL,
    seats        INTEGER NOT NULL CHECK (seats >= 0),  -- 0: let go, or used
    from_reserve INTEGER NOT NULL CHECK (from_reserve >= 0),
    until_ms     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_hold_by_end ON seat_hold (until_ms);

-- Seats promised to kiosks. A right that is out stays out until the kiosk reports it unspent or staff
-- write it off.
CREATE TABLE seat_grant (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kiosk        INTEGER NOT NULL,
    occasion     INTEGER NOT NULL,
    count        INTEGER NOT NULL CHECK (count >= 1),
    use_until_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX seat_grant_by_kiosk ON seat_grant (kiosk, occasion);
CREATE TABLE seat_right (
    grant_id INTEGER NOT NULL REFERENCES seat_grant (id),
    idx      INTEGER NOT NULL CHECK (idx >= 0),
    state    TEXT NOT NULL CHECK (state IN ('out', 'spent', 'returned', 'written off')),
    sign_up  BLOB,
    PRIMARY KEY (grant_id, idx)
) STRICT, WITHOUT ROWID;

-- Lots: the seed's hash is published before sign-up closes, the seed after.
CREATE TABLE sign_up_draw (
    occasion   INTEGER PRIMARY KEY,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    seed       BLOB NOT NULL CHECK (length(seed) = 32),
    seats      INTEGER,  -- that there were to be drawn for; NULL until it was done
    drawn_ms   INTEGER
) STRICT;
CREATE TABLE sign_up_drawn (
    occasion INTEGER NOT NULL,
    sign_up  BLOB NOT NULL CHECK (length(sign_up) = 16),
    party    INTEGER NOT NULL,
    seated   INTEGER NOT NULL CHECK (seated IN (0, 1)),
    PRIMARY KEY (occasion, sign_up)
) STRICT, WITHOUT ROWID;
