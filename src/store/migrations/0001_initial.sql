-- The file of Mestringstreff, edition 1. A released migration is never edited; the next change is a file of its own.
-- Times are milliseconds since 1970 in UTC, dates and clock times are ISO text. There is no column for a person.

PRAGMA application_id = 1297306706;  -- "MSTR"

CREATE TABLE course (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    title        TEXT    NOT NULL,
    municipality TEXT    NOT NULL,
    place        TEXT    NOT NULL,
    starts       TEXT    NOT NULL CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
    leader_one   TEXT    NOT NULL,  -- a role, not a name
    leader_two   TEXT    NOT NULL,
    participants INTEGER NOT NULL CHECK (participants BETWEEN 0 AND 1000)
) STRICT;

CREATE TABLE course_date (
    course  INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    meeting INTEGER NOT NULL CHECK (meeting >= 1),
    date    TEXT    NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    PRIMARY KEY (course, meeting)
) STRICT, WITHOUT ROWID;

-- Every press appends; undo is a press as well. What one press did has one batch number, and undoes = 0 unless it took
-- another batch back.
CREATE TABLE attendance_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    course      INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    batch       INTEGER NOT NULL CHECK (batch BETWEEN 1 AND 1000000000000),
    at          INTEGER NOT NULL,
    meeting     INTEGER NOT NULL CHECK (meeting >= 1),
    participant INTEGER NOT NULL CHECK (participant >= 1),
    mark_before TEXT CHECK (mark_before IN ('present', 'late', 'excused', 'absent')),
    mark_after  TEXT CHECK (mark_after IN ('present', 'late', 'excused', 'absent')),
    undoes      INTEGER NOT NULL CHECK (undoes >= 0 AND undoes < batch),
    UNIQUE (course, batch, meeting, participant)
) STRICT;

CREATE TRIGGER attendance_is_never_overwritten BEFORE UPDATE ON attendance_event
BEGIN
    SELECT RAISE(ABORT, 'attendance is appended, never overwritten');
END;

-- Events go only together with their course, which is gone already when the cascade comes to them.
CREATE TRIGGER attendance_goes_only_with_its_course BEFORE DELETE ON attendance_event
WHEN EXISTS (SELECT 1 FROM course WHERE id = OLD.course)
BEGIN
    SELECT RAISE(ABORT, 'attendance is appended, never removed');
END;

-- The marks as they stand. SQLite takes mark_after from the row that has max(id).
CREATE VIEW attendance AS
SELECT course, meeting, participant, mark_after AS mark, max(id) AS event
FROM attendance_event
GROUP BY course, meeting, participant
HAVING mark_after IS NOT NULL;

-- Feedback as counts only: no row per answer, no time, no order of arrival.
CREATE TABLE feedback_round (
    course  INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    meeting INTEGER NOT NULL CHECK (meeting >= 1),
    phase   TEXT    NOT NULL CHECK (phase IN ('not_opened', 'open', 'closed')),
    PRIMARY KEY (course, meeting)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback_count (
    course   INTEGER NOT NULL,
    meeting  INTEGER NOT NULL,
    question TEXT    NOT NULL,
    place    INTEGER NOT NULL CHECK (place >= 0),  -- of the question in its form
    n0  INTEGER NOT NULL CHECK (n0  BETWEEN 0 AND 999),
    n1  INTEGER NOT NULL CHECK (n1  BETWEEN 0 AND 999),
    n2  INTEGER NOT NULL CHECK (n2  BETWEEN 0 AND 999),
    n3  INTEGER NOT NULL CHECK (n3  BETWEEN 0 AND 999),
    n4  INTEGER NOT NULL CHECK (n4  BETWEEN 0 AND 999),
    n5  INTEGER NOT NULL CHECK (n5  BETWEEN 0 AND 999),
    n6  INTEGER NOT NULL CHECK (n6  BETWEEN 0 AND 999),
    n7  INTEGER NOT NULL CHECK (n7  BETWEEN 0 AND 999),
    n8  INTEGER NOT NULL CHECK (n8  BETWEEN 0 AND 999),
    n9  INTEGER NOT NULL CHECK (n9  BETWEEN 0 AND 999),
    n10 INTEGER NOT NULL CHECK (n10 BETWEEN 0 AND 999),
    PRIMARY KEY (course, meeting, question),
    FOREIGN KEY (course, meeting) REFERENCES feedback_round ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The run of a meeting: its events as session/event_text.cpp writes them, numbered from 1.
CREATE TABLE run (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    course  INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    meeting INTEGER NOT NULL CHECK (meeting >= 1)
) STRICT;

CREATE INDEX run_course ON run (course);

CREATE TABLE run_event (
    run    INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    at     INTEGER NOT NULL,
    event  TEXT    NOT NULL,
    PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
