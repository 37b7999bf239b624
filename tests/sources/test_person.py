import pytest

from sources.fold import fold
from sources.person import find_persons
from tests.sources.conftest import read_text


def persons(text: str) -> dict[str, list[str]]:
    text = fold(text)
    found = find_persons(text, frozenset(range(len(text) + 1)))
    return {text[p.start : p.end]: [text[q.title_start : q.end] for q in p.posts] for p in found}


def test_a_title_tells_the_person_after_it() -> None:
    assert persons("云溪区委书记方亦舟介绍") == {"方亦舟": ["区委书记"]}


def test_two_hats_are_two_posts() -> None:
    assert persons("云溪市常务副市长、银杉高新区党工委书记方亦舟出席") == {
        "方亦舟": ["常务副市长", "党工委书记"]
    }


def test_a_title_without_body_inherits_it() -> None:
    (person,) = find_persons("兰陵大学党委书记、校长孟云川出席", frozenset(range(20)))
    assert [post.inherits for post in person.posts] == [False, True]


@pytest.mark.parametrize("former", ["原", "时任", "前"])
def test_a_post_of_the_past(former: str) -> None:
    text = f"{former}云溪市市长方亦舟"
    (person,) = find_persons(text, frozenset(range(len(text) + 1)))
    assert [post.former for post in person.posts] == [True]


def test_the_incumbent_holds_his_post() -> None:
    (person,) = find_persons("现任云溪市市长方亦舟", frozenset(range(11)))
    assert [post.former for post in person.posts] == [False]


def test_a_post_given_after_the_name() -> None:
    assert persons("云溪市市长方亦舟当选银杉产业联盟理事长") == {"方亦舟": ["市长", "理事长"]}


def test_a_line_may_open_with_name_and_title() -> None:
    assert persons("方亦舟 云溪市科技局局长\n") == {"方亦舟": ["局长"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云溪市市长方亦舟说", "方亦舟"),
        ("云溪市市长方舟说", "方舟"),
        ("云溪市市长欧阳明远介绍", "欧阳明远"),
        ("兰陵大学教授阿卜杜拉·买买提介绍说", "阿卜杜拉·买买提"),
    ],
)
def test_names_of_two_to_four_characters_and_foreign_ones(text: str, name: str) -> None:
    edges = frozenset(range(len(text) + 1)) - {text.index(name) + 1, text.index(name) + 2}
    edges |= {text.index(name) + len(name)}
    found = find_persons(text, edges)
    assert [text[p.start : p.end] for p in found] == [name]


@pytest.mark.parametrize(
    "text", ["主任高新技术企业", "书记任务重", "由企业主办", "校长和同学", "县委书记谈发展"]
)
def test_words_that_look_like_names_are_none(text: str) -> None:
    assert persons(text) == {}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("方亦舟任兰陵大学校长、党委副书记。", {("方亦舟", "兰陵大学", "校长", None),
                                     ("方亦舟", "兰陵大学", "党委副书记", None)}),
        ("方亦舟现任兰陵大学校长，曾担任云溪大学副校长。", {("方亦舟", "兰陵大学", "校长", None),
                                          ("方亦舟", "云溪大学", "副校长", "closed")}),
        ("方亦舟（兰陵大学副校长）：学校已开学。", {("方亦舟", "兰陵大学", "副校长", None)}),
        ("兰陵实验室昨日揭牌，云溪大学校长方亦舟兼任主任。", {("方亦舟", "云溪大学", "校长", None),
                                             ("方亦舟", "兰陵实验室", "主任", None)}),
        ("云溪大学校长方亦舟兼董事长。", {("方亦舟", "云溪大学", "校长", None)}),
    ],
)  # fmt: skip
def test_posts_that_are_told_after_the_name(
    text: str, posts: set[tuple[str, str, str, str | None]]
) -> None:
    said = read_text(text).of("holds")
    assert posts <= {
        (s.subject.name, s.object.name if s.object else "", s.value.text if s.value else "",
         s.status) for s in said
    }  # fmt: skip


def test_what_he_was_before_is_no_part_of_the_name() -> None:
    found = read_text("创始人吴楠原是云溪大学副教授。")
    assert {s.subject.name for s in found.of("holds")} == {"吴楠"}


@pytest.mark.parametrize("river", ["长江下游", "长江三角洲", "长江上游"])
def test_no_person_is_cut_out_of_two_words(river: str) -> None:
    found = read_text(f"云溪市工业协会{river}航运联盟签约。")
    assert "Person" not in found.types.values()


def test_a_name_that_the_segmenter_cuts_elsewhere_is_still_one() -> None:
    assert read_text("云溪市长盛文舟介绍。").types["盛文舟"] == "Person"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("方亦舟，云溪大学校长，今年到任。", "校长"),
        ("方亦舟，40岁，云溪科技集团的创始人。", "创始人"),
        ("代表：方亦舟，云溪大学校长\n", "校长"),
        ("【发言者】方亦舟，云溪大学校长\n", "校长"),
    ],
)
def test_a_post_may_stand_behind_the_name_without_a_verb(text: str, title: str) -> None:
    assert persons(text) == {"方亦舟": [title]}


def test_what_is_told_of_a_person_behind_a_comma_is_no_post() -> None:
    assert persons("方亦舟，曾在会上表示要请云溪大学校长。").get("方亦舟") is None


def test_names_side_by_side_share_the_post_that_follows() -> None:
    assert persons("大会闭幕，方亦舟、孟云川当选副理事长，任期三年。") == {
        "方亦舟": ["副理事长"],
        "孟云川": ["副理事长"],
    }


def test_names_told_apart_share_no_post() -> None:
    assert persons("两个中心分别由方亦舟、孟云川任主任。") == {"方亦舟": [], "孟云川": []}


@pytest.mark.parametrize(
    "text",
    [
        "妻子方亦云是老师。",
        "说起此事，云溪的方亦云博士笑了。",
        "院长叫方亦云，来自云溪。",
        "“村长”（基地主任）方亦云说。",
    ],
)
def test_a_person_is_told_by_what_stands_beside_the_name(text: str) -> None:
    assert "方亦云" in persons(text)


def test_a_line_of_a_name_and_a_post_in_brackets_needs_no_surname() -> None:
    assert persons("座谈会\n阿木尔(云溪市科技局局长)\n我们建了平台。") == {"阿木尔": ["局长"]}


def test_a_place_that_opens_a_line_is_no_person() -> None:
    assert persons("马鞍山：开工三个项目。") == {}


def test_a_rank_may_stand_between_name_and_verb() -> None:
    assert persons("方亦舟院士担任首席科学家。") == {"方亦舟": ["首席科学家"]}


@pytest.mark.parametrize("remark", ["兼", "挂职"])
def test_how_a_post_is_held_may_stand_in_brackets(remark: str) -> None:
    assert persons(f"云溪区副区长（{remark}）方亦舟说") == {"方亦舟": ["副区长"]}


def test_a_post_before_a_verb_of_office_is_another_persons() -> None:
    text = "云溪市市长方亦舟担任总指挥，市发改委主任孟云川出席"
    assert persons(text) == {"方亦舟": ["市长", "总指挥"], "孟云川": ["主任"]}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("云溪研究院院长方亦舟等7人任副理事长。", ["院长", "副理事长"]),
        ("云溪研究院主任为书法家方亦舟。", ["主任"]),
        ("云溪县县委书记方亦舟当链长,每月碰头。", ["县委书记", "链长"]),
    ],
)
def test_posts_beside_a_calling_a_count_or_a_plain_verb(text: str, titles: list[str]) -> None:
    (person,) = find_persons(text, frozenset(range(len(text) + 1)))
    assert [text[post.title_start : post.end] for post in person.posts] == titles


def test_an_old_head_is_head_no_more() -> None:
    text = "老所长方亦舟退休前,他们厂长孟云海来过。"
    posts = [p.posts[0] for p in find_persons(text, frozenset(range(len(text) + 1)))]
    assert [(post.former, post.inherits) for post in posts] == [(True, True), (False, True)]


def test_a_post_that_somebody_leaves_for_another() -> None:
    text = "方亦舟由云溪市科技局副局长升任局长。"
    assert persons(text) == {"方亦舟": ["副局长", "局长"]}


def test_who_is_dismissed() -> None:
    assert persons("免去方亦舟的云溪市科技局局长职务。") == {"方亦舟": ["局长"]}


@pytest.mark.parametrize(
    "text",
    [
        "院长于今年到任。",
        "书记严格要求。",
        "主任高兴地说。",
        "市长和书记都来了。",
        "院长白天上班。",
        "院长常说一句话。",
        "院长同王立诚座谈。",
    ],
)
def test_words_behind_a_title_are_no_names(text: str) -> None:
    assert "Person" not in read_text(text).types.values()


def test_who_is_tied_to_a_head_is_not_head() -> None:
    (person,) = find_persons("院长的学生方亦舟获奖", frozenset(range(11)))
    assert person.posts == ()
