from sources.again import firms_again


def test_a_firm_is_found_again_in_full_and_by_its_brand() -> None:
    text = "岚枢科技落户。岚枢投产"
    found = firms_again(text, ["岚枢科技"], frozenset(range(len(text) + 1)))
    assert [text[start:end] for start, end, _ in found] == ["岚枢", "岚枢科技", "岚枢"]


def test_a_long_name_may_end_inside_what_the_segmenter_takes_for_a_word() -> None:
    assert list(firms_again("三佳铁扩产", ["三佳铁"], frozenset({0}))) == [(0, 3, "三佳铁")]
    assert list(firms_again("一丝扩产", ["一丝"], frozenset({0}))) == []
