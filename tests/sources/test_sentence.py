import pytest

from sources.sentence import MAX_SENTENCE, split_sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("引进3个。签约5个!", ["引进3个。", "签约5个!"]),
        ("“干得好!”他说。", ["“干得好!”他说。"]),
        ("(含在建。)共3个。", ["(含在建。)共3个。"]),
        ("出台《怎么办?》办法。", ["出台《怎么办?》办法。"]),
        ("没有句号", ["没有句号"]),
        ("真的吗?!是。", ["真的吗?!", "是。"]),
        ("他说“好”。”又说。", ["他说“好”。”", "又说。"]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, sentences: list[str]) -> None:
    assert _split(text) == sentences


def test_speech_of_several_sentences_is_split_and_keeps_its_marks() -> None:
    text = "“" + "推动经济圈建设是义不容辞的责任" * 3 + "。我们会做好。”他表示,要加快。"
    assert [sentence[-3:] for sentence in _split(text)] == ["责任。", "好。”", "加快。"]


def test_semicolons_part_clauses_but_not_in_brackets() -> None:
    text = "甲投运;乙在建(丙;丁);戊获批。"
    ((_, _, clauses),) = split_sentences(text, 0, len(text))
    assert [text[start:end] for start, end in clauses] == ["甲投运", "乙在建(丙;丁)", "戊获批。"]


def test_endless_sentences_are_cut_at_a_pause() -> None:
    parts = _split("科学城开工," * 1000)
    assert max(map(len, parts)) <= MAX_SENTENCE and "".join(parts) == "科学城开工," * 1000
    assert all(part.endswith(",") for part in parts)
