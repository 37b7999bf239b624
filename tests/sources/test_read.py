from hashlib import sha256
from pathlib import Path

import pytest

from ontology.errors import InputError
from sources.read import find, read, read_all, slug

ARTICLE = Path(__file__).parents[2] / "sources" / "articles" / "chongqing-roundtable.txt"


def _write(path: Path, text: str = "科学城今天开工。") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_the_shipped_article_is_read_with_what_its_sidecar_says() -> None:
    document = read(ARTICLE)
    assert document.doc == "chongqing-roundtable"
    assert document.text == ARTICLE.read_bytes().decode("utf-8")
    assert document.sha256 == sha256(ARTICLE.read_bytes()).hexdigest()
    assert (document.title, document.publisher) == (
        "科创平台加速建设 集聚创新资源形成合力",
        "重庆日报",
    )
    assert document.authors == ("李星婷", "白麟")
    assert (document.published, document.published_source) == ("2021-05", "sidecar")
    assert document.site == "重庆大学新闻网"


def test_without_its_sidecar_the_article_has_no_date(tmp_path: Path) -> None:
    document = read(_write(tmp_path / "a.txt", ARTICLE.read_text("utf-8")))
    assert (document.published, document.published_source) == (None, None)
    assert (document.publisher, document.authors) == ("重庆日报", ("李星婷", "白麟"))
    assert document.title == "科创平台加速建设 集聚创新资源形成合力"


def test_the_option_wins_over_the_sidecar_and_the_sidecar_over_the_byline(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", "开工了吗\n发布时间：2021-05-23\n科学城开工。")
    assert (read(path).published, read(path).published_source) == ("2021-05-23", "byline")
    _write(tmp_path / "a.meta.json", '{"published": "2021-05-24"}')
    assert (read(path).published, read(path).published_source) == ("2021-05-24", "sidecar")
    document = read(path, "2021")
    assert (document.published, document.published_source) == ("2021", "option")


def test_a_web_page_is_read_by_its_metadata(tmp_path: Path) -> None:
    page = (
        '<meta name="PubDate" content="2021/5/23"><meta name="ContentSource" content="渝州日报">'
        "<h1>科学城开工</h1><p>引进3个项目。</p>"
    )
    document = read(_write(tmp_path / "a.html", page))
    assert document.text == "科学城开工\n引进3个项目。"
    assert (document.title, document.publisher) == ("科学城开工", "渝州日报")
    assert (document.published, document.published_source) == ("2021-05-23", "byline")
    assert document.sha256 == sha256(page.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_give_one_text(tmp_path: Path, encoding: str) -> None:
    text = ARTICLE.read_bytes().decode("utf-8")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read(tmp_path / "a.txt").text == text


def test_articles_are_found_sorted_and_without_what_is_none(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/d.HTML", "a.meta.json", "a.gold.tsv", "README.md", ".x.txt"):
        _write(tmp_path / name)
    _write(tmp_path / ".git" / "e.txt")
    found = find([tmp_path, tmp_path / "b.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.md",
        "b.txt",
        "c/d.HTML",
    ]
    assert find([tmp_path / "README.md"]) == [tmp_path / "README.md"]


def test_articles_of_one_name_are_told_apart_and_copies_read_once(tmp_path: Path) -> None:
    _write(tmp_path / "x" / "a.txt", "科学城开工。")
    _write(tmp_path / "y" / "a.txt", "科学城竣工。")
    _write(tmp_path / "z" / "A.md", "科学城竣工。")
    names = [document.doc for document in read_all([tmp_path])]
    digests = [sha256(text.encode()).hexdigest()[:8] for text in ("科学城开工。", "科学城竣工。")]
    assert names == [f"a-{digest}" for digest in digests]


def test_file_names_become_ascii() -> None:
    assert slug("2021年 重慶圓桌會") == "2021-nian-chong-qing-yuan-zhuo-hui"
    assert slug("A_b--C.v2") == "a-b-c-v2"


def _refused(path: Path, published: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        list(read_all([path], published))
    assert caught.value.exit_code == 3
    return str(caught.value)


def test_what_cannot_be_read_is_refused_with_its_place(tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    assert _refused(missing) == f"{missing}: no such file or folder (check the path)"
    with pytest.raises(InputError, match="no such file"):
        read(missing)
    assert _refused(tmp_path) == (
        f"{tmp_path}: the folder has no articles "
        "(articles are files that end in .txt, .md or .html)"
    )
    table = _write(tmp_path / "a.pdf")
    assert _refused(table) == f"{table}: not an article (give a .txt, .md or .html file)"
    empty = _write(tmp_path / "b.txt", "")
    assert _refused(empty) == f"{empty}: the file is empty (give an article with text)"
    blank = _write(tmp_path / "c.html", "<script>1</script>")
    assert _refused(blank) == f"{blank}: the page has no text (save the article itself)"
    control = _write(tmp_path / "d.txt", "一\n二\x01")
    assert _refused(control).startswith(f"{control}:2:2: control character U+0001")
    good = _write(tmp_path / "e.txt")
    assert _refused(good, "May") == (
        "--published: 'May' is no date (write 2021, 2021-05 or 2021-05-23)"
    )
    _write(tmp_path / "e.meta.json", "{")
    assert _refused(good).startswith(f"{tmp_path / 'e.meta.json'}:1:2: broken JSON")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path)


def test_links_in_circles_do_not_trap_the_search(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert find([tmp_path]) == [tmp_path / "a.txt"]


def test_an_article_of_one_endless_line_is_read(tmp_path: Path) -> None:
    text = "科学城引进项目3个,总投资1亿元," * 100_000
    assert read(_write(tmp_path / "a.txt", text)).text == text
