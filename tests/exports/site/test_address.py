import re

from hypothesis import given
from hypothesis import strategies as st

from exports.site.address import LONGEST, assign, link, page
from ontology.namespaces import ARTICLE, CONCEPT, ENTITY

LOCAL = st.text(st.characters(exclude_categories=["Cs"]), max_size=150)


@given(st.sets(st.tuples(st.sampled_from([ENTITY, CONCEPT, ARTICLE, "https://x.example/"]), LOCAL)))
def test_every_name_is_its_own_on_any_file_system(parts: set[tuple[str, str]]) -> None:
    iris = {space + local for space, local in parts}
    names = assign(iris)
    assert names.keys() == iris
    assert len({name.casefold() for name in names.values()}) == len(iris)
    for name in names.values():
        assert re.fullmatch(r"[a-z0-9_-]+", name)
        assert len(name) <= LONGEST + 20
        assert not re.fullmatch(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", name)


def test_names_that_differ_in_case_alone_are_kept_apart() -> None:
    names = assign([ENTITY + "Park", ENTITY + "park"])
    assert len({name.lower() for name in names.values()}) == 2


def test_a_page_of_another_language_stands_in_a_folder_of_its_own() -> None:
    assert page("entity/x.html", "en") == "en/entity/x.html"
    assert link(page("entity/x.html", "en"), page("index.html", "en")) == "../../en/index.html"
    assert link("index.html", "entity/x.html") == "entity/x.html"
