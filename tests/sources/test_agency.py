from tests.sources.conftest import read_text


def test_each_doer_has_a_verb_of_its_own() -> None:
    found = read_text("银杉实验室由兰陵大学牵头、滦安大学承建。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学"), ("银杉实验室", "滦安大学")}


def test_who_joins_in_the_next_clause() -> None:
    found = read_text("银杉实验室由兰陵大学牵头，联合滦安大学共同建设。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学"), ("银杉实验室", "滦安大学")}


def test_who_allows_it_does_not_build_it() -> None:
    assert read_text("银杉实验室由云溪市科技局批准组建。").pairs("establishedBy") == set()


def test_a_document_is_issued_not_founded() -> None:
    found = read_text("《银杉条例》由云溪市科技局印发。")
    assert found.pairs("issuedBy") == {("银杉条例", "云溪市科技局")}
    assert found.pairs("establishedBy") == set()


def test_bodies_that_merge_are_succeeded() -> None:
    found = read_text("银杉研究所与滦安研究所合并，组建银杉研究院。")
    assert found.pairs("succeeds") == {("银杉研究院", "银杉研究所"), ("银杉研究院", "滦安研究所")}
    assert found.pairs("establishedBy") == set()


def test_who_takes_part_in_the_next_clause_builds_too_and_is_nobodys_partner() -> None:
    found = read_text("银杉实验室由兰陵大学牵头，滦安大学、天澜集团参与共建。")
    assert found.pairs("establishedBy") == {
        ("银杉实验室", "兰陵大学"),
        ("银杉实验室", "滦安大学"),
        ("银杉实验室", "天澜集团"),
    }
    assert found.pairs("cooperatesWith") == set()


def test_what_the_clause_before_pushes_is_built_by_whom_the_next_names() -> None:
    found = read_text("推动银杉实验室实体化运行，由兰陵大学、天澜集团组建。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学"), ("银杉实验室", "天澜集团")}


def test_a_builder_with_time_and_place_behind_it() -> None:
    found = read_text("银杉众创空间入驻团队52个，天澜集团2021年与兰陵大学在榕城市创办。")
    assert found.pairs("establishedBy") == {
        ("银杉众创空间", "天澜集团"),
        ("银杉众创空间", "兰陵大学"),
    }


def test_some_words_are_said_of_some_classes_only() -> None:
    assert read_text("银杉产业园由天澜集团承担。").pairs("establishedBy") == set()
    found = read_text("银杉改造项目由天澜集团承担。")
    assert found.pairs("establishedBy") == {("银杉改造项目", "天澜集团")}


def test_who_invests_in_the_project_that_the_sentence_is_about() -> None:
    found = read_text("银杉新材料项目：天澜集团投资26亿元，选址云溪高新区。")
    assert found.pairs("establishedBy") == {("银杉新材料项目", "天澜集团")}
    assert found.pairs("locatedIn") == {("银杉新材料项目", "云溪高新区")}


def test_who_invests_in_a_park_does_not_build_it() -> None:
    found = read_text("银杉产业园签约5个项目，天澜集团投资26亿元。")
    assert found.pairs("establishedBy") == set()


def test_who_carries_a_scheme_out() -> None:
    found = read_text("“银杉人才计划”由云溪高新区管委会具体实施。")
    assert found.pairs("implements") == {("云溪高新区管委会", "银杉人才计划")}


def test_a_park_carries_nobody_out() -> None:
    found = read_text("银杉科技园由云溪高新区管委会具体实施。")
    assert found.pairs("implements") == set()


def test_respective_founders() -> None:
    found = read_text("星海实验室、蓝湾实验室分别由云溪大学和岚山研究院牵头建设。")
    assert found.pairs("establishedBy") == {
        ("星海实验室", "云溪大学"),
        ("蓝湾实验室", "岚山研究院"),
    }


def test_who_only_joins_an_alliance_has_not_founded_it() -> None:
    found = read_text("由云溪大学、恒岳集团发起，岚山研究院等24家单位参加的星海创新共同体成立。")
    assert found.pairs("establishedBy") == {
        ("星海创新共同体", "云溪大学"),
        ("星海创新共同体", "恒岳集团"),
    }


def test_who_is_brought_in_builds() -> None:
    found = read_text("云溪市引进恒岳集团建设星海产业园，一期已投产。")
    assert found.pairs("establishedBy") == {("星海产业园", "恒岳集团")}


def test_who_carries_a_scheme_out_together_with_whom() -> None:
    found = read_text("由云溪市科技局会同云溪市财政局组织实施“银杉人才计划”，每年遴选100人。")
    both = {("云溪市科技局", "银杉人才计划"), ("云溪市财政局", "银杉人才计划")}
    assert found.pairs("implements") == both


def test_who_is_named_before_a_scheme_carries_it_out() -> None:
    found = read_text("由云溪市科技局组织实施“揽月计划”。")
    assert found.pairs("implements") == {("云溪市科技局", "揽月计划")}


def test_into_whose_hands_the_building_is_given() -> None:
    found = read_text("银杉科技园交给青石公司统一开发。")
    assert found.pairs("establishedBy") == {("银杉科技园", "青石公司")}


def test_two_bureaus_carry_a_scheme_out() -> None:
    found = read_text("“揽月计划”由云溪市科技局会同云溪市工信局组织实施。")
    assert found.pairs("implements") == {
        ("云溪市科技局", "揽月计划"),
        ("云溪市工信局", "揽月计划"),
    }


def test_who_leads_works_with_those_who_join_in() -> None:
    text = "银杉实验室由兰陵大学牵头，联合滦安大学、青石公司共同建设。"
    assert {frozenset(pair) for pair in read_text(text).pairs("cooperatesWith")} == {
        frozenset(("兰陵大学", "滦安大学")),
        frozenset(("兰陵大学", "青石公司")),
    }


def test_who_builds_a_thing_without_a_name_builds_not_what_was_named_before() -> None:
    found = read_text("今年开工两个项目。一是银杉产业园；二是由恒岳集团承建的标准厂房三期。")
    assert found.pairs("establishedBy") == set()


def test_a_document_is_issued_by_the_area_that_its_title_and_the_text_name() -> None:
    found = read_text("云溪市下了功夫。《云溪市人才安居措施》去年9月印发。")
    assert found.pairs("issuedBy") == {("云溪市人才安居措施", "云溪市")}
    other = read_text("滦安市下了功夫。《云溪市人才安居措施》去年9月印发。")
    assert other.pairs("issuedBy") == set()


def test_the_document_pointed_at_is_the_one_just_issued() -> None:
    found = read_text("云溪高新区管委会公布了“人才九条”。这份政策由管委会会同市工信局起草。")
    assert found.pairs("issuedBy") == {
        ("人才九条", "云溪高新区管委会"),
        ("人才九条", "市工信局"),
    }


def test_a_title_tells_no_issuer_where_another_approves_or_only_its_reading_comes_out() -> None:
    for deed in ("由省人大批准后公布", "近日发布解读"):
        text = f"云溪市下足功夫。《云溪市人才条例》{deed}。"
        assert read_text(text).pairs("issuedBy") == set()
