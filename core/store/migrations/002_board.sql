-- Judgements and lists of a week. Rows are only added; the last one whose batch stands counts.
CREATE TABLE board (
    code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    index_code TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
    code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    score INTEGER NOT NULL,
    ordinal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sector_rating (
    code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    horizon_months TEXT NOT NULL,
    excess_return_min_pct REAL,
    excess_return_max_pct REAL,
    ordinal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE heat_rating (
    id INTEGER PRIMARY KEY,
    week_end INTEGER NOT NULL,
    board TEXT NOT NULL REFERENCES board (code),
    rating TEXT NOT NULL REFERENCES rating (code),
    reason TEXT NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
) STRICT;

CREATE INDEX heat_rating_by_week ON heat_rating (week_end, board, id);

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

CREATE INDEX note_by_week ON note (week_end, section, ordinal, id);

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

CREATE INDEX ranking_by_week ON ranking (week_end, list, code, id);

CREATE TABLE exhibit_spec (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    toml TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'edited'))
) STRICT, WITHOUT ROWID;

-- The few figures that the week at a glance shows large, each with one that goes with it.
CREATE TABLE key_figure (
    ordinal INTEGER PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    series TEXT NOT NULL REFERENCES series (code),
    companion TEXT NOT NULL REFERENCES series (code),
    role TEXT NOT NULL CHECK (role IN ('share', 'yoy', 'net_add'))
) STRICT;
