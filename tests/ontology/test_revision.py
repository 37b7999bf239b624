"""A sheet changes what its rows say, exactly; what it cannot mean is an error with its row."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import NotFoundError, ReviewError
from ontology.lexicon.resource import read_files, read_resources
from ontology.lexicon.revision import Revision, revise
from ontology.lexicon.sheet import COLUMNS, Line, lay_out

TEXTS = read_files()
RESOURCES = read_resources(TEXTS)
COLUMNS_NOW, ROWS = lay_out(RESOURCES.values())
Row = dict[str, str]


def sheet(rows: list[Row], columns: tuple[str, ...] = COLUMNS_NOW) -> list[Line]:
    return [
        Line("cues.tsv", number, {column: row.get(column, "") for column in columns})
        for number, row in enumerate(rows, start=2)
    ]


def read(*rows: Row) -> Revision:
    return revise(RESOURCES, sheet(list(rows)))


def told(revision: Revision) -> list[tuple[str, str]]:
    return [(change.sort, change.text) for change in revision.changes]


def row(name: str, **cells: str) -> Row:
    """The row of a cue, or of a resource for a new form, with other cells."""
    old = next((one for one in ROWS if one["id"] == name), {"id": name, "active": "on"})
    return {**old, **cells}


def all_of(name: str, **cells: str) -> list[Row]:
    """All rows of a resource, with other cells."""
    return [{**one, **cells} for one in ROWS if one["id"].startswith(name + "/")]


def test_every_cue_is_one_row() -> None:
    assert COLUMNS_NOW[: len(COLUMNS)] == COLUMNS
    assert len({one["id"] for one in ROWS}) == len(ROWS)
    park = row("head/eco-city/生态城")
    assert {name: park[name] for name in ("kind", "form", "signals", "meaning", "active")} == {
        "kind": "HeadNoun",
        "form": "生态城",
        "signals": "EcoCity",
        "meaning": "an eco-city",
        "active": "on",
    }
    assert (park["example"], park["file"], park["anaphor"], park["signals_zh"]) == (
        *("广阳岛智创生态城", "heads.ttl", "true", "生态城"),
    )


def test_one_kind_has_its_own_columns_only() -> None:
    columns, rows = lay_out(RESOURCES.values(), "Trigger")
    assert {one["kind"] for one in rows} == {"Trigger"}
    assert {"agent", "pattern", "status"} <= set(columns)
    assert not {"factor", "anaphor"} & set(columns)
    with pytest.raises(NotFoundError, match="no kind of cue 'Headnoun' .nearest: HeadNoun"):
        lay_out(RESOURCES.values(), "Headnoun")


def test_the_whole_sheet_changes_nothing() -> None:
    revision = read(*ROWS)
    assert (revision.changes, revision.resources, revision.waiting) == ([], {}, 0)


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_switching_and_adding_land_exactly_and_the_next_sheet_is_empty(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(ROWS), unique_by=lambda one: one["id"], max_size=8))
    words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=9)
    forms = data.draw(st.lists(words.filter(lambda w: w == w.strip()), unique=True, max_size=4))
    old = RESOURCES["name/not-a-name"].forms
    new = [row("name/not-a-name", form=form) for form in forms if form not in old]
    revision = read(*({**one, "active": "off"} for one in chosen), *new)
    assert revision.count("off") == len(chosen)
    assert revision.count("added") == len(new)
    after = read_resources(TEXTS | revision.texts(TEXTS))
    off = {(name, form) for name, one in after.items() for form, on in one.forms.items() if not on}
    assert off == {
        tuple(one["id"].rsplit("/" + one["form"], 1)[:1]) + (one["form"],) for one in chosen
    }
    added = {form for form in after["name/not-a-name"].forms if form not in old}
    assert added == {one["form"] for one in new}
    columns, rows = lay_out(after.values())
    assert revise(after, sheet(rows, columns)).changes == []


def test_a_changed_form_takes_the_place_of_the_old_one() -> None:
    revision = read(row("head/eco-city/生态城", form="生态之城"))
    assert told(revision) == [("changed", "head/eco-city/生态城 → 生态之城")]
    assert list(revision.resources["head/eco-city"].forms) == ["生态之城", "生态新城"]


def test_what_all_forms_share_is_changed_in_all_rows() -> None:
    rows = [
        row(f"head/eco-city/{form}", signals="Zone", anaphor="") for form in ("生态城", "生态新城")
    ]
    revision = read(*rows)
    assert told(revision) == [
        ("changed", "head/eco-city: signals: EcoCity → Zone"),
        ("changed", "head/eco-city: anaphor: true → —"),
    ]
    assert revision.texts(TEXTS)["heads.ttl"] == TEXTS["heads.ttl"].replace(
        'lex:signals oc:EcoCity ; lex:anaphor "true"', "lex:signals oc:Zone"
    )


def test_a_new_form_needs_no_more_than_the_id_of_its_resource() -> None:
    revision = read(row("head/eco-city", form="生态岛城"))
    assert told(revision) == [("added", "head/eco-city/生态岛城")]
    assert revision.texts(TEXTS) == {
        "heads.ttl": TEXTS["heads.ttl"].replace('"生态新城"', '"生态新城", "生态岛城"')
    }


def test_a_new_resource_says_what_it_means() -> None:
    made = {"file": "heads.ttl", "kind": "HeadNoun", "signals": "Park", "meaning": "a water park"}
    one = row("head/water-park/水上乐园", form="水上乐园", example="江城水上乐园", **made)
    other = row("head/water-park", form="水世界")
    revision = read(one, other)
    assert told(revision) == [
        ("added", "head/water-park: HeadNoun → Park (a water park)"),
        ("added", "head/water-park/水上乐园"),
        ("added", "head/water-park/水世界"),
    ]
    assert revision.texts(TEXTS)["heads.ttl"] == TEXTS["heads.ttl"] + (
        "head:water-park a lex:HeadNoun ; lex:signals oc:Park ;\n"
        '    skos:definition "a water park"@en ; skos:example "江城水上乐园"@zh ;\n'
        '    lex:form "水上乐园", "水世界" .\n'
    )


def test_a_new_row_that_is_off_waits() -> None:
    revision = read(
        {"form": "某谷", "active": "off"}, row("head/eco-city", form="甲", active="off")
    )
    assert (revision.changes, revision.resources, revision.waiting) == ([], {}, 2)


def test_what_a_spreadsheet_wrote_its_own_way_is_no_change() -> None:
    unit = next(one for one in ROWS if one.get("factor") == "0.10")
    same = [one for one in ROWS if one["id"].rsplit("/", 1)[0] == unit["id"].rsplit("/", 1)[0]]
    park = row("head/eco-city/生态城", anaphor="TRUE", active="TRUE", form=" 生态城 ")
    assert read(*({**one, "factor": "0.1"} for one in same), park).changes == []


def test_switching_on_again_gives_the_form_back() -> None:
    off = revise(RESOURCES, sheet([row("head/eco-city/生态城", active="否")]))
    after = RESOURCES | off.resources
    on = revise(after, sheet([row("head/eco-city/生态城", active="是")]))
    assert told(on) == [("on", "head/eco-city/生态城")]
    assert (RESOURCES | off.resources | on.resources)["head/eco-city"].forms == {
        "生态城": True,
        "生态新城": True,
    }


NEW = {"file": "heads.ttl", "kind": "HeadNoun", "meaning": "m"}
TRIGGER = "trigger/comprise/包括"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (lambda: [row("head/eco-city/生态城", active="")], "active is '' .write on or off"),
        (lambda: [row("head/eco-city/生态城", form=" ")], "the form is empty"),
        (lambda: [row("head/eco-city/生态城")] * 2, "cues.tsv:3: 生态城 stands in row 2 too"),
        (lambda: [row("head/eco-city/生态村", form="生态乡")],
         "no id 'head/eco-city/生态村' .for a new form of head/eco-city write that as the id"),
        (lambda: [row("head/eco-cty", form="甲城")],
         "no id 'head/eco-cty' .nearest: head/eco-city,"),
        (lambda: [row("", form="甲城")], "the id is empty"),
        (lambda: [row("head/a/甲", form="乙")], "the id head/a/甲 is not of the form 乙"),
        (lambda: [row("head/Ä", form="甲城", **NEW)], "no id 'head/Ä'"),
        (lambda: [row("unit/a", form="甲城", **NEW)], "unit/a does not belong into heads.ttl"),
        (lambda: [row("head/a", form="甲城", **{**NEW, "file": "head.ttl"})],
         "no lexicon file 'head.ttl' .nearest: heads.ttl"),
        (lambda: [row("head/a", form="甲城", **{**NEW, "kind": "Headnoun"})],
         "unknown kind 'Headnoun' .nearest: HeadNoun"),
        (lambda: [row("head/a", form="甲城", signals="Prak", **NEW)],
         "unknown class 'Prak' .nearest: Park"),
        (lambda: all_of("head/eco-city", kind=""),
         "the kind is empty"),
        (lambda: all_of("trigger/comprise", signals="partof"),
         "unknown relation 'partof' .nearest: partOf"),
        (lambda: all_of("trigger/comprise", pattern="verbs"),
         "unknown pattern 'verbs' .nearest: verb"),
        (lambda: all_of("trigger/comprise", status="built"),
         "unknown status 'built'"),
        (lambda: all_of("grammar/agent", signals="Park"),
         "AgentMarker signals nothing"),
        (lambda: [row("head/eco-city/生态城", signals="Zone"), row("head/eco-city/生态新城")],
         "cues.tsv:2: signals differs between the rows of head/eco-city"),
        (lambda: [row("head/eco-city", form="甲城", signals="Zone")],
         "signals of head/eco-city is 'EcoCity' .leave the cell empty"),
        (lambda: [row("head/eco-city", form="甲城", file="names.ttl")],
         "head/eco-city is in heads.ttl .write heads.ttl"),
        (lambda: [row("head/eco-city/生态城", form="生态新城")],
         "head/eco-city has 生态新城 already"),
        (lambda: [row("head/eco-city", form="科学城")],
         "科学城 is a HeadNoun in head/science-city too .switch one of the two off"),
        (lambda: [row("head/a", form="甲城", **NEW), row("head/a", form="乙城", meaning="other")],
         "cues.tsv:3: meaning is 'm' in another row of head/a"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_names_row_and_remedy(
    rows: Callable[[], list[Row]], message: str
) -> None:
    with pytest.raises(ReviewError, match=message) as caught:
        read(*rows())
    assert str(caught.value).startswith("cues.tsv:")
    assert caught.value.remedy


def test_columns_are_those_that_were_exported() -> None:
    with pytest.raises(ReviewError, match="unknown column 'patern' .nearest: pattern"):
        revise(RESOURCES, sheet([row(TRIGGER)], ("id", "form", "active", "patern")))
    with pytest.raises(ReviewError, match="no column 'active'"):
        revise(RESOURCES, sheet([row(TRIGGER)], ("id", "form")))
    notes = sheet([row(TRIGGER, count="9")], ("id", "form", "active", "count", "signals_zh"))
    assert revise(RESOURCES, notes).changes == []


def test_a_word_may_change_its_meaning_in_one_sheet() -> None:
    revision = read(row("head/science-city/科学城", active="off"), row("head/zone", form="科学城"))
    assert told(revision) == [("off", "head/science-city/科学城"), ("added", "head/zone/科学城")]
