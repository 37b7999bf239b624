import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "bracket", ["（原滦安橡胶工程中心）", "（原名滦安橡胶工程中心）", "（前身为滦安橡胶工程中心）"]
)
def test_brackets_tell_what_a_thing_was(bracket: str) -> None:
    text = f"银杉橡胶技术创新中心{bracket}由天澜集团建设，专职人员52人。"
    found = read_text(text)
    assert found.pairs("succeeds") == {("银杉橡胶技术创新中心", "滦安橡胶工程中心")}
    assert found.pairs("establishedBy") == {("银杉橡胶技术创新中心", "天澜集团")}
    assert {s.subject.name for s in found.of("observation")} == {"银杉橡胶技术创新中心"}


@pytest.mark.parametrize(
    "text",
    [
        "银杉技术创新中心（滦安橡胶工程中心）揭牌。",
        "银杉技术创新中心（原滦安橡胶工程中心所在地）揭牌。",
        "银杉技术创新中心（原云溪市）揭牌。",
    ],
)
def test_other_brackets_tell_no_old_name(text: str) -> None:
    assert read_text(text).pairs("succeeds") == set()
