"""The command ``onecity serve``."""

from __future__ import annotations

from pathlib import Path

import click

from exports.option import PATH, build_option

__all__ = ["serve"]


@click.command()
@build_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True,
              help="Port to listen on; 0 for any that is free.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(0.1, 3600), default=10, show_default=True,
              help="Seconds that a query may take.")  # fmt: skip
@click.option("--memory", type=click.IntRange(768), default=1024, show_default=True,
              help="Megabytes that a query may use.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 64), default=8, show_default=True,
              help="Long queries that run at once.")  # fmt: skip
@click.option("--updates", is_flag=True,
              help="Take updates, on a copy that is gone when the server ends.")  # fmt: skip
@click.option("--token-file", type=PATH, help="File with the token that an update must bring.")
def serve(out: Path, host: str, port: int, timeout: float, memory: int, workers: int,
          updates: bool, token_file: Path | None) -> None:  # fmt: skip
    """Serve a build as web pages and as a SPARQL endpoint.
    以网页和 SPARQL 接口提供查询。

    It listens on this machine only and changes nothing; a new build is served as soon as it is
    there. Open the address that it prints, or ask by the SPARQL 1.1 Protocol at /sparql.

    \b
    onecity serve
    onecity serve --out region --port 8000 --timeout 30
    curl 'http://127.0.0.1:7878/question/funds?format=csv'
    """
    if updates != (token_file is not None):
        raise click.UsageError("--updates and --token-file FILE go together")
    from exports.endpoint.crew import Rules
    from exports.endpoint.server import read_token
    from exports.endpoint.server import serve as run

    def announce(address: str, build: str, isolated: bool) -> None:
        click.echo(f"onecity: build {build} at {address}")
        if not isolated:
            click.echo("onecity: this system lets workers keep their network", err=True)

    rules = Rules(timeout, memory << 20, workers, updates)
    run(out, host, port, rules, read_token(token_file) if token_file else "", announce)
