from sources.branch import branch_class, is_college


def test_a_branch_is_of_the_class_of_the_longest_name_that_opens_its_own() -> None:
    mothers = ["University", "Laboratory"]
    assert branch_class("银杉大学光学实验室云溪分部", "Organization", mothers) == "Laboratory"


def test_a_branch_of_nobody_keeps_the_class_of_its_last_word() -> None:
    assert branch_class("云溪分中心", "ResearchCenter", ["City"]) == "ResearchCenter"


def test_a_centre_of_innovation_in_another_place_is_an_incubator() -> None:
    cls = "TechnologyInnovationCenter"
    assert branch_class("云溪(上海)创新中心", cls, []) == "Incubator"
    assert branch_class("国家光学创新中心(上海)", cls, []) == cls
    assert branch_class("中国(洛阳)知识产权保护中心", "ServicePlatform", []) == "ServicePlatform"


def test_a_college_is_part_of_its_university_unless_it_has_its_own_place() -> None:
    assert [is_college(part) for part in ("土木工程学院", "威海学院")] == [True, False]
