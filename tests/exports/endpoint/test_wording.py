"""What goes wrong is said on a page in the language of the page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from exports.endpoint.wording import say, translate
from tests.exports.endpoint.conftest import ROOT, Server

BROWSER = {"Accept": "text/html"}
PROBLEM = re.compile(r'<p class="problem" role="alert"><b>[^<]*</b> ([^<]*)</p>')


def literal(node: ast.expr) -> str:
    """The text of an expression; 7 for each part that is known later."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(literal(part) for part in parts)
        case ast.FormattedValue(value=ast.Name(id="place")):  # which may be empty
            return ""
        case ast.BinOp(left=left, right=right):
            return literal(left) + literal(right)
        case ast.IfExp(body=said):
            return literal(said)
    return "7"


def raised() -> Iterator[str]:
    """What the endpoint raises, and what reads its queries and their parameters."""
    readers = [ROOT / "graph" / f"{name}.py" for name in ("guard", "lookup", "query", "value")]
    for path in (*(ROOT / "exports" / "endpoint").glob("*.py"), *readers):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            match node.func:
                case ast.Name(id="RefusalError"):
                    yield from map(literal, node.args[1:3])
                case ast.Name(id="QueryError" | "NotFoundError") if node.args:
                    yield literal(node.args[0])
                    yield from (literal(k.value) for k in node.keywords if k.arg == "remedy")
                case ast.Attribute(attr="_refuse") if len(node.args) == 3:
                    yield from map(literal, node.args[1:])


def test_every_refusal_has_chinese_words() -> None:
    sentences = {text for text in raised() if re.search("[a-z]", text)}
    assert len(sentences) > 40
    assert [text for text in sorted(sentences)
            if not re.search(r"[\u4e00-\u9fff]", translate(text, "zh"))] == []  # fmt: skip


def test_what_a_client_wrote_is_not_translated() -> None:
    assert say("nothing is called 'send one (7)'", "", "zh") == "没有名为 'send one (7)' 的内容"
    assert translate("no class is called {0}{}", "zh") == "没有名为 {0}{} 的类"
    assert translate("nothing is called " + "a" * 2000, "zh").startswith("nothing is called")


@pytest.mark.parametrize(
    ("path", "chinese", "english"),
    [
        ("/id/none", "这里没有这个名称的内容", "there is nothing of that name here"),
        ("/none", "没有这个页面", "there is no such page"),
        ("/sparql?query=SELECT",
         "第 1 行第 7 列：SPARQL 在“SELECT”之后有语法错误：此处应为下列之一",
         "the SPARQL text does not parse"),
        (f"/sparql?query={quote('ASK { SERVICE <urn:x> {} }')}",
         "不允许 SERVICE：查询只用这一版数据",
         "SERVICE is refused: a query never leaves this build"),
        ("/question/none", "没有名为", "no question is called"),
        ("/question/fundz", "（最接近的：", "(nearest: funds"),
        ("/question/compare-numbers?one=x", "还缺参数 other（例如 --one",
         "needs --other (for example"),
        (f"/question/platforms-by-zone?zone={quote('江城大学')}", "应为 Place 类，而 ",
         "takes Place, and "),
        ("/question/numbers-by-year?yera=2021", "（最接近的：year；它的参数：",
         "(nearest: year; it has: "),
    ],
)  # fmt: skip
def test_a_refusal_is_in_the_language_of_its_page(
    reader: Server, path: str, chinese: str, english: str
) -> None:
    for lang, words in (("zh", chinese), ("en", english)):
        page = reader.ask(path + ("&" if "?" in path else "?") + f"lang={lang}", headers=BROWSER)
        found = PROBLEM.search(page.text)
        assert found is not None
        assert words in found[1]
        assert page.status in (400, 404)
    assert english in reader.ask(path).text, "programs are told in English"
