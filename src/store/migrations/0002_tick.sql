-- Edition 2: tasks of the handbook that a course has done. A task is known by a number made of its words (64 bits,
-- the upper half of the range stands below zero).

CREATE TABLE tick (
    course   INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    document TEXT    NOT NULL,
    task     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (course, document, task)
) STRICT, WITHOUT ROWID;
