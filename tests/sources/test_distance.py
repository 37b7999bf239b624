from tests.sources.conftest import read_text


def lengths(text: str) -> list[tuple[str, str]]:
    found = (s for s in read_text(text).of("observation") if s.value and s.value.unit == "M")
    return [(s.subject.name, s.value.indicator or "") for s in found if s.value]


def test_a_distance_is_of_the_zone_and_names_the_place() -> None:
    text = "云溪高新区位于云溪市东部，距银杉市约38公里。"
    assert lengths(text) == [("云溪高新区", "距银杉市")]


def test_a_row_of_distances_is_no_length_of_the_places_in_it() -> None:
    text = "云溪高新区距昆明市38公里，贵阳市79公里，南宁市195公里，规划面积12平方公里。"
    found = read_text(text).of("observation")
    assert {s.subject.name for s in found} == {"云溪高新区"}
    assert lengths(text) == [("云溪高新区", "距昆明市")]


def test_a_length_that_a_noun_tells_is_no_distance() -> None:
    assert lengths("云溪高新区绿道全长25公里。") == [("云溪高新区", "绿道全长")]
