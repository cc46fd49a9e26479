"""The form with which somebody says what kind of proposal this is."""

from __future__ import annotations

from wtforms import SelectField

from sdprocess.services.proposal_kind import MAX_REASON
from sdprocess.services.views import ProposalPage
from sdprocess.web.fields import area_field, at_most, needed
from sdprocess.web.forms.dossier import RevisionForm


class KindForm(RevisionForm):
    """Another kind, with the reason."""

    soort = SelectField("Soort voorstel", validate_choice=False, default="")
    waarom = area_field(
        "Waarom is het deze soort?",
        hint="Dit blijft bij het dossier staan.",
        validators=(needed("voorstelsoort-reden"), at_most(MAX_REASON)),
        rows=2,
    )

    def offer(self, view: ProposalPage) -> None:
        """The kinds to choose from; the one in force is chosen unless another was sent."""
        self.soort.choices = list(view.kinds)
        profile = view.assessment.kind_profile
        if profile and not self.soort.data:
            self.soort.data = profile.kind
