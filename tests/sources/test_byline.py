import pytest

from sources.byline import read_byline


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("开工了吗\n发布时间：2021-05-23 来源：重庆日报\n科学城开工。", "2021-05-23"),
        ("开工了吗\n2023年6月1日 08:30\n科学城开工。", "2023-06-01"),
        ("开工了吗\n渝州日报  2023年06月01日  星期四\n科学城开工。", "2023-06-01"),
        ("开工了吗\n新华社北京2021年5月3日电 科学城开工。", "2021-05-03"),
        ("关于开工的通知\n各单位：\n现印发。\n某市政府\n二〇二一年五月三日\n", "2021-05-03"),
        ("开工了吗\n" + "科学城开工。\n" * 2000 + "某市政府\n2021年5月3日\n", "2021-05-03"),
        ("开工了吗\n新华社北京5月3日电 科学城开工。", None),
        ("开工了吗\n本报讯（记者 李星婷 6月1日）科学城开工。", None),
        ("开工了吗\n2021年5月21日，科学城开工。", None),
        ("开工了吗\n作者：李星婷 去年\n科学城开工。", None),
        ("", None),
    ],
)
def test_only_a_full_date_in_the_byline_is_a_publication_date(
    text: str, published: str | None
) -> None:
    assert read_byline(text).published == published


def test_title_publisher_and_authors_stand_in_original_characters() -> None:
    byline = read_byline(
        "【渝州日報】科學城開工\n作者：李星婷、白麟\n開工了。\n來源：渝州日報（電子版）"
    )
    assert (byline.title, byline.publisher, byline.authors) == (
        "科學城開工",
        "渝州日報",
        ("李星婷", "白麟"),
    )
