-- Published weeks, frozen as they were: `content` is the whole edition as JSON. Editions are only
-- ever added.
CREATE TABLE publication (
    week_end INTEGER NOT NULL,
    edition INTEGER NOT NULL CHECK (edition > 0),
    published_at TEXT NOT NULL,
    author TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (week_end, edition)
) STRICT;

CREATE TRIGGER publication_stays_as_it_is BEFORE UPDATE ON publication
BEGIN
    SELECT raise(ABORT, 'a published week does not change');
END;

CREATE TRIGGER publication_stays BEFORE DELETE ON publication
BEGIN
    SELECT raise(ABORT, 'a published week stays');
END;
