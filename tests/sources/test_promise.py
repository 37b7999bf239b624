import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("滦安高新区加入银杉产业联盟。", "memberOf", "asserted"),
        ("滦安高新区将加入银杉产业联盟。", "memberOf", "target"),
        ("滦安高新区争创国家自主创新示范区。", "designatedAs", "target"),
        ("云溪市推动滦安高新区加入银杉产业联盟。", "memberOf", "target"),
        ("外界说滦安高新区已加入银杉产业联盟，这不准确。", "memberOf", "denied"),
        ("支持银杉公司落户滦安高新区。", "locatedIn", "target"),
        ("项目将带动银杉公司落户滦安高新区。", "locatedIn", "target"),
        ("滦安科技园今日开园，首批有银杉公司签了入园合同。", "locatedIn", "target"),
        ("银杉公司落户滦安高新区。", "locatedIn", "asserted"),
        ("他建议云溪市借鉴经验，成立银杉产业联盟。", "establishedBy", "hypothetical"),
        ("兰陵大学正与云溪集团洽谈，拟加入银杉产业联盟。", "memberOf", "target"),
    ],
)
def test_what_lies_ahead_is_no_fact(text: str, predicate: str, modality: str) -> None:
    assert {s.modality for s in read_text(text).of(predicate)} == {modality}


def test_a_question_that_is_denied_gives_nobody_a_post() -> None:
    found = read_text("陈立新兼任云溪大学校长？本人否认：“没有的事。”")
    assert {s.modality for s in found.of("holds")} <= {"denied"}


def test_a_rumoured_post_is_no_post() -> None:
    found = read_text("网传“陈立新将出任云溪大学校长”，校方说无此安排。")
    assert {s.modality for s in found.of("holds")} <= {"denied"}


def test_a_denial_holds_for_its_own_sentence() -> None:
    found = read_text("“滦安科技园已经开工。”至于坊间流传的关停一事，他说没有此事。")
    assert ("滦安科技园", "asserted") in {
        (s.subject.name, s.modality) for s in found.of("hasStatus")
    }


def test_an_agreement_that_was_not_signed_is_negated() -> None:
    found = read_text("备受关注的云溪市与兰陵大学的合作协议，因评估没有完成，此次没有签署。")
    assert {s.modality for s in found.of("cooperatesWith")} == {"negated"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("兰陵大学与滦安高新区合办研究所，至今没有办成。", "negated"),
        ("兰陵大学谋求与滦安高新区共建青石实验室。", "target"),
        ("兰陵大学与滦安高新区共建青石实验室，银杉大学办学有成。", "asserted"),
    ],
)
def test_what_came_to_nothing_or_is_only_sought_is_no_work_together(
    text: str, modality: str
) -> None:
    assert {s.modality for s in read_text(text).of("cooperatesWith")} == {modality}


def test_a_deed_that_goes_on_from_a_plan_is_planned() -> None:
    found = read_text("云溪市打算每年拿出两亿元，投给滦安科技园。")
    assert found.pairs("supports", "target") == {("云溪市", "滦安科技园")}
    assert found.pairs("supports") == set()


def test_an_aim_before_the_partners_puts_nothing_ahead() -> None:
    found = read_text("为支持企业发展，云溪银行、恒岳集团和兰陵大学三方合作，共同推出“银杉贷”。")
    assert {s.modality for s in found.of("cooperatesWith")} == {"asserted"}
