from __future__ import annotations

import pytest

from pipeline.clean.plain.glue import trim_image_names, trim_place


@pytest.mark.parametrize(
    ("line", "trimmed"),
    [
        ("ratusz_2012Remont rozpoczęto w maju.", "Remont rozpoczęto w maju."),
        ("Img_12.jpeg 118_13.jpeg Poniżej plan prac.", "Poniżej plan prac."),
        ("foto.jpgRemont trwa od maju", "Remont trwa od maju"),
        ("Img_12.jpeg", "Img_12.jpeg"),
        ("PN-EN ISO 9001 to norma", "PN-EN ISO 9001 to norma"),
        ("Uchwała_12Rady", "Uchwała_12Rady"),
        ("Plik regulamin.pdf dostępny", "Plik regulamin.pdf dostępny"),
        ("ISO9001:2008 dla gminy", "ISO9001:2008 dla gminy"),
    ],
)
def test_image_names(line: str, trimmed: str) -> None:
    assert trim_image_names(line) == trimmed


@pytest.mark.parametrize(
    ("line", "trimmed"),
    [
        ("LubowoUrząd z certyfikatem", "Urząd z certyfikatem"),
        ("GorzewoUrząd z certyfikatem", "GorzewoUrząd z certyfikatem"),
        ("eUrząd", "eUrząd"),
    ],
)
def test_places(line: str, trimmed: str) -> None:
    assert trim_place(line, {"Lubowo"}) == trimmed
