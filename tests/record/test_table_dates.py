from pipeline.schema import Article

TEXT = """Certyfikaty spółki
Wodociągi Lipeckie mają dwa systemy zarządzania.
Norma | Wydany przez | Ważny do
PN-EN ISO 9001:2015-10 | Polski Rejestr Statków | 14.08.2024
PN-EN ISO 14001:2015-09 | Polski Rejestr Statków | 31.01.2025
Spółka powstała 3 maja 1998 r."""


def test_the_head_of_a_column_says_what_its_dates_are(extractor):
    record = extractor.record(Article(id="0", source="a.txt", text=TEXT))
    assert [(d.value, d.role) for d in record.dates] == [
        ("2024-08-14", "valid_until"),
        ("2025-01-31", "valid_until"),
        ("1998-05-03", "other"),
    ]
