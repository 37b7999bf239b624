import pytest

from sources.modality import (
    is_future,
    is_past,
    is_signed,
    is_target,
    modality_of,
    opens_horizon,
    sets_goal,
)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉高新区引进项目", "asserted"),
        ("银杉高新区已引进项目", "asserted"),
        ("银杉高新区尚未引进项目", "negated"),
        ("银杉高新区没有引进项目", "negated"),
        ("银杉高新区拒绝引进项目", "negated"),
        ("银杉高新区有望引进项目", "hypothetical"),
        ("银杉高新区可能引进项目", "hypothetical"),
        ("如果获批,银杉高新区将引进项目", "hypothetical"),
        ("银杉高新区力争引进项目", "target"),
        ("银杉高新区否认引进项目", "denied"),
        ("网传银杉高新区引进项目", "denied"),
        ("未来的银杉高新区大力引进项目", "asserted"),
    ],
)
def test_modality_of_one_deed(text: str, modality: str) -> None:
    assert modality_of(text, 0, text.index("引进"), (0, len(text))) == modality


def test_a_denial_after_the_verb_holds_for_the_sentence() -> None:
    text = "银杉高新区引进项目,消息不实"
    assert modality_of(text, 0, text.index("引进"), (0, len(text))) == "denied"


def test_a_condition_in_an_earlier_clause_holds_on() -> None:
    text = "一旦谈成,银杉高新区引进项目"
    verb = text.index("引进")
    assert modality_of(text, 5, verb, (0, len(text))) == "hypothetical"
    assert modality_of(text, 5, verb, (5, len(text))) == "asserted"


def test_negation_of_another_verb_far_before_does_not_count() -> None:
    text = "没有资金的银杉高新区努力地引进项目"
    assert modality_of(text, 0, text.index("引进")) != "negated"


def test_questions_about_stretches() -> None:
    assert is_future("即将开工", 0, 4)
    assert not is_future("即将开工", 2, 4)
    assert is_past("已开工", 0, 3)
    assert is_signed("签下协议", 0, 4)
    assert opens_horizon("下一步,建设园区", 0, 8)
    assert sets_goal("力争达到", 0, 4)


@pytest.mark.parametrize(
    ("text", "wished"), [("预计达到", True), ("目前预计达到", False), ("达到", False)]
)
def test_a_wish_is_no_target_where_the_text_speaks_of_now(text: str, wished: bool) -> None:
    assert is_target(text, 0, len(text)) is wished


@pytest.mark.parametrize(
    ("text", "ahead"), [("再用六年时间", True), ("用8年左右", True), ("用了三年", False)]
)
def test_the_years_that_something_will_take_put_it_ahead(text: str, ahead: bool) -> None:
    assert is_target(text, 0, len(text)) is ahead


def test_a_paper_of_certain_measures_supposes_nothing() -> None:
    assert modality_of("《科技创新若干措施》由市科技局制定", 0, 15) == "asserted"


@pytest.mark.parametrize(
    "text", ["园区暂停实施", "银行停止向园区放贷", "实验室险些搬到", "企业谢绝入驻"]
)
def test_what_has_stopped_or_nearly_came_is_negated(text: str) -> None:
    assert modality_of(text, 0, len(text) - 2) == "negated"


def test_what_is_done_with_nobody_at_all() -> None:
    text = "集团没有和任何机构合作设立基金"
    assert modality_of(text, 0, text.index("设立")) == "negated"
    assert modality_of("任何机构都可设立基金", 0, 6) == "asserted"


def test_what_is_striven_for_over_years_is_a_goal_in_the_next_clause() -> None:
    told = "力争通过三年努力,建成云溪研究院"
    assert modality_of(told, 9, 9, (0, len(told))) == "target"
    done = "经过三年努力,建成云溪研究院"
    assert modality_of(done, 7, 7, (0, len(done))) == "asserted"


def test_a_goal_that_is_reached_wishes_for_nothing() -> None:
    met, ahead = "投资实现倍增目标,完成投资134亿元", "力争实现倍增目标,完成投资134亿元"
    assert not sets_goal(met, 0, len(met))
    assert sets_goal(ahead, 0, len(ahead))
