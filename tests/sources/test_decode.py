import codecs

import pytest

from ontology.errors import InputError
from sources.decode import decode

TEXT = "【重庆日报】科创平台加速建设,集聚创新资源。\r\n阅读 : 0\r\n“一城多园”模式"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_every_encoding_gives_the_same_characters(raw: bytes, encoding: str) -> None:
    assert decode(raw, "a.txt") == (TEXT, encoding)


def test_traditional_text_is_told_apart_in_both_legacy_encodings() -> None:
    text = "臺灣竹科管理局表示,園區設立實驗室三個,預計明年啟用。"
    assert decode(text.encode("big5"), "a.txt") == (text, "big5hkscs")
    assert decode(text.encode("gb18030"), "a.txt") == (text, "gb18030")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "a.txt: the file is empty (give an article with text)"),
        (b" \n\t\r\n", "a.txt: the file is empty (give an article with text)"),
        (codecs.BOM_UTF8, "a.txt: the file is empty (give an article with text)"),
        (b"abc\0def", "a.txt: the file is binary (give a text file)"),
        (b"%PDF-1.7\n", "a.txt: the file is a PDF, not text (save it as plain text)"),
        (
            "好\n坏".encode() + b"\xff\xfe\xfd",
            "a.txt:2: byte 7 (0xFF) is no UTF-8, and the file is not in GB 18030 or Big5 either "
            "(save the file as UTF-8)",
        ),
        (
            "café résumé naïve".encode("latin-1"),
            "a.txt:1: byte 3 (0xE9) is no UTF-8, and the file is not in GB 18030 or Big5 either "
            "(save the file as UTF-8)",
        ),
        (
            "一\n二三\x08四".encode(),
            "a.txt:2:3: control character U+0008 in the text "
            "(remove it: graph formats cannot hold it)",
        ),
        (
            "一\x0c".encode(),
            "a.txt:1:2: control character U+000C in the text "
            "(remove it: graph formats cannot hold it)",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(raw: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(raw, "a.txt")
    assert str(caught.value) == message


def test_utf16_cut_short_is_refused() -> None:
    with pytest.raises(InputError, match="is no UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"a", "a.txt")
