-- Exhibit specs: the text that came with the program and, where there is one, the user's own. The
-- own one counts; a newer program replaces the first alone.
CREATE TABLE spec (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    own_number INTEGER,
    bundled TEXT,
    edited TEXT,
    state TEXT NOT NULL CHECK (state IN ('shown', 'hidden', 'deleted')),
    CHECK (bundled IS NOT NULL OR edited IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO spec
SELECT id, number, NULL, iif(origin = 'bundled', toml, NULL), iif(origin = 'edited', toml, NULL),
    'shown'
FROM exhibit_spec;

DROP TABLE exhibit_spec;

-- Own texts that were replaced or taken away. Nothing is forgotten.
CREATE TABLE spec_history (
    id INTEGER PRIMARY KEY,
    spec_id TEXT NOT NULL,
    toml TEXT NOT NULL,
    replaced_at TEXT NOT NULL
) STRICT;
