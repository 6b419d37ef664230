from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.assemble import assemble
from pipeline.clean.draft import Draft, DraftBlock
from pipeline.schema import Article, Failure, Source
from pipeline.settings import CleanSettings

SETTINGS = CleanSettings()


def source(**fields: str) -> Source:
    return Source(**({"source": "a.txt", "content": "x", "media": "text"} | fields))


def article(draft: Draft, **fields: str) -> Article:
    found = assemble(draft, source(**fields), SETTINGS)
    assert isinstance(found, Article)
    return found


def test_headline_stands_first_and_once() -> None:
    blocks = [
        DraftBlock("paragraph", "Lead wiadomości."),
        DraftBlock("heading", "URZĄD  Z CERTYFIKATEM"),
        DraftBlock("item", "Urząd z certyfikatem", "1."),
    ]
    found = article(Draft(title="Urząd z certyfikatem", blocks=blocks))
    assert found.text == "Urząd z certyfikatem\nLead wiadomości.\n1. Urząd z certyfikatem"
    assert [(d.text, d.reason) for d in found.dropped] == [("URZĄD Z CERTYFIKATEM", "repeated_title")]


def test_offsets_and_markers() -> None:
    found = article(
        Draft(
            blocks=[
                DraftBlock("paragraph", "Mocne strony urzędu:"),
                DraftBlock("item", "czyste biura,", "a)"),
                DraftBlock("item", "sprawny sekretariat", "•"),
            ]
        )
    )
    assert found.text == "Mocne strony urzędu:\na) czyste biura,\n• sprawny sekretariat"
    assert [found.text[b.start : b.end] for b in found.blocks] == found.text.split("\n")
    assert [b.marker for b in found.blocks] == [None, "a)", "•"]


def test_repairs_and_line_breaks_inside_a_block() -> None:
    found = article(Draft(title="Wójt  goÅ›ciÅ‚\nradnych", blocks=[DraftBlock("paragraph", "Ratusz\u00a0w\u200b gminie.")]))
    assert found.text == "Wójt gościł radnych\nRatusz w gminie."
    assert found.title == "Wójt gościł radnych"


@pytest.mark.parametrize(
    ("draft", "fields", "expected"),
    [
        (Draft(published="2010-03-12", published_from="label"), {}, ("2010-03-12", "label")),
        (Draft(published="2010-03-12", published_from="label"), {"published": "12.03.2011"}, ("2011-03-12", "sidecar")),
        (Draft(published="2010-03-12", published_from="label"), {"published": "niedawno"}, ("2010-03-12", "label")),
        (Draft(), {"url": "https://gmina.example.pl/2012/05/06/sesja"}, ("2012-05-06", "url")),
        (Draft(), {}, (None, None)),
    ],
    ids=["the page's own", "the owner's wins", "the owner's is no date", "address", "none"],
)
def test_published(draft: Draft, fields: dict[str, str], expected: tuple[str | None, str | None]) -> None:
    draft.blocks = [DraftBlock("paragraph", "Radni przyjęli budżet gminy.")]
    found = article(draft, **fields)
    assert (found.published, found.published_from) == expected


def test_what_the_sidecar_knows() -> None:
    found = article(
        Draft(blocks=[DraftBlock("paragraph", "Radni przyjęli budżet gminy.")]),
        title="Sesja",
        url="https://www.lubowo.example.pl/a",
        encoding="cp1250",
    )
    assert (found.title, found.site, found.encoding) == ("Sesja", "www.lubowo.example.pl", "cp1250")
    assert found.text == "Radni przyjęli budżet gminy."


def test_same_content_same_id() -> None:
    draft = Draft(blocks=[DraftBlock("paragraph", "Radni przyjęli budżet gminy.")])
    assert article(draft).id == article(draft).id
    assert article(draft).id != article(draft, content="y").id


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n \n\t\n",
        "Drukuj\nUdostępnij\n",
        "Strona główna\nAktualności\nKontakt\n",
        "\x00\x01\x02",
        "!!! ???\n***\n",
        "- \n- \n",
    ],
    ids=["empty", "blank", "buttons", "menu", "control characters", "signs", "markers"],
)
def test_no_article_is_a_failure_with_a_reason(content: str) -> None:
    found = clean(source(content=content), SETTINGS)
    assert isinstance(found, Failure)
    assert (found.source, found.stage, found.reason) == ("a.txt", "clean", "no_text")
    assert found.detail


def test_fewest_words_are_a_setting() -> None:
    content = "Radni przyjęli dziś budżet gminy.\n"
    assert isinstance(clean(source(content=content), CleanSettings(min_words=5)), Article)
    assert isinstance(clean(source(content=content), CleanSettings(min_words=6)), Failure)


STORY = "Wójt odebrał w środę certyfikat jakości. Audytorzy wrócą do urzędu za rok, zapowiedział sekretarz gminy.\n"


@pytest.mark.parametrize(
    ("stated", "content", "title", "first"),
    [
        pytest.param("Urząd z certyfikatem", STORY, "Urząd z certyfikatem", "Urząd z certyfikatem", id="the text lacks its headline"),
        pytest.param("Urząd z certyfikatem | Gmina Lubowo", STORY, "Urząd z certyfikatem", "Urząd z certyfikatem", id="site's name"),
        pytest.param("Po audycie - certyfikat zostaje", STORY, "Po audycie - certyfikat zostaje", "Po audycie", id="a dash"),
        pytest.param("Gmina Lubowo", STORY, None, "Wójt odebrał", id="nothing but the site's name"),
        pytest.param("Certyfikat ISO dla urzędu", f"Urząd z certyfikatem\n\n{STORY}", "Urząd z certyfikatem", "Urząd z", id="the printed one wins"),
        pytest.param("Urząd z certyfikatem", f"Aktualności\n12.03.2018\n{STORY}", "Urząd z certyfikatem", "Urząd z", id="a section is no headline"),
    ],
)  # fmt: skip
def test_recorded_titles(stated: str, content: str, title: str | None, first: str) -> None:
    found = clean(source(content=content, title=stated), SETTINGS)
    assert isinstance(found, Article)
    assert found.title == title
    assert found.text.startswith(first)
    assert found.text.count(first) == 1
    assert all(found.text[block.start : block.end] for block in found.blocks)
