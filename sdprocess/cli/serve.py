"""`sdprocess serveer`, and the serving half of the demo: waitress until Ctrl-C."""

from __future__ import annotations

from argparse import Namespace

from waitress import create_server

from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, WRONG_USE
from sdprocess.cli.world import own_settings, own_world
from sdprocess.services.ports import World
from sdprocess.settings import Settings
from sdprocess.texts.nl import say
from sdprocess.web import create_app

THREADS = 8


def serve(chosen: Namespace) -> int:
    """Show the pages of this installation."""
    settings = own_settings()
    return serve_world(own_world(settings), settings, chosen.host, chosen.port)


def serve_world(world: World, settings: Settings, host: str, port: int) -> int:
    """Serve until Ctrl-C. Says the address first; exit code 2 when the port cannot be had."""
    app = create_app(world, settings)
    try:
        server = create_server(app, host=host, port=port, threads=THREADS, ident="sdprocess")
    except OSError as error:
        complain(say("cli-poort-bezet", port=port, detail=error.strerror or error))
        return WRONG_USE
    print(say("cli-serveert", url=f"http://{host}:{port}"), flush=True)
    server.run()
    print(say("cli-gestopt"))
    return DONE
