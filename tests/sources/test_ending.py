import pytest

from sources.ending import is_final
from sources.mention import mention
from sources.parse import parse
from tests.sources.conftest import read_stages, read_text


@pytest.mark.parametrize(
    ("text", "word", "final"),
    [
        ("滦安科技园昨日投用。", "投用", True),
        ("滦安科技园关停的消息传开。", "关停", True),
        ("滦安科技园签约落户云溪市。", "签约", True),
        ("滦安科技园是去年投用的孵化器。", "投用", True),
        ("滦安化工项目签约云溪高新区。", "签约", True),
        ("滦安科技园从签约到投产只用了11个月。", "投产", True),
        ("滦安科技园启用新的管理大楼。", "启用", False),
        ("滦安科技园投用银杉实验室。", "投用", False),
    ],
)
def test_whether_a_status_word_is_all_that_its_clause_says(
    text: str, word: str, final: bool
) -> None:
    layout = read_stages(text).layout
    ((turn,),) = parse(layout, mention(layout)).turns
    hit = next(h for h in turn.clause.hits if text[h.start : h.end].startswith(word))
    assert is_final(layout.shadow, turn, hit) is final


@pytest.mark.parametrize("text", ["银杉高新区批了三块地。", "银杉科技园关停了锅炉。"])
def test_what_was_approved_or_stopped_may_be_something_else(text: str) -> None:
    assert read_text(text).statuses == set()
