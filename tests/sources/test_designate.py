import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("滦安科技园获批国家级科技企业孵化器。", "国家级科技企业孵化器"),
        ("滦安科技园被认定为国家双创示范基地。", "国家双创示范基地"),
        ("滦安科技园成为全国首个国家双创示范基地。", "国家双创示范基地"),
        ("滦安科技园入选国家双创示范基地名单。", "国家双创示范基地"),
    ],
)
def test_a_title_that_is_given(text: str, title: str) -> None:
    found = read_text(text)
    assert found.pairs("designatedAs") == {("滦安科技园", title)}
    assert found.types[title] == "Designation"


@pytest.mark.parametrize("joiner", ["、", "和", "及", "与"])
def test_two_titles_at_once(joiner: str) -> None:
    text = f"滦安科技园获批国家级科技企业孵化器{joiner}国家双创示范基地。"
    assert read_text(text).pairs("designatedAs") == {
        ("滦安科技园", "国家级科技企业孵化器"),
        ("滦安科技园", "国家双创示范基地"),
    }


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("滦安科技园未能入选国家双创示范基地。", "negated"),
        ("滦安科技园有望获批国家双创示范基地。", "hypothetical"),
        ("滦安科技园力争获批国家双创示范基地。", "target"),
        ("滦安科技园否认获批国家双创示范基地。", "denied"),
    ],
)
def test_a_title_not_given(text: str, modality: str) -> None:
    found = read_text(text)
    assert found.pairs("designatedAs") == set()
    assert found.pairs("designatedAs", modality) == {("滦安科技园", "国家双创示范基地")}


@pytest.mark.parametrize(
    "text", ["滦安科技园获得5亿元。", "滦安科技园成为焦点。", "获批国家双创示范基地。"]
)
def test_no_title_no_designation(text: str) -> None:
    assert read_text(text).pairs("designatedAs") == set()


def test_a_base_that_is_given_is_a_title() -> None:
    found = read_text("云溪高新区获评国家生态工业示范园区。")
    assert found.types["国家生态工业示范园区"] == "Designation"
    assert found.pairs("designatedAs") == {("云溪高新区", "国家生态工业示范园区")}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("滦安工业园经省政府同意转为省级高新区。", "asserted"),
        ("滦安科技园申建国家创新型特色园区。", "target"),
        ("滦安科技园创建国家农业高新技术产业示范区。", "target"),
    ],
)
def test_a_title_that_is_taken_or_aimed_at(text: str, modality: str) -> None:
    assert len(read_text(text).pairs("designatedAs", modality)) == 1


def test_to_create_a_park_is_no_title() -> None:
    assert read_text("云溪市创建滦安科技园。").pairs("designatedAs") == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉高新区2010年升为国家级高新区。", "asserted"),
        ("2010年，国务院批准银杉高新区升级为国家级高新区。", "asserted"),
        ("银杉高新区1992年设立。2010年，国务院批准其升级为国家级高新区。", "asserted"),
        ("银杉高新区升格为国家级高新区以来，累计完成投资206亿元。", "asserted"),
        ("银杉高新区正在申报国家级高新区。", "target"),
        ("银杉高新区去年申报国家级高新区，没有批下来。", "negated"),
    ],
)
def test_how_a_zone_comes_by_its_title(text: str, modality: str) -> None:
    found = read_text(text)
    assert found.pairs("designatedAs", modality) == {("银杉高新区", "国家级高新区")}


def test_a_title_without_a_level_tells_itself_by_its_verb() -> None:
    found = read_text("浙江省科技厅把武义县列为乡镇科技创新改革试点县。")
    assert found.pairs("designatedAs") == {("武义县", "乡镇科技创新改革试点县")}
    assert read_text("银杉高新区成为乡镇科技创新改革试点县。").pairs("designatedAs") == set()


def test_a_list_of_candidates_is_no_part_of_the_title() -> None:
    found = read_text("银杉产业园入围浙江省特色小镇创建名单。")
    assert found.pairs("designatedAs") == {("银杉产业园", "浙江省特色小镇")}


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区内3家企业获评国家级绿色工厂。",
        "银杉高新区支持企业申报国家级绿色工厂。",
        "云溪市出台办法，对获评国家级绿色工厂的，给予100万元奖励。",
        "获评国家级绿色工厂的企业可获云溪市奖励100万元。",
    ],
)
def test_titles_of_firms_without_a_name_go_to_nobody(text: str) -> None:
    assert read_text(text).pairs("designatedAs") == set()


@pytest.mark.parametrize(
    "text",
    [
        "科技部认定滦安科技园为国家级绿色园区。",
        "科技部授予滦安科技园“国家级绿色园区”称号。",
        "滦安科技园顶着“国家级绿色园区”的头衔。",
        "科技部将滦安科技园列为国家级绿色园区。",
    ],
)
def test_a_title_that_is_given_or_held(text: str) -> None:
    assert read_text(text).pairs("designatedAs") == {("滦安科技园", "国家级绿色园区")}


def test_what_somebody_has_is_no_title_without_a_word_for_it() -> None:
    assert read_text("滦安科技园拥有国家级绿色工厂。").pairs("designatedAs") == set()


def test_an_authority_gives_the_title_to_what_was_told_of_before() -> None:
    text = "2010年12月，云溪市设立云溪经开区。2012年8月，国务院批复为国家级经济技术开发区。"
    assert read_text(text).pairs("designatedAs") == {("云溪经开区", "国家级经济技术开发区")}


def test_what_ties_a_title_to_its_giver_is_no_part_of_it() -> None:
    text = "云溪市作为省政府授予的科技体制改革试点城市，积极探索。"
    assert "的科技体制改革试点城市" not in read_text(text).types
