import pytest

from sources.initial import initials
from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("银杉特种飞行器研究所", "特飞所"),
        ("银杉生态与地理研究所", "银杉生地所"),
        ("云溪海洋大学", "海大"),
        ("云溪城市商业银行", "城商行"),
        ("银杉化工循环产业园", "银化园"),
    ],
)
def test_first_letters_make_a_short_form(full: str, short: str) -> None:
    stages = read_stages(f"{full}揭牌。三年过去，{short}引进人才50人。")
    assert stages.meant_by(short) == [full]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("重大成果不断。", "重庆大学"),
        ("最大的医院。", "青川医学院"),
        ("科研所很多。", "云溪科学研究所"),
        ("科创园很多。", "云溪科技创新园"),
    ],
)
def test_a_word_of_the_language_is_no_short_form(text: str, name: str) -> None:
    assert list(initials(text, name)) == []
