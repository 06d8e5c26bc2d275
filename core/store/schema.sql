-- index acknowledgement_by_finding
CREATE INDEX acknowledgement_by_finding ON acknowledgement (code, period_end, rule, id);

-- index event_by_place
CREATE INDEX event_by_place ON event (place, id);

-- index heat_rating_by_week
CREATE INDEX heat_rating_by_week ON heat_rating (week_end, board, id);

-- index note_by_week
CREATE INDEX note_by_week ON note (week_end, section, ordinal, id);

-- index ranking_by_week
CREATE INDEX ranking_by_week ON ranking (week_end, list, code, id);

-- index series_by_group
CREATE INDEX series_by_group ON series (series_group);

-- index superseded_by_figure
CREATE INDEX superseded_by_figure ON superseded (series_id, period_end, vintage);

-- table acknowledgement
CREATE TABLE acknowledgement (
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    code TEXT NOT NULL,
    period_end INTEGER NOT NULL,
    figures TEXT NOT NULL,
    reason TEXT NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

-- table batch
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('bundled', 'illustrative', 'entry', 'import')),
    origin TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    reverted_at TEXT
) STRICT;

-- table batch_series
CREATE TABLE batch_series (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    series_id INTEGER NOT NULL REFERENCES series (id),
    row_count INTEGER NOT NULL,
    PRIMARY KEY (batch_id, series_id)
) STRICT, WITHOUT ROWID;

-- table batch_sheet
CREATE TABLE batch_sheet (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    ordinal INTEGER NOT NULL,
    file TEXT NOT NULL,
    sheet TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (batch_id, ordinal)
) STRICT, WITHOUT ROWID;

-- table board
CREATE TABLE board (
    code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    index_code TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- table column_choice
CREATE TABLE column_choice (
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    series TEXT NOT NULL REFERENCES series (code),
    PRIMARY KEY (name, unit)
) STRICT, WITHOUT ROWID;

-- table event
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    day INTEGER NOT NULL,
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    target TEXT NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

-- table heat_rating
CREATE TABLE heat_rating (
    id INTEGER PRIMARY KEY,
    week_end INTEGER NOT NULL,
    board TEXT NOT NULL REFERENCES board (code),
    rating TEXT NOT NULL REFERENCES rating (code),
    reason TEXT NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

-- table illustration
CREATE TABLE illustration (
    series_id INTEGER NOT NULL REFERENCES series (id),
    period_end INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    value REAL,
    batch_id INTEGER NOT NULL REFERENCES batch (id), sheet INTEGER, sheet_row INTEGER, sheet_column INTEGER,
    PRIMARY KEY (series_id, period_end, vintage)
) STRICT, WITHOUT ROWID;

-- table key_figure
CREATE TABLE key_figure (
    ordinal INTEGER PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    series TEXT NOT NULL REFERENCES series (code),
    companion TEXT NOT NULL REFERENCES series (code),
    role TEXT NOT NULL CHECK (role IN ('share', 'yoy', 'net_add'))
) STRICT;

-- table layout
CREATE TABLE layout (
    name TEXT PRIMARY KEY,
    description TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- table note
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    week_end INTEGER NOT NULL,
    section TEXT NOT NULL
        CHECK (section IN ('headline', 'viewpoint', 'track', 'advice', 'risk', 'rating', 'news')),
    ordinal INTEGER NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    published_on INTEGER,
    outlet TEXT NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

-- table observation
CREATE TABLE observation (
    series_id INTEGER NOT NULL REFERENCES series (id),
    period_end INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    value REAL,
    batch_id INTEGER NOT NULL REFERENCES batch (id), sheet INTEGER, sheet_row INTEGER, sheet_column INTEGER,
    PRIMARY KEY (series_id, period_end, vintage)
) STRICT, WITHOUT ROWID;

-- table publication
CREATE TABLE publication (
    week_end INTEGER NOT NULL,
    edition INTEGER NOT NULL CHECK (edition > 0),
    published_at TEXT NOT NULL,
    author TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (week_end, edition)
) STRICT;

-- table ranking
CREATE TABLE ranking (
    id INTEGER PRIMARY KEY,
    week_end INTEGER NOT NULL,
    list TEXT NOT NULL CHECK (list IN ('stocks', 'industries')),
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    change_percent REAL NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

-- table rating
CREATE TABLE rating (
    code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    score INTEGER NOT NULL,
    ordinal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- table rounding
CREATE TABLE rounding (
    series_id INTEGER NOT NULL REFERENCES series (id),
    period_end INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    rounded_to REAL NOT NULL CHECK (rounded_to > 0),
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    PRIMARY KEY (series_id, period_end, vintage)
) STRICT, WITHOUT ROWID;

-- table sector_rating
CREATE TABLE sector_rating (
    code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    horizon_months TEXT NOT NULL,
    excess_return_min_pct REAL,
    excess_return_max_pct REAL,
    ordinal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- table series
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    unit TEXT NOT NULL,
    frequency TEXT NOT NULL
        CHECK (frequency IN ('daily', 'weekly', 'monthly', 'quarterly', 'annual')),
    measure TEXT NOT NULL
        CHECK (measure IN ('close', 'level', 'ytd_flow', 'flow', 'share', 'growth', 'return', 'net_add')),
    decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 8),
    release_lag_days INTEGER NOT NULL CHECK (release_lag_days BETWEEN 0 AND 3660),
    source TEXT NOT NULL,
    series_group TEXT NOT NULL
, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))) STRICT;

-- table spec
CREATE TABLE spec (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    own_number INTEGER,
    bundled TEXT,
    edited TEXT,
    state TEXT NOT NULL CHECK (state IN ('shown', 'hidden', 'deleted')),
    CHECK (bundled IS NOT NULL OR edited IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- table spec_history
CREATE TABLE spec_history (
    id INTEGER PRIMARY KEY,
    spec_id TEXT NOT NULL,
    toml TEXT NOT NULL,
    replaced_at TEXT NOT NULL
) STRICT;

-- table superseded
CREATE TABLE superseded (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series (id),
    period_end INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    value REAL,
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    replaced_by INTEGER REFERENCES batch (id),
    replaced_at TEXT NOT NULL
, sheet INTEGER, sheet_row INTEGER, sheet_column INTEGER) STRICT;

-- trigger publication_stays
CREATE TRIGGER publication_stays BEFORE DELETE ON publication
BEGIN
    SELECT raise(ABORT, 'a published week stays');
END;

-- trigger publication_stays_as_it_is
CREATE TRIGGER publication_stays_as_it_is BEFORE UPDATE ON publication
BEGIN
    SELECT raise(ABORT, 'a published week does not change');
END;

