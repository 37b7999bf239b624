from __future__ import annotations

import builtins
from typing import Any

import pandas as pd
import pytest
from pyoxigraph import Literal, NamedNode, Store

from exports.notebook import ask, frame
from graph.query import Table, query
from ontology.errors import BuildError, InputError

TEXT = """SELECT ?name ?n ?share ?many ?yes ?day ?month ?mixed ?iri ?odd { VALUES
  (?name ?n ?share ?many ?yes ?day ?month ?mixed ?iri ?odd) {
  ("“江城”，\\n=1+1"@zh 28 0.7 UNDEF true "2021-05-09"^^xsd:date "2021-05"^^xsd:gYearMonth
   "2021"^^xsd:gYear oc:City 1)
  (UNDEF UNDEF 7 16890000000 false UNDEF "2020-12"^^xsd:gYearMonth "2021-05"^^xsd:gYearMonth
   UNDEF "甲") } } ORDER BY DESC(?yes)"""


@pytest.fixture
def table() -> pd.DataFrame:
    return frame(query(Store(), TEXT))


def test_columns_are_of_the_type_that_all_their_cells_have(table: pd.DataFrame) -> None:
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == {
        "name": "string",
        "n": "Int64",
        "share": "Float64",
        "many": "Int64",
        "yes": "boolean",
        "day": "period[D]",
        "month": "period[M]",
        "mixed": "object",
        "iri": "string",
        "odd": "string",
    }


def test_cells_are_what_was_said(table: pd.DataFrame) -> None:
    first, second = table.iloc[0], table.iloc[1]
    assert first["name"] == "“江城”，\n=1+1"
    assert (first["n"], first["share"], first["yes"]) == (28, 0.7, True)
    assert first["day"] == pd.Period("2021-05-09", freq="D")
    assert [str(p) for p in table["mixed"]] == ["2021", "2021-05"]
    assert first["iri"] == "https://w3id.org/onecity/ontology#City"
    assert (second["many"], second["odd"]) == (16890000000, "甲")
    assert pd.isna(second["name"])
    assert pd.isna(second["n"])
    assert pd.isna(second["day"])


def test_an_empty_answer_keeps_its_columns() -> None:
    table = frame(query(Store(), "SELECT ?a ?b { ?a oc:partOf ?b }"))
    assert (list(table.columns), len(table)) == (["a", "b"], 0)


@pytest.mark.parametrize(
    ("text", "kind"), [("-0044", "gYear"), ("123456789012345678901234", "integer")]
)
def test_what_pandas_cannot_hold_stays_text(text: str, kind: str) -> None:
    datatype = NamedNode("http://www.w3.org/2001/XMLSchema#" + kind)
    table = frame(Table("select", ("x",), ((Literal(text, datatype=datatype),),)))
    assert table["x"].tolist() == [text]


def test_a_folder_without_a_build_is_named(tmp_path: Any) -> None:
    with pytest.raises(BuildError, match="no build is here"):
        ask(tmp_path, "funds")


def test_without_pandas_the_way_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"pandas is not installed.*pip install '.\[notebook\]'"):
        frame(Table("select", (), ()))
