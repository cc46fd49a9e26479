"""Where commands get their settings and their world. The only place of the command line that sees the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping

from sdprocess.bootstrap import build
from sdprocess.services.ports import World
from sdprocess.settings import Settings, load_settings


def own_settings(changes: Mapping[str, str] | None = None) -> Settings:
    """The settings of this installation, with `changes` over the environment. Raises InvalidSettings."""
    return load_settings({**os.environ, **(changes or {})})


def own_world(settings: Settings) -> World:
    """The world on the database of these settings, its tables brought up to date first."""
    return build(settings)
