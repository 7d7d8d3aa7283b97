-- Edition 4: hands that were counted at each item of a list, beside those on the line from 0 to 10.

CREATE TABLE item_count (
    course   INTEGER NOT NULL REFERENCES course ON DELETE CASCADE,
    meeting  INTEGER NOT NULL CHECK (meeting >= 1),
    question TEXT    NOT NULL,
    place    INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
    item     TEXT    NOT NULL,
    hands    INTEGER NOT NULL CHECK (hands BETWEEN 0 AND 999),
    PRIMARY KEY (course, meeting, question, place)
) STRICT, WITHOUT ROWID;
