-- Where imported figures stand: the sheets of the files of a batch, and in them each figure's row and
-- column, counted from 1. A figure that was typed has neither.
CREATE TABLE batch_sheet (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    ordinal INTEGER NOT NULL,
    file TEXT NOT NULL,
    sheet TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (batch_id, ordinal)
) STRICT, WITHOUT ROWID;

ALTER TABLE observation ADD COLUMN sheet INTEGER;
ALTER TABLE observation ADD COLUMN sheet_row INTEGER;
ALTER TABLE observation ADD COLUMN sheet_column INTEGER;
ALTER TABLE illustration ADD COLUMN sheet INTEGER;
ALTER TABLE illustration ADD COLUMN sheet_row INTEGER;
ALTER TABLE illustration ADD COLUMN sheet_column INTEGER;
ALTER TABLE superseded ADD COLUMN sheet INTEGER;
ALTER TABLE superseded ADD COLUMN sheet_row INTEGER;
ALTER TABLE superseded ADD COLUMN sheet_column INTEGER;

-- Layouts that somebody mapped a file by, as `resources/layouts` writes them.
CREATE TABLE layout (
    name TEXT PRIMARY KEY,
    description TEXT NOT NULL
) STRICT, WITHOUT ROWID;
