from sources.guarded import guarded, has_word


def test_a_word_is_not_seen_where_a_sign_beside_it_makes_it_another() -> None:
    assert has_word("Future", "银杉市拟建园区", 0, 7) is True
    assert has_word("Future", "银杉市虚拟园区", 0, 7) is False


def test_only_the_stretch_that_is_asked_for_is_looked_at() -> None:
    text = "拟建园区已投用"
    assert guarded("Future").search(text, 4) is None


def test_a_year_to_come_or_an_aim_is_no_part_of_other_words() -> None:
    assert has_word("Target", "后年达到80亿元", 0, 8) is True
    assert has_word("Target", "此后年均增长8%", 0, 8) is False
    assert has_word("Future", "完工后年产2万吨", 0, 9) is False
    assert has_word("Target", "冲击80亿元", 0, 6) is True
    assert has_word("Target", "受疫情冲击下降8%", 0, 9) is False
