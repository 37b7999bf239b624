import pytest

from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("滦安智谷去年开园。园区引进企业。", "园区", "滦安智谷"),
        ("滦安高新区去年扩区。园区企业达到30家。", "园区", "滦安高新区"),
        ("银杉稀土设计院成立。研究院引进人才。", "研究院", "银杉稀土设计院"),
        ("蓝鲸镁业集团投资建厂，公司去年营收3亿元。", "公司", "蓝鲸镁业集团"),
        ("银杉镁业创新联盟成立。联盟秘书处设在云溪市。", "联盟", "银杉镁业创新联盟"),
        ("银杉实验室成立。乾安县去年与实验室签约。", "实验室", "银杉实验室"),
        ("银杉稀土设计院成立。全院有职工90人。", "全院", "银杉稀土设计院"),
        ("他来到银杉实验室，它由青川大学设立。", "它", "银杉实验室"),
    ],
)
def test_a_plain_noun_is_the_only_thing_of_its_kind(text: str, word: str, name: str) -> None:
    assert read_stages(text).meant_by(word) == [name]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("滦安智谷、兰陵软件园开园。园区引进企业。", "园区"),
        ("滦安智谷开园。一批园区引进企业。", "园区"),
        ("蓝鲸镁业集团与银杉药业集团签约。公司去年营收3亿元。", "公司"),
        ("蓝鲸镁业集团创办公司41家。", "公司"),
        ("银杉实验室由青川大学建设，它是全市首个。", "它"),
        ("云溪市招商。全镇有企业90家。", "全镇"),
    ],
)
def test_where_two_are_possible_or_others_meant_none_is(text: str, word: str) -> None:
    assert read_stages(text).meant_by(word) == []


def test_the_paragraph_speaks_of_its_own_company() -> None:
    text = "蓝鲸镁业集团去年上市。\n银杉药业集团前年上市，公司去年营收3亿元。"
    assert read_stages(text).meant_by("公司") == ["银杉药业集团"]


def test_a_former_name_is_not_what_the_text_goes_on_about() -> None:
    text = "云溪生命科技园位于云溪市，前身是滦安医械加工区。园区引进企业。"
    assert read_stages(text).meant_by("园区") == ["云溪生命科技园"]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("怀柔科学城在怀柔区。全区引进企业。", "全区", "怀柔区"),
        ("兰陵商业学校更名为兰陵大学。学校引进人才。", "学校", "兰陵大学"),
        ("成都市开会。成都市发文。成都市办展，重庆市参展。全市引进企业。", "全市", "成都市"),
    ],
)
def test_of_several_it_is_the_one_that_the_word_fits(text: str, word: str, name: str) -> None:
    assert read_stages(text).meant_by(word) == [name]


def test_a_science_city_among_several_is_the_one_in_the_title() -> None:
    text = "云溪科学城开工\n云溪科学城开工。兰陵科学城派人参加。\n科学城引进企业。\n"
    assert read_stages(text).meant_by("科学城") == ["云溪科学城"]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("银杉算力产业园获批。这个园今年动工。", "这个园", ["银杉算力产业园"]),
        (
            "银杉产业引导基金成立。这只规模100亿元的母基金由天澜集团设立。",
            "母基金",
            ["银杉产业引导基金"],
        ),
        ("银杉算力产业园获批。园中今年动工，那个园不大。", "园", []),
    ],
)
def test_a_demonstrative_points_over_what_describes_the_noun(
    text: str, word: str, names: list[str]
) -> None:
    assert read_stages(text).meant_by(word) == names


def test_an_area_named_as_a_partner_is_not_the_area_spoken_of() -> None:
    text = "银杉高新区\n银杉高新区去年升级。科技谷曾与滦安高新区合作。该区提出目标。"
    assert read_stages(text).meant_by("该区") == ["银杉高新区"]


def test_an_office_speaks_of_itself_in_its_own_report() -> None:
    text = "荣昌区科技局工作总结和工作思路\n去年，各项工作上了新台阶，较好完成任务。"
    text += "现总结如下：\n我局编制9名。"
    assert read_stages(text).meant_by("我局") == ["荣昌区科技局"]
    assert read_stages("荣昌区科技局会同荣昌区财政局签约。我局编制9名。").meant_by("我局") == []


def test_an_academy_is_not_what_an_institute_calls_itself() -> None:
    academy = "兰陵科学院北京分院到我所调研。"
    assert not read_stages(academy).meant_by("我所")
    assert read_stages("银杉化物研究所揭牌。我所将扩建。").meant_by("我所") == ["银杉化物研究所"]
