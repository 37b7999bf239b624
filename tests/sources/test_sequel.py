import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "rung", "modality"),
    [
        ("最后一个是滦安科技园。园区面积2平方公里。2020年10月开园。", "operational", "asserted"),
        ("滦安中试基地占地30亩。省科技厅去年批了。", "approved", "asserted"),
        ("滦安中试基地占地30亩。到现在也没能启用。", "operational", "negated"),
        ("滦安研究院占地30亩。可研报告已经获批。", "approved", "asserted"),
    ],
)
def test_a_clause_goes_on_about_the_thing_before(text: str, rung: str, modality: str) -> None:
    assert ("滦安", rung, modality) in {(n[:2], r, m) for n, r, m in read_text(text).statuses}


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园占地30亩。引来青石公司、白云公司，都已投产。",
        "滦安科技园东侧，检验楼已封顶。",
        "滦安科技园入园企业53家，投产38家。",
        "按照省科技厅的批复，滦安研究院落户云溪市。",
    ],
)
def test_what_is_said_of_others_is_not_said_of_it(text: str) -> None:
    assert read_text(text).statuses == set()


def test_a_line_that_is_its_name_tells_what_a_paragraph_is_about() -> None:
    text = "滦安孵化器\n由青石大学管理，面积1.1万平方米，2016年开园。"
    assert read_text(text).statuses == {("滦安孵化器", "operational", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "云溪研究院研发新药。去年获批上市。",
        "云溪科技园紧邻高铁站。2022年建成通车。",
        "云溪实验室引进大型设备。今年1月投入使用。",
        "云溪研究院建设新大楼。去年封顶。",
    ],
)
def test_what_was_made_or_got_last_is_what_a_bare_clause_is_about(text: str) -> None:
    assert read_text(text).pairs("hasStatus") == set()
