"""The command as people run it: another process, its output, its exit code."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from onecity import cli
from tests.servers import oxigraph

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "tests" / "articles" / "b4.txt"
ONECITY = [sys.executable, str(ROOT / "onecity.py")]
COMMANDS = sorted(cli.commands.keys() - {"lexicon"})
PLAIN = {"PATH": "/usr/bin:/bin", "LANG": "C", "LC_ALL": "C"}


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*ONECITY, *map(str, arguments)],
        cwd=cwd,
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def stdout(*arguments: object) -> str:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def first_thing(out: Path) -> str:
    """The slug of some entity of the build."""
    text = "SELECT ?x { ?x a oc:Zone } LIMIT 1"
    rows = stdout("query", "--sparql", text, "--out", out, "-f", "csv").splitlines()
    return rows[1].rpartition("/")[2]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("command") / "out"
    done = run("build", ARTICLE, "--out", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^ +1  articles$", done.stdout, re.M)
    assert str(folder / "network.html") in done.stdout
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_in_two_languages_what_it_does_with_examples(name: str) -> None:
    text = stdout(name, "--help")
    assert re.search(r"[\u4e00-\u9fff]+[^\n]*。", text)
    assert re.search(rf"^  onecity {name}\b", text, re.M)
    assert len(COMMANDS) >= 12


@pytest.mark.parametrize("view", ["schema", "vivo", "skgif"])
def test_a_view_is_written_as_turtle(out: Path, tmp_path: Path, view: str) -> None:
    target = tmp_path / "view.ttl"
    said = stdout("export", "turtle", "--view", view, "--out", out, "--to", target)
    assert said.strip() == str(target)
    assert target.read_text(encoding="utf-8") == stdout(
        "export", "turtle", "--view", view, "--out", out
    )


def test_help_lists_every_command() -> None:
    text = stdout("--help")
    assert {*COMMANDS, "lexicon"} <= set(re.findall(r"^  (\w+)", text, re.M))


def test_help_loads_none_of_the_engines() -> None:
    code = (
        "import sys, onecity;"
        "onecity.cli.main(['--help'], standalone_mode=False);"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    engines = {"networkx", "oxrdflib", "pyoxigraph", "pyrudof", "pyvis", "rdflib", "rjieba"}
    assert engines.isdisjoint(done.stdout.split())


def test_a_mistyped_command_gets_the_nearest() -> None:
    done = run("qurey")
    assert done.returncode == 2
    assert "query" in done.stderr


def test_text_is_utf8_whatever_the_locale(out: Path) -> None:
    names = stdout("query", "--out", out, "--sparql", "SELECT ?n { ?x a oc:Entity; rdfs:label ?n }",
                   "-f", "csv")  # fmt: skip
    assert re.search(r"[\u4e00-\u9fff]{3}", names)


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml", "markdown", "xlsx"])
def test_one_answer_in_every_format(out: Path, form: str, tmp_path: Path) -> None:
    query = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a oc:Statement }"
    stdout("query", "--out", out, "--sparql", query, "--format", form, "--to", tmp_path / "answer")
    answer = (tmp_path / "answer").read_bytes()
    count = str(len((out / "statements.jsonl").read_text(encoding="utf-8").splitlines()))
    assert answer.startswith(b"PK") if form == "xlsx" else count.encode() in answer


def test_a_query_file_and_a_constructed_graph(out: Path, tmp_path: Path) -> None:
    file = tmp_path / "cities.rq"
    file.write_text("CONSTRUCT { ?x a oc:City } { ?x a oc:City }", encoding="utf-8")
    assert "a oc:City" in stdout("query", file, "--out", out, "-f", "turtle")


def test_parameters_are_terms_and_never_text(out: Path) -> None:
    query = "SELECT ?s { ?s rdfs:label ?l FILTER(STR(?l) = $name) }"
    asked = ("query", "--out", out, "--sparql", query, "-f", "csv", "-p")
    assert stdout(*asked, 'name=x") } # " UNION { ?s ?p ?o } FILTER("" = "').strip() == "s"
    done = run("query", "--out", out, "--sparql", "ASK {}", "-p", "name")
    assert done.returncode == 2
    assert "'name' is not NAME=VALUE" in done.stderr


def test_parameters_are_options_of_their_own_name(out: Path) -> None:
    asked = ("query", "things-by-class", "--out", out, "-f", "csv")
    by_option = stdout(*asked, "--kind", "企业", "--lang", "en")
    assert by_option == stdout(*asked, "-p", "kind=Enterprise", "--lang=en")
    assert by_option == stdout(*asked[:2], "--kind=Enterprise", *asked[2:], "--lang", "en")
    assert by_option != stdout(*asked, "--kind", "Park", "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("platform-by-zone",), 6, "is called 'platform-by-zone' (nearest: platforms-by-zone"),
        (("platforms-by-zone", "--zne", "x"), 5, "has no parameter 'zne' (nearest: zone; it has:"),
        (("platforms-by-zone", "--status", "在健"), 6, "of statuses is called '在健' (nearest: "),
        (("platforms-by-zone", "--zone"), 2, "--zone needs a value"),
        (("platforms-by-zone", "荣昌区"), 2, "'荣昌区': give parameters as --name value"),
        (("compare-counts", "--one", "x"), 5, "'compare-counts' needs --other (for example --one"),
        (("quotes-with",), 5, "'quotes-with' needs --word (for example --word 首个)"),
        (("ASK { ?s ?p ?o }",), 5, "this is SPARQL, and the name of a question is asked for"),
        (("x" * 5000,), 6, "no question is called "),
        (("amounts", "--least", "15亿元"), 5, "decimal: '15亿元' (write it as 1500000000)"),
    ],
)
def test_a_slip_in_a_question_is_answered_by_what_is_near(
    out: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = run("query", *arguments, "--out", out)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr


def test_words_are_answered_by_the_question_they_fit(out: Path) -> None:
    done = run("ask", "Which zones have no fund?", "--out", out, "-f", "csv")
    assert done.returncode == 0
    assert done.stdout == stdout(
        "query", "zones-without-fund", "--out", out, "-f", "csv", "--lang", "en"
    )
    assert done.stderr.startswith(
        "Question answered: For which zones is no fund named?\n"
        "The same command: onecity query zones-without-fund --lang en\n"
    )
    sparql = done.stderr[done.stderr.index("SELECT") :]
    assert stdout("query", "--out", out, "-f", "csv", "--sparql", sparql) == done.stdout


def test_words_that_no_question_fits_are_not_answered(out: Path) -> None:
    done = run("ask", "哪些园区的食堂最好吃？", "--out", out)
    assert (done.returncode, done.stdout) == (6, "")
    assert "no saved question fits these words: nothing says what to do with" in done.stderr


def test_questions_are_searched_by_word_and_group() -> None:
    found = stdout("questions", "基金", "--group", "gaps", "-f", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(found)))
    assert {row["group"] for row in rows} == {"gaps"}
    assert {row["name"] for row in rows} >= {"funds-without-amount", "zones-without-fund"}
    done = run("questions", "aliasses")
    assert (done.returncode, "nearest: aliases" in done.stderr) == (6, True)


def test_every_saved_question_is_listed_in_both_languages(out: Path) -> None:
    saved = {path.stem for path in (ROOT / "graph" / "questions").glob("*.rq")}
    for lang in ("zh", "en"):
        listed = stdout("questions", "--lang", lang)
        assert all(re.search(rf"\b{re.escape(name)}\b", listed) for name in saved)


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml",
                                  "graphml", "gexf"])  # fmt: skip
def test_exports_go_to_a_file_or_to_the_terminal(out: Path, name: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert stdout("export", name, "--out", out, "--to", path) == f"{path}\n"
    assert path.read_text(encoding="utf-8") == stdout("export", name, "--out", out)
    if name in ("turtle", "trig"):
        built = out / ("onecity.ttl" if name == "turtle" else "onecity.trig")
        assert path.read_bytes() == built.read_bytes()


def test_csv_goes_to_a_folder(out: Path, tmp_path: Path) -> None:
    stdout("export", "csv", "--out", out, "--to", tmp_path / "tables")
    text = (tmp_path / "tables" / "nodes.csv").read_text(encoding="utf-8")
    assert next(csv.reader(io.StringIO(text)))[:3] == ["id", "label", "class"]
    done = run("export", "csv", "--out", out)
    assert (done.returncode, "give --to FOLDER" in done.stderr) == (7, True)


def test_the_page_can_be_drawn_again(out: Path, tmp_path: Path) -> None:
    stdout("network", "--out", out, "--to", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == (out / "network.html").read_bytes()


def test_verify_and_validate_find_nothing(out: Path) -> None:
    assert "as they were built" in stdout("verify", out)
    assert "0 violations" in stdout("validate", "--out", out)


def test_verify_names_the_damaged_file(out: Path, tmp_path: Path) -> None:
    stdout("build", ARTICLE, "--out", tmp_path / "out")
    turtle = (tmp_path / "out" / "onecity.ttl").resolve()
    turtle.write_bytes(turtle.read_bytes()[:-1] + b" ")
    done = run("verify", tmp_path / "out")
    assert done.returncode == 8
    assert re.search(r"^onecity: .*onecity\.ttl: the file was changed", done.stderr)


def test_diff_of_a_build_with_itself_is_empty(out: Path) -> None:
    assert stdout("diff", out, out).startswith("0 removed, 0 added, ")


def test_the_lexicon_goes_to_a_sheet_and_back(tmp_path: Path) -> None:
    assert " cues\n" in stdout("lexicon", "export", tmp_path / "cues.tsv", "--kind", "KnownName")
    assert stdout("lexicon", "import", tmp_path / "cues.tsv").startswith("0 added, 0 changed")
    (tmp_path / "cues.tsv").write_text("id\tform\n", encoding="utf-8")
    assert stdout("lexicon", "import", tmp_path / "cues.tsv").startswith("0 added, 0 changed")
    done = run("lexicon", "import", tmp_path / "none.tsv")
    assert (done.returncode, "none.tsv: cannot be read" in done.stderr) == (4, True)


def test_evaluation_prints_figures_and_json() -> None:
    gold = ARTICLE.with_name("b4.gold.tsv")
    assert "relation" in stdout("evaluate", gold)
    assert json.loads(stdout("evaluate", gold, "--json"))


def test_an_endpoint_answers_as_the_build_does(out: Path, tmp_path: Path) -> None:
    stdout("export", "nquads", "--all", "--out", out, "--to", tmp_path / "all.nq")
    with oxigraph(tmp_path / "all.nq", tmp_path) as url:
        for asked in (["query", "zones", "-f", "csv"], ["show", "id:" + first_thing(out)]):
            assert stdout(*asked, "--endpoint", url) == stdout(*asked, "--out", out)
    done = run("query", "zones", "--endpoint", url)
    assert (done.returncode, done.stdout) == (10, "")
    assert done.stderr == (
        f"onecity: {url}: cannot be reached (check the URL and that the server runs)\n"
    )


def test_an_endpoint_without_our_graph_is_told_from_an_empty_answer(tmp_path: Path) -> None:
    (tmp_path / "other.nq").write_text("<x:a> <x:b> <x:c> .\n", encoding="utf-8")
    with oxigraph(tmp_path / "other.nq", tmp_path) as url:
        done = run("show", "重庆", "--endpoint", url)
        assert done.returncode == 10
        assert "answers from a default graph that holds no statement" in done.stderr
        free = stdout("query", "--sparql", "ASK { <x:a> ?p ?o }", "--endpoint", url)
        assert free.endswith("true\n")


def test_a_closed_pipe_is_no_error(out: Path) -> None:
    command = " ".join([*ONECITY, "export", "nquads", "--out", str(out), "| head -n 1"])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}; echo code $?"],
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "code 0"


def interrupt(arguments: list[str], wait: Callable[[], object]) -> tuple[int, str, float]:
    """Start the command, send Ctrl-C when ``wait`` is over; exit code, messages, time it took."""
    with subprocess.Popen(
        [*ONECITY, *arguments],
        env=PLAIN,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    ) as process:
        wait()
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=30)
        return process.returncode, messages, time.monotonic() - begun


def test_ctrl_c_ends_a_query_at_once(out: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    code, messages, took = interrupt(
        ["query", "--out", str(out), "--sparql", endless], partial(time.sleep, 1.5)
    )
    assert code in (-signal.SIGINT, 130)
    assert "Traceback" not in messages
    assert took < 2


def test_ctrl_c_ends_a_build_and_leaves_nothing(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    text = ARTICLE.read_text(encoding="utf-8")
    for number in range(40):
        (articles / f"n{number}.txt").write_text(text * 20, encoding="utf-8")

    def until_it_writes() -> None:
        while not any((tmp_path / "out").glob("builds/.draft-*")):
            time.sleep(0.05)

    code, messages, took = interrupt(
        ["build", str(articles), "--out", str(tmp_path / "out"), "--workers", "1"], until_it_writes
    )
    assert code == 130
    assert "Traceback" not in messages
    assert took < 5
    assert list((tmp_path / "out" / "builds").iterdir()) == []
    assert not os.path.lexists(tmp_path / "out" / "current")
