import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区以滦安科技园为载体。",
        "银杉高新区以滦安科技园作为重要支撑。",
        "依托滦安科技园，银杉高新区引进企业。",
        "银杉高新区依托滦安科技园引进企业。",
    ],
)
def test_what_rests_on_what(text: str) -> None:
    assert read_text(text).pairs("reliesOn") == {("银杉高新区", "滦安科技园")}


@pytest.mark.parametrize("text", ["银杉高新区以滦安科技园的名义开会。", "银杉高新区以改革为动力。"])
def test_with_alone_rests_on_nothing(text: str) -> None:
    assert read_text(text).pairs("reliesOn") == set()


def test_what_is_built_rests_on_whom_it_is_built_with() -> None:
    found = read_text("云溪市依托兰陵大学建设银杉实验室。")
    assert found.pairs("reliesOn") == {("银杉实验室", "兰陵大学")}
    found = read_text("云溪高新区依托兰陵大学发展新材料产业。")
    assert found.pairs("reliesOn") == {("云溪高新区", "兰陵大学")}


@pytest.mark.parametrize(
    "text",
    [
        "银杉市依托峰峰陶瓷研究所，建设先进陶瓷联合实验室。",
        "银杉市政府以峰峰陶瓷研究所为基础，投入1200万元组建先进陶瓷联合实验室。",
        "依托峰峰陶瓷研究所的先进陶瓷联合实验室今年6月获批。",
    ],
)
def test_what_is_built_on_the_strength_of_a_body_rests_on_it(text: str) -> None:
    pair = ("先进陶瓷联合实验室", "峰峰陶瓷研究所")
    assert read_text(text).pairs("reliesOn") == {pair}


def test_what_rests_on_what_in_brackets_and_by_pairs() -> None:
    noted = read_text("银杉实验室（依托青山研究院）通过验收。")
    assert noted.pairs("reliesOn") == {("银杉实验室", "青山研究院")}
    paired = read_text("银杉实验室和白桦实验室分别依托兰陵大学、青石公司建设。")
    assert paired.pairs("reliesOn") == {("银杉实验室", "兰陵大学"), ("白桦实验室", "青石公司")}
    city = read_text("依托兰陵大学，云溪市建成银杉实验室。")
    assert city.pairs("reliesOn") == {("银杉实验室", "兰陵大学")}


def test_what_rests_on_what_an_area_has_rests_on_no_authority() -> None:
    found = read_text("银杉产业园依托云溪市的区位优势，发展现代物流。")
    assert found.pairs("reliesOn") == set()


def test_what_is_described_by_its_support_rests_on_it_and_nothing_else_does() -> None:
    found = read_text("以兰陵大学为依托的银杉实验室揭牌。")
    assert found.pairs("reliesOn") == {("银杉实验室", "兰陵大学")}
    text = "以滦安科学城为核心的大走廊建设提速，“一核一轴三带”布局初具雏形。"
    assert read_text(text).pairs("reliesOn") == set()
