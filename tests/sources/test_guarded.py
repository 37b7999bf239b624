from sources.guarded import guarded, has_word


def test_a_word_is_not_seen_where_a_sign_beside_it_makes_it_another() -> None:
    assert has_word("Future", "银杉市拟建园区", 0, 7) is True
    assert has_word("Future", "银杉市虚拟园区", 0, 7) is False


def test_only_the_stretch_that_is_asked_for_is_looked_at() -> None:
    text = "拟建园区已投用"
    assert guarded("Future").search(text, 4) is None
