import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "银杉公司地处云溪高新区核心地带。",
        "银杉公司扎根云溪高新区十二年。",
        "银杉公司是首家落户云溪高新区的芯片企业。",
    ],
)
def test_a_side_or_a_span_of_time_behind_a_place_leaves_it_the_place(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == {("银杉公司", "云溪高新区")}


def test_who_gets_the_sum_behind_it_is_supported() -> None:
    found = read_text("云溪市给予青石研究院5000万元启动资金。")
    assert found.pairs("supports") == {("云溪市", "青石研究院")}
    assert read_text("云溪市支持青石研究院12个项目。").pairs("supports") == set()


def test_the_first_city_that_tries_a_scheme_carries_it_out() -> None:
    found = read_text("云溪市是全省第一个试行“链长制”的城市。")
    assert found.pairs("implements") == {("云溪市", "链长制")}


def test_the_clients_of_a_firm_are_no_parts_of_it() -> None:
    assert read_text("青石集团的客户包括蓝鲸公司、银杉公司。").pairs("partOf") == set()
    found = read_text("云溪高新区的园区包括银杉产业园。")
    assert found.pairs("partOf") == {("银杉产业园", "云溪高新区")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("银杉实验室坐落在滦安高新区九峰片，今年投用。", {("银杉实验室", "滦安高新区")}),
        ("银杉实验室建在滦安高新区的智汇楼里。", {("银杉实验室", "滦安高新区")}),
        ("银杉实验室服务入驻滦安高新区的企业。", set()),
    ],
)
def test_a_part_of_a_park_with_a_name_of_its_own(text: str, pairs: set[tuple[str, str]]) -> None:
    assert read_text(text).pairs("locatedIn") == pairs


def test_what_lies_between_three_places_is_in_none_of_them() -> None:
    text = "云溪高新区地处昆明、贵阳、南宁三市中间位置。"
    assert read_text(text).of("locatedIn") == []
