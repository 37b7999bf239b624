from sources.bracket import step_over
from sources.token import tokenize


def stepped(text: str) -> tuple[int, int] | None:
    tokens = tuple(tokenize(text, 0, len(text)))
    closing = next(at for at, token in enumerate(tokens) if token.text in (")", "”"))
    found = step_over(text, tokens, closing)
    return found and (tokens[found[0]].start if found[0] >= 0 else -1, tokens[found[1]].start)


def test_a_short_text_in_brackets_is_stepped_over() -> None:
    assert stepped("云溪(上海)创新中心") == (0, 2)
    assert stepped("“银杉”实验室") == (-1, 0)


def test_a_long_or_parted_text_is_not() -> None:
    assert stepped("云溪(上海和北京以及广州和深圳的)创新中心") is None
    assert stepped("云溪(上海,北京)创新中心") is None


def test_who_reports_is_no_part_of_a_name() -> None:
    assert stepped("云溪3月5日电(记者方亦舟)创新中心") is None
    assert stepped("云溪(记者方亦舟)创新中心") is None
