import pytest

from pipeline.store import describe_table, read_table


def test_a_table_comes_back_with_its_columns_documented(written):
    frame = read_table(written, "standards")
    assert frame.loc[0, "id"] == "PN-EN ISO 9001:2015-10"
    assert frame.loc[0, "chain"] == ["PN", "EN", "ISO"]
    assert frame.loc[0, "year"] == 2015
    assert frame.attrs["columns"]["family"] == "publisher and number without edition and national prefix"


def test_nulls_stay_nulls_and_integers_integers(written):
    frame = read_table(str(written), "certifiers")
    assert frame["acronym"].isna().all()
    assert str(read_table(written, "findings")["number"].dtype) == "Int64"


def test_tables_join_on_the_article(written):
    joined = read_table(written, "dates").merge(read_table(written, "articles"), left_on="article_id", right_on="id")
    assert joined["place_name"].tolist() == ["Łężyce"]


def test_a_description_has_a_row_a_column(written):
    described = describe_table("dates")
    assert list(described.index) == list(read_table(written, "dates").columns)
    assert described.loc["value", "meaning"] == "the date at the precision printed"


def test_an_unknown_table_is_refused(written):
    with pytest.raises(ValueError, match="no table 'norms'"):
        read_table(written, "norms")


def test_a_folder_without_a_run_says_what_writes_it(tmp_path):
    with pytest.raises(FileNotFoundError, match="magistrat extract"):
        read_table(tmp_path, "dates")
