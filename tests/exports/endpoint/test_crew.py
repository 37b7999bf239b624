"""Serving goes on: while builds are published, workers die, and the server is told to end."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from exports.endpoint.colleague import clock_of
from exports.endpoint.crew import SPARE
from exports.endpoint.worker import GONE
from exports.publish import current, publish
from tests.exports.endpoint.conftest import (
    ROOT,
    TOKEN,
    Response,
    Server,
    Starter,
    await_query,
    children,
    make_build,
    stop,
    write_build,
)
from tests.exports.endpoint.test_attacks import ATTACKS, begin

MARKS = "SELECT ?mark { ?part <urn:mark> ?mark }"


def marks(server: Server) -> tuple[str, list[str]]:
    answer = server.query(MARKS)
    assert answer.status == 200, answer.text
    rows = json.loads(answer.body)["results"]["bindings"]
    return answer.headers["X-OneCity-Build"], [row["mark"]["value"] for row in rows]


def test_every_answer_is_of_one_build_while_others_are_published(
    serve: Starter, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    names = {make_build(out, "0").name: "0"}
    server = serve(out)
    answers: list[tuple[str, list[str]]] = []
    failures: list[Exception] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                answers.append(marks(server))
            except Exception as error:
                failures.append(error)

    clients = [threading.Thread(target=ask) for _ in range(3)]
    for client in clients:
        client.start()
    for number in range(1, 5):
        names[make_build(out, str(number)).name] = str(number)
        time.sleep(0.2)
    time.sleep(0.5)
    done.set()
    for client in clients:
        client.join()
    assert failures == []
    assert {mark for _, found in answers for mark in found} >= {"0", "4"}
    for build, found in answers:
        assert found == [names[build]] * 2
    assert len(names) == 5


def test_a_long_query_ends_on_the_build_it_began_on(serve: Starter, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = make_build(out, "0")
    server = serve(out, "--timeout", "60")
    slow = (
        "SELECT (SAMPLE(?mark) AS ?m) (COUNT(*) AS ?n) { ?x <urn:mark> ?mark . "
        "{ SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 1500000 } }"
    )
    results = []
    client = threading.Thread(target=lambda: results.append(server.query(slow)))
    client.start()
    await_query(server)
    second = make_build(out, "1")
    assert first.folder.is_dir()
    assert marks(server) == (second.name, ["1", "1"])
    client.join()
    (row,) = json.loads(results[0].body)["results"]["bindings"]
    assert results[0].headers["X-OneCity-Build"] == first.name
    assert row["m"]["value"] == "0"


def test_a_failed_build_leaves_the_last_one_served(serve: Starter, tmp_path: Path) -> None:
    build = make_build(tmp_path / "out", "0")
    server = serve(tmp_path / "out")

    def fail(folder: Path) -> dict[str, object]:
        write_build(folder, "1")
        raise RuntimeError("half a build")

    with pytest.raises(RuntimeError):
        publish(tmp_path / "out", fail)
    assert marks(server) == (build.name, ["0", "0"])


def test_no_server_starts_without_a_whole_build(tmp_path: Path) -> None:
    from tests.test_command import run

    done = run("serve", "--out", tmp_path / "none")
    assert (done.returncode, "no build is here" in done.stderr) == (8, True)
    build = make_build(tmp_path / "out").folder
    for path in (build / "store").glob("*.log"):
        path.write_bytes(b"")
    manifest = build / "manifest.json"
    manifest.write_text(re.sub(r'"quads": \d+', '"quads": 7', manifest.read_text()))
    done = run("serve", "--out", tmp_path / "out", "--port", 0)
    assert done.returncode == 8
    assert re.search(r"the store has \d+ quads, not 7", done.stderr)


def test_workers_that_die_are_replaced(serve: Starter, out: Path) -> None:
    server = serve(out)
    for _ in range(3):
        killed = server.workers()
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        while set(killed) & set(server.workers()):
            time.sleep(0.05)
        time.sleep(0.3)  # the server hears of each; the next query replaces those it knows of
        answer = server.query("ASK {}")
        assert answer.status == 200, answer.text
    await_spares(server)
    (nursery,) = children(server.process.pid)
    os.kill(nursery, signal.SIGKILL)
    time.sleep(0.2)
    assert server.query("ASK {}").status == 200
    await_spares(server)


def await_spares(server: Server) -> None:
    """Wait until as many workers are there as is wanted; nobody asks for one in between."""
    deadline = time.monotonic() + 20
    while len(server.workers()) < SPARE:
        assert time.monotonic() < deadline, f"{len(server.workers())} workers"
        time.sleep(0.05)


def test_workers_wait_ready(serve: Starter, out: Path) -> None:
    assert len(serve(out).workers()) >= SPARE


def test_what_is_no_longer_fresh_is_stopped_until_it_may_go_on(serve: Starter, out: Path) -> None:
    def is_stopped(pid: int) -> bool:
        with suppress(OSError):
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"
        return False

    server = serve(out, "--timeout", "4")
    attack = ATTACKS["count of a cross product"]
    clients = [threading.Thread(target=begin, args=(server, attack)) for _ in range(20)]
    for client in clients:
        client.start()
    stopped = 0
    while any(client.is_alive() for client in clients):
        stopped = max(stopped, sum(is_stopped(pid) for pid in server.workers()))
        time.sleep(0.02)
    assert stopped > 0
    assert server.query("ASK {}").status == 200
    assert not any(is_stopped(pid) for pid in server.workers())


def test_a_long_query_that_the_system_ends_is_not_repeated(serve: Starter, out: Path) -> None:
    server = serve(out, "--timeout", "60")
    results: list[Response] = []
    client = threading.Thread(
        target=lambda: results.append(begin(server, ATTACKS["count of a cross product"]))
    )
    client.start()
    await_query(server, 0.6)
    for pid in server.workers():
        os.kill(pid, signal.SIGKILL)
    client.join(timeout=20)
    (answer,) = results
    assert answer.status == 503
    assert answer.text == "the system ended the query (ask for less at once)\n"


def test_the_processor_time_of_another_process_is_known() -> None:
    clock = clock_of(os.getpid())
    sum(range(3_000_000))
    assert abs(time.clock_gettime(clock) - time.process_time()) < 0.05
    with pytest.raises(ProcessLookupError):
        clock_of(2**22 + 1)


#: A nursery whose first worker cannot be made.
NURSERY = """
import os, sys
from exports.endpoint import nursery
fork = os.fork
def fail():
    os.fork = fork
    raise BlockingIOError
os.fork = fail
nursery.open_nursery(int(sys.argv[1]), sys.argv[2])
"""


def test_a_system_without_room_for_a_worker_is_survived(out: Path, tmp_path: Path) -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-c", NURSERY, str(theirs.fileno()), str(tmp_path)]
    with subprocess.Popen(command, pass_fds=[theirs.fileno()], cwd=ROOT), ours:
        theirs.close()
        ours.settimeout(60)
        order = {"build": str(current(out)), "copy": "", "memory": 1 << 30, "behind": 0}
        hellos, told = [], []
        for number in (1, 2):
            channel, end = socket.socketpair()
            with channel:
                with end:
                    message = json.dumps(order | {"number": number}).encode()
                    socket.send_fds(ours, [message], [end.fileno()])
                channel.settimeout(60)
                hellos.append(b"isolated" in channel.recv(4096))
            told.append(json.loads(ours.recv(4096)))
        assert told == [{"number": 1, "code": GONE}, {"number": 2, "code": 0}]
        assert hellos == [False, True]
        assert tmp_path.is_dir(), "the server's folder stays as long as the server"


def test_a_server_that_is_killed_leaves_nobody_behind(
    serve: Starter, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # where no other server leaves anything
    server = serve(out, "--timeout", "60")

    def attack() -> None:
        with suppress(OSError, http.client.HTTPException):
            begin(server, next(iter(ATTACKS.values())))

    client = threading.Thread(target=attack)
    client.start()
    await_query(server)
    workers = server.workers()
    assert list(tmp_path.glob("onecity-*"))
    server.process.kill()
    server.process.wait()
    client.join()
    for _ in range(300):
        left = list(tmp_path.glob("onecity-*"))
        if not left and not any(Path(f"/proc/{pid}").exists() for pid in workers):
            return
        time.sleep(0.1)
    pytest.fail("workers outlive their server")


def test_what_runs_may_end_when_the_server_is_told_to(serve: Starter, out: Path) -> None:
    server = serve(out)
    results = []
    slow = "SELECT (COUNT(*) AS ?n) { SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 600000 }"
    quick = threading.Thread(target=lambda: results.append(server.query(slow).status))
    quick.start()
    await_query(server, 0.1)
    begun = time.monotonic()
    assert stop(server) == 0
    quick.join()
    assert results == [200]
    assert time.monotonic() - begun < 10


def test_what_never_ends_is_broken_off(serve: Starter, out: Path) -> None:
    server = serve(out, "--timeout", "60")
    results: list[object] = []

    def attack() -> None:
        try:
            results.append(begin(server, next(iter(ATTACKS.values()))).status)
        except (OSError, http.client.HTTPException) as error:
            results.append(error)

    client = threading.Thread(target=attack)
    client.start()
    await_query(server)
    begun = time.monotonic()
    assert stop(server) == 0
    client.join()
    assert results == [503]
    assert "Traceback" not in server.log.read_text()
    assert time.monotonic() - begun < 10, "it drains for no more than 5 s"


def test_updates_survive_a_worker_and_never_touch_the_build(
    serve: Starter, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text(TOKEN)
    server = serve(out, "--updates", "--token-file", str(tmp_path / "token"), "--timeout", "1")
    assert server.update("INSERT DATA { <urn:kept> <urn:p> 1 }").status == 204
    assert begin(server, next(iter(ATTACKS.values()))).status == 503
    endless = "INSERT { <urn:lost> ?b ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    assert server.update(endless).status == 503
    for name, expected in (("kept", "true"), ("lost", "false")):
        answer = server.query(f"ASK {{ <urn:{name}> ?p ?o }}", "text/csv")
        assert answer.text == expected
    assert stop(server) == 0
    again = serve(out)
    assert again.query("ASK { <urn:kept> ?p ?o }", "text/csv").text == "false"


def test_a_token_must_be_hard_to_guess(tmp_path: Path) -> None:
    from tests.test_command import run

    (tmp_path / "token").write_text("short\n")
    done = run("serve", "--updates", "--token-file", tmp_path / "token")
    assert (done.returncode, "16 characters or more" in done.stderr) == (3, True)
    assert run("serve", "--updates").returncode == 2


def test_an_address_in_use_is_named(server: Server, out: Path) -> None:
    from tests.test_command import run

    done = run("serve", "--out", out, "--port", server.port)
    assert done.returncode == 7
    assert f"127.0.0.1:{server.port}: cannot listen" in done.stderr


def test_the_log_has_the_id_of_a_response_and_no_query(server: Server) -> None:
    answer = server.query("ASK { <urn:secret> ?p ?o }")
    name = answer.headers["X-Request-Id"]
    log = ""
    for _ in range(100):
        log = server.log.read_text()
        if name in log:
            break
        time.sleep(0.1)
    assert re.search(rf"{name} GET /sparql 200 \d+ ms", log)
    assert "urn:secret" not in log


def test_the_least_memory_is_enough_to_answer(serve: Starter, out: Path) -> None:
    from tests.test_command import run

    assert serve(out, "--memory", "768").query("SELECT * { ?s ?p ?o } LIMIT 9").status == 200
    assert run("serve", "--out", out, "--memory", 767).returncode == 2
