"""Build hook and small command: copies the NL Design System styles into the package when npm is there.

Without npm nothing happens and nothing fails: the pages have a stylesheet of their own. Standard library only, so that
`python hatch_build.py --assets` runs before anything is installed.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # the command line needs no hatchling
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).resolve().parent
VENDOR = Path("sdprocess/web/static/vendor")
TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
COMPONENTS = (
    "alert",
    "button",
    "button-link",
    "data-badge",
    "data-list",
    "form-field",
    "form-field-description",
    "form-field-error-message",
    "form-fieldset",
    "form-label",
    "heading-1",
    "heading-2",
    "heading-3",
    "link",
    "paragraph",
    "radio-button",
    "select",
    "skip-link",
    "table",
    "textarea",
    "textbox",
)
_TOKEN = re.compile(r"^\s*(--[\w-]+):\s*(.+?);\s*$", re.MULTILINE)
_USED = re.compile(r"var\(\s*(--[\w-]+)")
NPM_SECONDS = 300


def used_tokens(definitions: dict[str, str], css: str) -> dict[str, str]:
    """The definitions that `css` needs, with those that they need in turn. Sorted by name."""
    wanted: dict[str, str] = {}
    queue = set(_USED.findall(css))
    while queue:
        name = queue.pop()
        value = definitions.get(name)
        if value is None or name in wanted:
            continue
        wanted[name] = value
        queue.update(_USED.findall(value))
    return dict(sorted(wanted.items()))


def combine(node_modules: Path) -> str:
    """One stylesheet, in the layer `nlds`, so that every rule of the own stylesheet goes before it."""
    parts = [
        (node_modules / f"@utrecht/{name}-css/dist/index.min.css").read_text("utf-8").strip() for name in COMPONENTS
    ]
    css = "\n".join(parts).replace('@charset "UTF-8";', "")
    tokens = dict(_TOKEN.findall((node_modules / TOKENS / "dist/variables.css").read_text("utf-8")))
    lines = "\n".join(f"  {name}: {value};" for name, value in used_tokens(tokens, css).items())
    return f"@layer nlds {{\n:root {{\n{lines}\n}}\n{css}\n}}\n"


def versions(node_modules: Path) -> dict[str, str]:
    """Which version of each copied package stands in the stylesheet."""
    names = [TOKENS, *(f"@utrecht/{name}-css" for name in COMPONENTS)]
    return {n: json.loads((node_modules / n / "package.json").read_text("utf-8"))["version"] for n in names}


def fetch_assets(root: Path = ROOT) -> str:
    """Fill `static/vendor` from the lock. Returns a Dutch sentence; never raises for a missing npm."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is er niet: de pagina's gebruiken alleen de eigen opmaak."
    try:
        subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=root, check=True, capture_output=True, timeout=NPM_SECONDS,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        return "De pakketten van NL Design System zijn niet opgehaald: de pagina's gebruiken alleen de eigen opmaak."
    modules = root / "node_modules"
    target = root / VENDOR
    target.mkdir(parents=True, exist_ok=True)
    (target / "nlds.css").write_text(combine(modules), "utf-8")
    shutil.copyfile(modules / "@utrecht/component-library-css/LICENSE.md", target / "LICENSE.md")
    (target / "versies.json").write_text(json.dumps(versions(modules), indent=2) + "\n", "utf-8")
    return f"NL Design System staat klaar in {VENDOR.as_posix()}."


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore]
    """Takes the vendor styles along in the wheel when they are there or can be made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version
        root = Path(self.root)
        if not (root / VENDOR / "nlds.css").is_file():
            print(fetch_assets(root), file=sys.stderr)  # noqa: T201
        build_data.setdefault("artifacts", []).append(f"{VENDOR.as_posix()}/*")


if __name__ == "__main__":
    if sys.argv[1:] != ["--assets"]:
        sys.exit("Gebruik: python hatch_build.py --assets")
    print(fetch_assets())  # noqa: T201
