-- SPDX-License-Identifier: GPL-3.0-or-later
-- What staff and the way to the hub add to a sign-up; nothing here says who it is.

-- Each time some of a party came, by whom they were let in, and whether that was taken back.
CREATE TABLE sign_up_check_in (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    sign_up BLOB NOT NULL CHECK (length(sign_up) = 16),
    before  INTEGER NOT NULL,
    present INTEGER NOT NULL,
    at_ms   INTEGER NOT NULL,
    who     TEXT NOT NULL,
    undone  INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX sign_up_check_in_by_sign_up ON sign_up_check_in (sign_up, number);

-- A sign-up that a member of staff entered, or that came in long after it was entered.
CREATE TABLE sign_up_entry (
    sign_up    BLOB PRIMARY KEY CHECK (length(sign_up) = 16),
    who        TEXT NOT NULL,
    entered_ms INTEGER  -- by the kiosk's clock, where it came late
) STRICT, WITHOUT ROWID;
