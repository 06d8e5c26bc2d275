-- Series and their figures. Dates are days since 1970-01-01; instants are ISO text in UTC.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('bundled', 'illustrative', 'entry', 'import')),
    origin TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    reverted_at TEXT
) STRICT;

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
) STRICT;

CREATE INDEX series_by_group ON series (series_group);

-- A figure of a period, as released on a day. NULL: withdrawn on that day.
CREATE TABLE observation (
    series_id INTEGER NOT NULL REFERENCES series (id),
    period_end INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    value REAL,
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    PRIMARY KEY (series_id, period_end, vintage)
) STRICT, WITHOUT ROWID;

-- Made-up figures. They stand for a series only while it has no row in observation.
CREATE TABLE illustration (
    series_id INTEGER NOT NULL REFERENCES series (id),
    period_end INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    value REAL,
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    PRIMARY KEY (series_id, period_end, vintage)
) STRICT, WITHOUT ROWID;

-- The step to which the source rounded a figure, where it is coarser than the series' decimals.
CREATE TABLE rounding (
    series_id INTEGER NOT NULL REFERENCES series (id),
    period_end INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    rounded_to REAL NOT NULL CHECK (rounded_to > 0),
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    PRIMARY KEY (series_id, period_end, vintage)
) STRICT, WITHOUT ROWID;

-- What a correction or a revert took out of observation or illustration. Nothing is forgotten.
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
) STRICT;

CREATE INDEX superseded_by_figure ON superseded (series_id, period_end, vintage);

-- The series that a batch touched, so that undoing it reads those and no others.
CREATE TABLE batch_series (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    series_id INTEGER NOT NULL REFERENCES series (id),
    row_count INTEGER NOT NULL,
    PRIMARY KEY (batch_id, series_id)
) STRICT, WITHOUT ROWID;
