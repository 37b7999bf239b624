import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("云溪区委书记方亦舟出席。", {("方亦舟", "云溪区", "区委书记")}),
        ("云溪市市长方亦舟出席。", {("方亦舟", "云溪市", "市长")}),
        ("兰陵大学校长孟云川出席。", {("孟云川", "兰陵大学", "校长")}),
        ("云溪市科技局局长孟云川出席。", {("孟云川", "云溪市科技局", "局长")}),
        ("银杉高新区管委会主任方亦舟出席。", {("方亦舟", "银杉高新区", "管委会主任")}),
        (
            "西部（云溪）科学城党工委书记方亦舟出席。",
            {("方亦舟", "西部（云溪）科学城", "党工委书记")},
        ),
    ],
)
def test_the_body_is_named_before_the_title(text: str, posts: set[tuple[str, str, str]]) -> None:
    assert read_text(text).posts == posts


def test_two_hats() -> None:
    assert read_text("云溪市常务副市长、银杉高新区党工委书记方亦舟出席。").posts == {
        ("方亦舟", "云溪市", "常务副市长"),
        ("方亦舟", "银杉高新区", "党工委书记"),
    }


def test_a_second_title_is_in_the_body_of_the_first() -> None:
    assert read_text("兰陵大学党委书记、校长孟云川出席。").posts == {
        ("孟云川", "兰陵大学", "党委书记"),
        ("孟云川", "兰陵大学", "校长"),
    }


def test_a_post_given_after_the_name() -> None:
    assert ("方亦舟", "银杉产业联盟", "理事长") in read_text(
        "云溪市市长方亦舟当选银杉产业联盟理事长。"
    ).posts


def test_a_title_alone_points_to_the_area_last_spoken_of() -> None:
    found = read_text("云溪市召开会议，市长孟云川致辞。")
    assert found.posts == {("孟云川", "云溪市", "市长")}


def test_a_title_alone_points_to_its_kind_of_body() -> None:
    found = read_text("银杉产业联盟在云溪市成立，理事长孟云川致辞。")
    assert found.posts == {("孟云川", "银杉产业联盟", "理事长")}


def test_a_former_post_is_closed() -> None:
    (statement,) = read_text("时任云溪市市长方亦舟出席。").of("holds")
    assert statement.status == "closed"


def test_a_title_of_nobody_known_is_left_out() -> None:
    assert read_text("局长孟云川致辞。").posts == set()


def test_the_body_is_evidence() -> None:
    (statement,) = read_text("云溪市市长方亦舟出席。").of("holds")
    assert {(e.role, e.exact) for e in statement.evidence} == {
        ("alias", "云溪市"),
        ("predicate", "市长"),
        ("subject", "方亦舟"),
    }


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("云溪大学原校长方亦舟出席。", ("云溪大学", "校长", "closed")),
        ("云溪大学的校长方亦舟出席。", ("云溪大学", "校长", None)),
        ("云溪大学首任校长方亦舟出席。", ("云溪大学", "校长", None)),
        ("云溪市昨日开会。会议由副市长方亦舟主持。", ("云溪市", "副市长", None)),
        ("太原市委书记方亦舟出席。", ("太原市", "市委书记", None)),
    ],
)
def test_words_between_body_and_title_are_part_of_neither(
    text: str, post: tuple[str, str, str | None]
) -> None:
    said = read_text(text).of("holds")
    assert [
        (s.object.name if s.object else "", s.value.text if s.value else "", s.status) for s in said
    ] == [post]


def test_an_area_is_the_one_that_the_text_speaks_of_most() -> None:
    text = "云溪市发布计划。云溪市与安宁县签约，安宁市落选。\n市长方亦舟出席。"
    (post,) = read_text(text).of("holds")
    assert post.object is not None
    assert post.object.name == "云溪市"


def test_a_post_told_before_is_not_held_in_the_body_of_another() -> None:
    text = "兰陵实验室揭牌，主任由云溪大学副校长方亦舟兼任。"
    said = {(s.object.name if s.object else "", s.value.text if s.value else "")
            for s in read_text(text).of("holds")}  # fmt: skip
    assert said == {("云溪大学", "副校长"), ("兰陵实验室", "主任")}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("方亦舟将出任银杉研究院院长。", "target"),
        ("方亦舟，拟任银杉研究院院长。", "target"),
        ("明年，银杉研究院将由方亦舟担任院长。", "target"),
        ("如果通过考察，方亦舟将担任银杉研究院院长。", "hypothetical"),
        ("杨若水近日出任银杉研究院院长。", "asserted"),
        ("方亦舟不再担任银杉研究院院长。", "asserted"),
    ],
)
def test_a_post_that_lies_ahead_is_not_held(text: str, modality: str) -> None:
    (statement,) = read_text(text).of("holds")
    assert statement.modality == modality


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("方亦舟2001年至2005年任银杉研究院院长。", "closed"),
        ("方亦舟2001年起任银杉研究院院长。", None),
    ],
)
def test_a_post_with_a_last_year_is_closed(text: str, status: str | None) -> None:
    (statement,) = read_text(text).of("holds")
    assert statement.status == status


def test_a_college_with_a_long_name_belongs_to_the_title() -> None:
    assert read_text("兰陵大学冶金与生态学院院长方亦舟出席。").posts == {
        ("方亦舟", "兰陵大学", "冶金与生态学院院长")
    }


def test_a_title_before_the_time_of_a_post_tells_of_somebody_else() -> None:
    found = read_text("银杉实验室主任为孟云川院士，常务副主任方亦舟同时担任兰陵大学副校长。").posts
    assert found == {
        ("孟云川", "银杉实验室", "主任"),
        ("方亦舟", "银杉实验室", "常务副主任"),
        ("方亦舟", "兰陵大学", "副校长"),
    }


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("银杉高新区管委会主任计春林出席。", "计春林"),
        ("银杉高新区管委会主任区志豪出席。", "区志豪"),
        ("银杉高新区管委会主任南国梁出席。", "南国梁"),
    ],
)
def test_family_names_that_are_words_too(text: str, holder: str) -> None:
    assert read_text(text).posts == {(holder, "银杉高新区", "管委会主任")}


@pytest.mark.parametrize(
    "text",
    ["管委会主任计划调整。", "市委书记区内调研。", "区长　方亦舟\n各位代表：", "主任南下考察。"],
)
def test_words_that_are_no_family_name(text: str) -> None:
    assert not {post for post in read_text(text).posts if post[0] != "方亦舟"}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "云溪高新区党工委书记方亦舟和管委会主任孟云川揭牌。",
            {("方亦舟", "云溪高新区", "党工委书记"), ("孟云川", "云溪高新区", "管委会主任")},
        ),
        ("兰陵光电研究院党委书记孟云川说。", {("孟云川", "兰陵光电研究院", "党委书记")}),
        ("银杉高新区招商局局长孟云川说。", {("孟云川", "银杉高新区", "招商局局长")}),
        ("兰陵大学水产学院原院长孟云川来了。", {("孟云川", "兰陵大学", "水产学院院长")}),
        (
            "兰陵储能实验室亮着灯，值夜的副研究员孟云川守着。",
            {("孟云川", "兰陵储能实验室", "副研究员")},
        ),
    ],
)
def test_committees_and_parts_of_bodies_and_clauses_before_a_title(
    text: str, posts: set[tuple[str, str, str]]
) -> None:
    assert read_text(text).posts == posts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "兰陵大学校长孟云川说，他之前在华北卫星研究所当副所长。",
            ("孟云川", "华北卫星研究所", "副所长"),
        ),
        (
            "兰陵储能实验室首任主任孟云川退休，接棒的是39岁的方亦舟。",
            ("方亦舟", "兰陵储能实验室", "主任"),
        ),
        ("云溪市召开大会。刚才，方亦舟副市长宣读了决定。", ("方亦舟", "云溪市", "副市长")),
        ("孟云川原来是兰陵大学的讲师。", ("孟云川", "兰陵大学", "讲师")),
        (
            "兰陵土壤实验室主任由方亦舟担任，副主任为华北大学地理学院院长孟云川。",
            ("孟云川", "兰陵土壤实验室", "副主任"),
        ),
    ],
)
def test_posts_told_around_the_name(text: str, post: tuple[str, str, str]) -> None:
    assert post in read_text(text).posts


@pytest.mark.parametrize("text", ["云溪市副市长出席。", "华科院院长出席。", "江北区区长出席。"])
def test_a_body_is_not_called_by_its_title(text: str) -> None:
    assert read_text(text).posts == set()


def test_who_is_named_beside_another_is_in_the_same_body() -> None:
    found = read_text("兰陵大学校长孟云川、党委书记方亦舟出席。").posts
    assert ("方亦舟", "兰陵大学", "党委书记") in found


def test_a_part_alone_is_in_the_body_spoken_of() -> None:
    found = read_text("兰陵大学在园里设了工作站，由食品学院副院长孟云川带队。").posts
    assert found == {("孟云川", "兰陵大学", "食品学院副院长")}


def test_a_bare_title_is_held_in_the_body_that_ends_in_its_letter() -> None:
    text = "云溪竹业研究所建于2009年。省林业研究院接管过它。所长方亦舟在这里干了三十年。"
    assert ("方亦舟", "云溪竹业研究所", "所长") in read_text(text).posts


def test_what_somebody_looks_after_is_no_part_of_the_body() -> None:
    found = read_text("云溪县的地少。云溪县分管工业的副县长方亦舟说，园区要扩。")
    assert found.posts == {("方亦舟", "云溪县", "副县长")}


def test_a_title_that_somebody_else_takes_in_the_next_clause_is_not_held() -> None:
    text = "会议宣布：方亦舟任云溪大学副校长，仍兼云溪实验室主任；孟永哲任云溪大学纪委书记。"
    titles = {title for who, _, title in read_text(text).posts if who == "方亦舟"}
    assert titles == {"副校长", "主任"}


def test_a_post_is_shared_by_the_row_before_its_verb() -> None:
    text = "云溪纺织联盟成立。云溪大学副校长方亦舟、兰陵研究院院长孟云川任副理事长。"
    posts = read_text(text).posts
    assert {who for who, _, title in posts if title == "副理事长"} == {"方亦舟", "孟云川"}


def test_one_chair_is_not_shared() -> None:
    text = "云溪纺织联盟成立。云溪大学副校长方亦舟、兰陵研究院院长孟云川任理事长。"
    assert {who for who, _, title in read_text(text).posts if title == "理事长"} == {"孟云川"}


@pytest.mark.parametrize(
    "text", ["云溪大学的方亦舟教授用四个月做成了它。", "合作者有云溪大学方亦舟教授团队。"]
)
def test_a_rank_behind_the_name_is_a_post(text: str) -> None:
    assert read_text(text).posts == {("方亦舟", "云溪大学", "教授")}


@pytest.mark.parametrize(
    "text", ["来自云溪市的方亦舟教授出席。", "云溪大学请来方亦舟教授。", "方亦舟教授出席。"]
)
def test_a_rank_without_a_body_is_none(text: str) -> None:
    assert read_text(text).posts == set()


def test_who_takes_over_with_a_post_before_the_name_has_that_of_the_one_before() -> None:
    text = "云溪大学校长孟云川卸任，接任者是兰陵研究院副院长方亦舟。"
    assert ("方亦舟", "云溪大学", "校长") in read_text(text).posts


def test_an_order_that_dismisses_another_gives_nobody_his_post() -> None:
    text = "任命孟云川为云溪市大数据局副局长；免去方亦舟的云溪市科技局局长职务。"
    assert read_text(text).posts == {
        ("孟云川", "云溪市大数据局", "副局长"),
        ("方亦舟", "云溪市科技局", "局长"),
    }


def test_where_somebody_is_from_is_no_part_of_the_name() -> None:
    text = "云溪研究院首席专家是西班牙人何塞·加西亚，他每年来四个月。"
    assert read_text(text).posts == {("何塞·加西亚", "云溪研究院", "首席专家")}


def test_what_the_body_is_called_in_brackets_parts_it_from_no_title() -> None:
    found = read_text("兰陵盐碱地研究所（简称“兰盐所”）所长方亦舟58岁，党委书记孟云川44岁。")
    assert ("方亦舟", "兰陵盐碱地研究所", "所长") in found.posts


def test_a_verb_of_office_before_a_rank_is_nobody() -> None:
    found = read_text("孟云川出国多年，曾在詹姆斯大学任高级研究员。")
    assert all(who != "任高级" for who, _, _ in found.posts)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "云溪大学校长助理、理工学科建设处处长方亦舟出席。",
            ("方亦舟", "云溪大学", "理工学科建设处处长"),
        ),
        (
            "兰陵大学和云溪市科技局来访，云溪市科技局党组成员、成果转化处处长方亦舟出席。",
            ("方亦舟", "云溪市科技局", "成果转化处处长"),
        ),
        (
            "云溪省科技厅成果与技术市场处处长方亦舟出席。",
            ("方亦舟", "云溪省科技厅", "成果与技术市场处处长"),
        ),
    ],
)
def test_the_head_of_an_office_is_in_the_body_before(text: str, post: tuple[str, str, str]) -> None:
    assert post in read_text(text).posts


@pytest.mark.parametrize(
    "text",
    [
        "云溪省委教育工委书记、教育厅党组书记、厅长方亦舟出席。",
        "云溪研究院揭牌，教师代表有孟云川教授、方亦舟副研究员。",
        "云溪研究院揭牌，国家发展研究院院长方亦舟出席。",
        "与云溪市人民政府签约，校党委常委、副校长方亦舟出席。",
        "云溪科学院银杉分院揭牌。我所党委书记孟云川、副所长方亦舟出席。",
    ],
)
def test_a_post_in_a_body_that_is_not_known_is_in_no_other(text: str) -> None:
    assert not {post for post in read_text(text).posts if post[0] == "方亦舟"}


def test_the_rank_of_one_is_no_post_of_the_next() -> None:
    text = "兰陵大学校长孟云川院士、银杉大学常务副校长方亦舟院士出席仪式。"
    assert {post for post in read_text(text).posts if post[0] == "方亦舟"} == {
        ("方亦舟", "银杉大学", "常务副校长"),
    }


def test_an_office_in_another_place_is_none_of_that_place() -> None:
    posts = read_text("云溪省政府驻上海办事处党组书记、主任方亦舟出席。").posts
    assert not {post for post in posts if post[1] == "上海"}
