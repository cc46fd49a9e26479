"""A pass-phrase for the demo accounts: made anew at each seeding, printed once, kept nowhere."""

from __future__ import annotations

import secrets

_WORDS = (
    "appel", "bakker", "beker", "berk", "boot", "brug", "buurt", "dijk", "donder", "dorp", "duif", "eend", "emmer",
    "fiets", "fluit", "gans", "geit", "gras", "haven", "hamer", "hekje", "hengel", "herfst", "hond", "kade", "kano",
    "kers", "kievit", "klok", "koek", "kruik", "laars", "ladder", "lamp", "lente", "linde", "maan", "markt", "meer",
    "mees", "molen", "nacht", "noot", "oever", "ooievaar", "otter", "paard", "peer", "plein", "plas", "regen", "riet",
    "sloot", "sluis", "snoek", "sneeuw", "tafel", "tuin", "veer", "vlieg", "vlinder", "water", "wilg", "zwaan",
)  # fmt: skip
_COUNT = 5


def passphrase() -> str:
    """Five Dutch words, 30 bits of chance: easy to type over, enough for made-up data behind a throttle."""
    return "-".join(secrets.choice(_WORDS) for _ in range(_COUNT))
