-- A series that is not followed any more keeps its figures; nothing of it is waited for.
ALTER TABLE series ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));

-- What happened on a day, marked on charts that cover it. `target` is a series or a board, or empty
-- for all charts. The last row of a place whose batch stands counts; one without words is gone.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    day INTEGER NOT NULL,
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    target TEXT NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

CREATE INDEX event_by_place ON event (place, id);

-- Findings of checks that somebody looked at and found right. `figures` are the figures that were
-- compared: once one of them is another, the finding counts again.
CREATE TABLE acknowledgement (
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    code TEXT NOT NULL,
    period_end INTEGER NOT NULL,
    figures TEXT NOT NULL,
    reason TEXT NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

CREATE INDEX acknowledgement_by_finding ON acknowledgement (code, period_end, rule, id);

-- The series that a column of a file was matched to once, by its name and unit as written there.
CREATE TABLE column_choice (
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    series TEXT NOT NULL REFERENCES series (code),
    PRIMARY KEY (name, unit)
) STRICT, WITHOUT ROWID;
