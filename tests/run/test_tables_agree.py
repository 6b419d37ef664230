"""Tables of a run are joined by their readers: what one table names, the table that it points at holds."""

import sqlite3

import pytest

JOINS = {
    "an auditor is among the bodies": """
        SELECT auditor FROM findings AS f WHERE auditor IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM certifiers AS c WHERE c.article_id = f.article_id AND c.name = f.auditor)""",
    "an audited office is among the organizations": """
        SELECT audited FROM findings AS f WHERE audited IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM organizations AS o WHERE o.article_id = f.article_id AND o.name = f.audited)""",
    "an audit's date is a date": """
        SELECT audit FROM findings AS f WHERE audit IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM dates AS d WHERE d.article_id = f.article_id AND d.mention_id = f.audit)""",
    "a report of an entity is a certificate of its article": """
        SELECT report.value FROM certificate_entities AS e, json_each(e.certificates) AS report
        JOIN json_each(e.articles) AS article ON article.key = report.key
        WHERE NOT EXISTS (
            SELECT 1 FROM certificates AS c WHERE c.certificate_id = report.value AND c.article_id = article.value)""",
    "a certificate is a report of one entity": """
        SELECT c.certificate_id FROM certificates AS c WHERE (
            SELECT count(*) FROM certificate_entities AS e, json_each(e.certificates) AS report
            WHERE report.value = c.certificate_id) <> 1""",
    "an entity's body is among the bodies": """
        SELECT certifier FROM certificate_entities AS e WHERE body_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM certifiers AS c WHERE c.body_id = e.body_id)""",
    "a body without an id has no name": """
        SELECT certifier FROM certificate_entities WHERE (body_id IS NULL) <> (certifier IS NULL)""",
    "a holder without an id has no name": """
        SELECT organization FROM certificate_entities WHERE (organization_id IS NULL) <> (organization IS NULL)""",
    "a place without an id has no name": """
        SELECT place FROM certificate_entities WHERE (place_id IS NULL) <> (place IS NULL)""",
    "an entity's family is a work that the run knows": """
        SELECT family.value FROM certificate_entities AS e, json_each(e.families) AS family
        WHERE family.value NOT IN (SELECT work FROM works) AND family.value IN (SELECT family FROM works)""",
    "a copy and what it repeats are articles": """
        SELECT article_id FROM duplicates WHERE article_id NOT IN (SELECT id FROM articles)
        OR representative NOT IN (SELECT id FROM articles WHERE duplicate_of IS NULL)""",
    "one id of a body has one name": """
        SELECT body_id FROM certifiers WHERE kind <> 'control_body' GROUP BY body_id HAVING count(DISTINCT name) > 1""",
    "characters are those of the text": """
        SELECT m.text FROM (
            SELECT article_id, text, start, "end" FROM standards UNION ALL SELECT article_id, text, start, "end" FROM dates
            UNION ALL SELECT article_id, text, start, "end" FROM officials
            UNION ALL SELECT article_id, text, start, "end" FROM findings) AS m
        JOIN articles AS a ON a.id = m.article_id WHERE substr(a.text, m.start + 1, m."end" - m.start) <> m.text""",
}
"""What holds -> the rows that break it."""


@pytest.mark.parametrize("broken", JOINS.values(), ids=JOINS.keys())
def test_tables_agree(sample_run, broken):
    with sqlite3.connect(sample_run / "data" / "processed" / "magistrat.sqlite") as db:
        assert db.execute(broken).fetchall() == []


@pytest.mark.parametrize("table", ["findings", "certificates", "certificate_entities", "duplicates", "dates"])
def test_the_joins_have_rows_to_break(sample_run, table):
    with sqlite3.connect(sample_run / "data" / "processed" / "magistrat.sqlite") as db:
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0  # noqa: S608 - our own names
