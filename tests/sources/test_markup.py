from sources.markup import Page, read_page

PAGE = """<!DOCTYPE html><html><head><title>科学城开工_渝州网</title>
<meta name="ArticleTitle" content="科学城开工"><meta name="PubDate" content="2021-05-23 08:00">
<meta name="ContentSource" content="渝州日报"><meta name="Author" content="李星婷 白麟">
<meta property="og:site_name" content="渝州网">
<style>p{}</style><script>var a="项目";</script></head>
<body><nav><a>首页</a></nav><!-- 注释 --><h1>科学城开工</h1><p>科学城
  引进<b>3</b>个项目，<br>总投资1亿元。</p><h2>产业</h2><ul><li>甲园</li><li>乙园</li></ul>
<p style="display: none">隐藏</p><table><tr><td>面积</td><td>3亩</td></tr></table>
<footer>版权所有</footer></body></html>"""


def test_a_page_becomes_its_lines_and_its_metadata() -> None:
    page = read_page(PAGE)
    assert page == Page(
        text="科学城开工\n科学城 引进3个项目，\n总投资1亿元。\n## 产业\n甲园\n乙园\n面积\n3亩",
        title="科学城开工",
        publisher="渝州日报",
        authors="李星婷 白麟",
        published="2021-05-23 08:00",
        site="渝州网",
    )


def test_a_page_nested_without_end_is_read() -> None:
    assert read_page("<div>" * 5000 + "科学城").text == "科学城"


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    assert read_page("<p>科学城<b>开工<p>项目 &lt;3 &amp; 4").text == "科学城开工\n项目 <3 & 4"
