-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who of the staff may use the desk, and who is signed in. Passwords and the tokens of sessions are kept
-- as hashes only. Hashes are hexadecimal, instants milliseconds since 1970 UTC.

CREATE TABLE account (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT NOT NULL CHECK (name <> ''),
    compared     TEXT NOT NULL UNIQUE,  -- the name as names are compared
    title        TEXT NOT NULL,         -- 社工
    role         TEXT NOT NULL CHECK (role IN ('desk', 'editor', 'manager')),
    salt         TEXT NOT NULL CHECK (length(salt) = 32),
    password     TEXT NOT NULL CHECK (length(password) = 64),  -- Argon2id
    must_change  INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    disabled     INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    last_seen_ms INTEGER
) STRICT;

CREATE TABLE desk_session (
    token      TEXT PRIMARY KEY CHECK (length(token) = 64),  -- BLAKE2b of it
    account_id INTEGER NOT NULL REFERENCES account (id),
    began_ms   INTEGER NOT NULL,
    seen_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_session_by_account ON desk_session (account_id);

-- Browsers in which an account has signed in before: whoever tries passwords elsewhere slows only himself.
CREATE TABLE known_browser (
    token      TEXT PRIMARY KEY CHECK (length(token) = 64),
    account_id INTEGER NOT NULL REFERENCES account (id),
    seen_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX known_browser_by_account ON known_browser (account_id, seen_ms);
