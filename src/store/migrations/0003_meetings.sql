-- Edition 3: what a course changes in the handbook's plan, and what is kept of a meeting that was held. Nothing here is
-- about one person: groups are numbers, hands are counts.

CREATE TABLE course_step (
    course   INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    meeting  INTEGER NOT NULL CHECK (meeting >= 1),
    place    INTEGER NOT NULL CHECK (place >= 0),
    standard TEXT    NOT NULL,  -- the handbook's step; empty: the course's own
    exercise TEXT    NOT NULL,  -- done instead; empty: as the handbook has it
    title    TEXT    NOT NULL,
    instruction TEXT NOT NULL,  -- how the leaders do it, in their own words
    minutes  INTEGER CHECK (minutes BETWEEN 1 AND 240),
    leader   TEXT    CHECK (leader IN ('none', 'professional', 'user_rep', 'both')),
    at       TEXT    CHECK (at GLOB '[0-2][0-9]:[0-5][0-9]'),
    skipped  INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    PRIMARY KEY (course, meeting, place)
) STRICT, WITHOUT ROWID;

-- What the leaders wrote to themselves for the next meeting.
CREATE TABLE meeting_line (
    course  INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    meeting INTEGER NOT NULL CHECK (meeting >= 1),
    line    TEXT    NOT NULL,
    PRIMARY KEY (course, meeting)
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_count (
    course   INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    meeting  INTEGER NOT NULL CHECK (meeting >= 1),
    question TEXT    NOT NULL,
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
    PRIMARY KEY (course, meeting, question)
) STRICT, WITHOUT ROWID;

-- Who sat together in the divisions of a course, by participant number: "1,4,7|2,5,8".
CREATE TABLE grouping (
    course INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 999),
    groups TEXT    NOT NULL,
    PRIMARY KEY (course, number)
) STRICT, WITHOUT ROWID;

-- Planned minutes and used seconds of each step of a meeting that is over.
CREATE TABLE step_time (
    run      INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    place    INTEGER NOT NULL CHECK (place >= 0),
    title    TEXT    NOT NULL,
    exercise TEXT    NOT NULL,
    planned  INTEGER NOT NULL CHECK (planned >= 0),
    used     INTEGER NOT NULL CHECK (used >= 0),
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
