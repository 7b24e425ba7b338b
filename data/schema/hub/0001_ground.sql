-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every hub database has: which of these files it has run, and who changed what. Instants are
-- milliseconds since 1970 UTC.

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,  -- of its file
    name   TEXT NOT NULL
) STRICT;

-- Who changed what, for good. Each row's hash covers the row and the hash of the row before.
CREATE TABLE audit (
    number   INTEGER PRIMARY KEY CHECK (number >= 1),
    at_ms    INTEGER NOT NULL,
    who      TEXT NOT NULL CHECK (who <> ''),
    kind     TEXT NOT NULL CHECK (kind <> ''),  -- 'listing.changed'
    subject  TEXT NOT NULL,                     -- the id of what was changed
    before   TEXT NOT NULL,
    after    TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, number);

-- The last row, so that one cut off at the end is noticed as well.
CREATE TABLE audit_head (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    hash   TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (id, number, hash) VALUES (1, 0, '');

CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
WHEN NEW.number <> (SELECT number + 1 FROM audit_head)
BEGIN
    SELECT RAISE(ABORT, 'the audit log only goes on');
END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is not changed');
END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is not shortened');
END;
CREATE TRIGGER audit_head_goes_on BEFORE UPDATE ON audit_head
WHEN NEW.number <> OLD.number + 1
BEGIN
    SELECT RAISE(ABORT, 'the audit log only goes on');
END;
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN
    SELECT RAISE(ABORT, 'the audit log is not shortened');
END;
