"""Forms for files of proceskaders."""

from __future__ import annotations

from wtforms import FileField

from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, at_most, needed, text_field

MOST_HASH = 200


class WhatIfForm(BaseForm):
    """A changed kader to try."""

    bestand = FileField(
        "Bestand met het proceskader", [needed("web-kaders-bestand")], description=say("web-kaders-yaml")
    )


class KaderFileForm(WhatIfForm):
    """A kader to keep, and the hash it should have."""

    controlegetal = text_field("Controlegetal (sha256)", hint=say("web-kaders-getal"), validators=(at_most(MOST_HASH),))
