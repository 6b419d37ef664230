import pytest

from pipeline.record.entities import DecisionError, read_decisions

HEAD = "certificate_id,other_id,decision,reason\n"
BROKEN = {
    "no such column": "a,b\n1,2\n",
    "unknown decision": HEAD + "c1,c2,maybe,\n",
    "an id is missing": HEAD + "c1,,apart,\n",
    "one id twice": HEAD + "c1,c1,apart,\n",
    "same and apart": HEAD + "c1,c2,same,\nc2,c1,apart,\n",
    "apart, but joined through a third": HEAD + "c1,c2,same,\nc2,c3,same,\nc1,c3,apart,\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_used_is_refused_with_the_files_name(tmp_path, text):
    path = tmp_path / "decyzje.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError, match=r"decyzje\.csv"):
        read_decisions(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(DecisionError):
        read_decisions(tmp_path / "nie-ma.csv")


def test_pairs_and_ids_that_a_run_does_not_have(tmp_path):
    path = tmp_path / "decyzje.csv"
    path.write_text(HEAD + 'c1,c2,apart,"inny budynek"\nc3,c4,same,\n', encoding="utf-8-sig")
    decisions = read_decisions(path)
    assert decisions.forbids("c2", {"c0", "c1"})
    assert not decisions.forbids("c3", {"c1", "c4"})
    assert decisions.unknown(["c1", "c2", "c3"]) == ["c4"]


@pytest.mark.parametrize("mark", [";", "\t"], ids=["semicolons", "tabs"])
def test_a_file_that_a_polish_spreadsheet_saved(tmp_path, mark):
    path = tmp_path / "decyzje.csv"
    text = HEAD + "c1,c2,apart,drugi zakład\nc3,c4,same,ta sama spółka\n"
    path.write_text(text.replace(",", mark), encoding="cp1250")
    decisions = read_decisions(path)
    assert decisions.forbids("c1", {"c2"})
    assert decisions.same == (("c3", "c4"),)
