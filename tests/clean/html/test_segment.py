"""The visible lines of a page, with kinds, links and places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.html.choose import chosen
from pipeline.clean.html.parse import MAX_DEPTH, parse
from pipeline.clean.html.prune import furniture
from pipeline.clean.html.segment import printed, segment


def items(body):
    root = parse(f"<html><body>{body}</body></html>")
    return segment(root, furniture(root))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<h2>Nagłówek</h2><p>Tekst</p>", [("heading", "Nagłówek"), ("paragraph", "Tekst")], id="heading"),
        pytest.param("<blockquote><p>Cytat</p></blockquote>", [("quote", "Cytat")], id="quote"),
        pytest.param("<figure><figcaption>Podpis</figcaption></figure>", [("caption", "Podpis")], id="caption"),
        pytest.param('<p class="wp-caption-text">Podpis</p>', [("caption", "Podpis")], id="caption by class"),
        pytest.param("<table><tr><th>Rok<td>2010</table>", [("cell", "Rok"), ("cell", "2010")], id="cells"),
        pytest.param(
            "<div><span><time>5 maja</time><b>Jan Kowal</b></span></div>",
            [("paragraph", "5 maja"), ("paragraph", "Jan Kowal")],
            id="what only style sheets part from a time",
        ),
        pytest.param(
            "<p>od <time>5 maja</time> do <time>7 maja</time>.</p>", [("paragraph", "od 5 maja do 7 maja.")], id="times"
        ),
        pytest.param(
            '<div><a class=kto href="/1">Jan Kowal</a><span class=kiedy>5 maja</span><span class=ile>4 min</span></div>',
            [("paragraph", "Jan Kowal"), ("paragraph", "5 maja"), ("paragraph", "4 min")],
            id="named strings in a row",
        ),
        pytest.param(
            "<p><span class=s1>cert</span><span class=s2>yfikat</span></p>", [("paragraph", "certyfikat")], id="a word in parts"
        ),
        pytest.param(
            "<div>Dnia <span class=s1>5 </span><span class=s2>maja</span></div>",
            [("paragraph", "Dnia 5 maja")],
            id="a sentence in parts",
        ),
        pytest.param(
            "<div><span>Do odsłuchu</span><span>0:00</span></div>",
            [("paragraph", "Do odsłuchu"), ("paragraph", "0:00")],
            id="no word goes on so",
        ),
        pytest.param(
            "<div><span>cert</span><span>yfikat</span></div>", [("paragraph", "certyfikat")], id="a word in nameless parts"
        ),
        pytest.param(
            "<h3><button>Uwagi</button></h3><button>Szukaj</button>", [("heading", "Uwagi")], id="button of an accordion"
        ),
        pytest.param("<p>Ur<b>zą</b>d <i>Miasta</i></p>", [("paragraph", "Urząd Miasta")], id="inline elements join"),
        pytest.param(
            "Wprost w body<div>a</div>po", [("paragraph", "Wprost w body"), ("paragraph", "a"), ("paragraph", "po")], id="tails"
        ),
        pytest.param(
            "<pre>raz\ndwa\n\ntrzy</pre>", [("paragraph", "raz"), ("paragraph", "dwa"), ("paragraph", "trzy")], id="pre"
        ),
        pytest.param("<p>Za&shy;żół&#8203;ć&nbsp;gęś</p>", [("paragraph", "Zażółć gęś")], id="invisible characters"),
        pytest.param(
            "<script>x</script><style>y</style><p>Tekst<select><option>opcja</select></p>",
            [("paragraph", "Tekst")],
            id="hidden",
        ),
    ],
)
def test_kinds(body, expected):
    assert [(item.kind, item.text) for item in items(body)] == expected


def test_furniture_in_mid_sentence_is_a_line_of_its_own():
    found = items('<p>W auditcie brało udział <span class="udostepnij">Lubię to!</span> dwanaście osób.</p>')
    assert [(item.text, item.reason) for item in found] == [
        ("Lubię to!", "share"),
        ("W auditcie brało udział dwanaście osób.", None),
    ]


def test_link_density_and_paths():
    linked, plain = items('<p><a href="/x">Całość</a></p><p>Bez odnośnika</p>')
    assert (linked.link_density, plain.link_density) == (1.0, 0.0)
    assert (linked.path, plain.path) == ("/html/body/p", "/html/body/p[2]")


def test_a_tree_is_as_it_was_after_the_vote():
    root = parse(
        "<html><body><h1>Tytuł</h1><p>Urząd <b>Gminy</b> i <i>wójt</i> z certyfikatem.</p><ul><li>raz</ul></body></html>"
    )
    before = "".join(root.itertext())
    chosen(root, segment(root))
    assert "".join(root.itertext()) == before


@pytest.mark.parametrize("tag", ["div", "font", "span", "blockquote", "b"])
@pytest.mark.parametrize("depth", [50, 400, 5000])
def test_deep_nesting_loses_no_text(tag, depth):
    root = parse(f"<html><body>{f'<{tag}>' * depth}Głęboki tekst{f'</{tag}>' * depth}<p>Koniec</p></body></html>")
    assert "Głęboki tekst" in "".join(root.itertext())
    assert "Koniec" in "".join(root.itertext())
    assert max(sum(1 for _ in element.iterancestors()) for element in root.iter()) <= MAX_DEPTH + 1


PARTS = [*"<>/=\"' abcł&;", "<p>", "<li>", "</ol>", "<ol>", "<td>", "<br>", "<a href=x>"]
markup = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)


@given(text=markup)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_every_word_of_a_line_stands_in_the_page(text):
    root = parse(f"<html><body>{text}</body></html>")
    page = "".join("".join(root.itertext()).split())
    for item in segment(root):
        assert "".join(item.text.split()) in page
        assert item.text in printed(item)


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ('style="display:none"', True),
        ("hidden", True),
        ('role=tabpanel style="display:none"', False),
        ("class=accordion-body hidden", False),
        ('class="tab-pane fade" style="display: none"', False),
        ('class=tablet-menu style="display:none"', True),
    ],
)
def test_panels_are_not_hidden(attributes, hidden):
    assert [item.hidden for item in items(f"<p>Wstęp</p><div {attributes}>Uwagi auditorów</div>")] == [False, hidden]
