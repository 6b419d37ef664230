"""Names of image files that stand in running text are neither read nor in the way of what stands behind them."""

import pytest
import spacy

from pipeline import extract, to_json
from pipeline.annotate.glued import split_glued


@pytest.fixture(scope="module")
def nlp():
    blank = spacy.blank("pl")
    split_glued(blank)
    split_glued(blank)
    return blank


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ratusz_2012Remont trwa", ["ratusz_2012", "Remont", "trwa"]),
        ("foto.jpgRemont trwa", ["foto.jpg", "Remont", "trwa"]),
        ("IMG_00012345Święto gminy", ["IMG_00012345", "Święto", "gminy"]),
        ("norma 9001:2009 i a_b", ["norma", "9001:2009", "i", "a_b"]),
        ("dnia_2011r", ["dnia_2011r"]),
    ],
)
def test_the_border_of_a_glued_name(nlp, text, tokens):
    assert [token.text for token in nlp(text)] == tokens


def test_a_saved_pipeline_keeps_it(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert [token.text for token in spacy.load(tmp_path)("foto.jpgRemont trwa")] == ["foto.jpg", "Remont", "trwa"]


NAMES = {
    "edition": "iso_2012",
    "standard": "certyfikat_iso_9001_2009.jpg ",
    "cameras": "Img_6303.jpeg Dscn0328.jpeg 118_1859.jpeg ",
    "day": "2013-05-06_urzad.JPG",
    "person": "wojt_jan_kowal_12.05.2012.jpg ",
    "body": "logo_pcbc.gif ",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_of_a_file_becomes_no_value(name):
    head = "Dokument wisi w holu\n\nUrząd Gminy w Lipnie pokazał mieszkańcom dokument, o który starał się dwa lata.\n"
    said = "Odnowienie przeprowadzono we wrześniu 2014 roku i nie było zastrzeżeń."
    plain, named = (to_json(extract(head + line, model="none")) for line in (said, name + said))
    assert name.strip() in named["text"]
    for field in ("standards", "dates", "officials", "certifiers", "findings"):
        kept = [{key: mention.get(key) for key in ("id", "name", "value", "role")} for mention in named[field]]
        assert kept == [{key: mention.get(key) for key in ("id", "name", "value", "role")} for mention in plain[field]]
