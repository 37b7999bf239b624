import pytest

from sources.clause import Clause, clauses
from tests.sources.conftest import read_stages, read_text


def parts(text: str) -> list[Clause]:
    stages = read_stages(text)
    return clauses(stages.layout.shadow, 0, stages.reading.tokens[0], stages.references)


def members(clause: Clause) -> list[list[str]]:
    return [[ref.entity.name for ref in group.members] for group in clause.groups]


def test_commas_semicolons_and_colons_part_clauses() -> None:
    text = "兰陵大学开会,银杉大学开园;要求:建设园区。"
    assert [text[c.start : c.end] for c in parts(text)] == [
        "兰陵大学开会",
        "银杉大学开园",
        "要求",
        "建设园区",
    ]


def test_a_mark_inside_a_name_does_not_cut() -> None:
    text = "建成“银杉,蓝鲸”科技园。"
    assert len(parts(text)) == 1


def test_the_commas_of_a_number_do_not_cut() -> None:
    text = "兰陵大学发表论文1,200篇,专利35,40件。"
    assert [text[c.start : c.end] for c in parts(text)] == [
        "兰陵大学发表论文1,200篇",
        "专利35",
        "40件",
    ]


def test_tokens_of_a_clause_lie_inside_it() -> None:
    for clause in parts("兰陵大学开会,银杉大学开园。"):
        assert clause.tokens[0].start == clause.start
        assert clause.tokens[-1].end <= clause.end


@pytest.mark.parametrize("joiner", ["、", "和", "与", "及", "以及", "”“", "、银杉等处、"])
def test_a_list_is_one_group(joiner: str) -> None:
    if joiner == "”“":
        text = "引进“蓝鲸”“银杉”等企业。"
        assert members(parts(text)[0]) == [["蓝鲸", "银杉"]]
    else:
        text = f"滦安科技园{joiner}兰陵软件园开园。"
        assert members(parts(text)[0]) == [["滦安科技园", "兰陵软件园"]]


def test_words_between_two_names_part_them() -> None:
    assert members(parts("滦安科技园支持兰陵软件园。")[0]) == [["滦安科技园"], ["兰陵软件园"]]


@pytest.mark.parametrize(
    ("text", "governor"),
    [("在兰陵大学", "在"), ("依托“兰陵大学”", "依托"), ("兰陵大学", ""), ("联合兰陵大学", "联合")],
)
def test_the_small_word_before_a_list_governs_it(text: str, governor: str) -> None:
    assert parts(text + "开会。")[0].groups[0].governor == governor


def test_the_tail_takes_the_list_end_and_quotes() -> None:
    text = "引进“蓝鲸”等企业。"
    (group,) = parts(text)[0].groups
    assert (text[group.start : group.end], text[group.start : group.tail]) == ("蓝鲸", "蓝鲸”等")
    assert group.closed


def test_the_longest_trigger_is_hit_where_a_word_starts() -> None:
    (hit,) = parts("滦安科技园坐落于云溪。")[0].hits
    assert hit.end - hit.start == len("坐落于")
    assert hit.says("locatedIn")
    assert [cue.id for cue in hit.of("verb")] == ["trigger/sit/坐落于"]


def test_a_trigger_inside_a_name_is_none() -> None:
    assert parts("银杉产业发展基金。")[0].hits == []


def test_an_empty_sentence_has_no_clauses() -> None:
    assert clauses("", 0, (), []) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("银杉开发区开发新药", ["开发"]),
        ("这次签约仪式", ["签约"]),
        ("兰陵大学的合作方", ["合作方"]),
    ],
)
def test_the_start_of_a_noun_is_no_trigger_but_of_a_ceremony(text: str, words: list[str]) -> None:
    (clause,) = parts(text)
    assert [text[hit.start : hit.end] for hit in clause.hits] == words


def test_a_place_that_only_owns_the_body_is_no_item() -> None:
    found = read_text("银杉中试基地由兰陵大学和云溪高新区下属的天澜公司合建。")
    assert found.pairs("establishedBy") == {
        ("银杉中试基地", "兰陵大学"),
        ("银杉中试基地", "天澜公司"),
    }
