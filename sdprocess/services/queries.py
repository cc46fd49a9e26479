"""Every question a page, list or command asks, under one name."""

from __future__ import annotations

from sdprocess.services.queries_advice import advice_page
from sdprocess.services.queries_dossier import document_data, dossier_page
from sdprocess.services.queries_lists import board, my_work
from sdprocess.services.queries_proposal import compare_versions, councillor_page, proposal_page
from sdprocess.services.queries_public import public_list, public_proposal

__all__ = [
    "advice_page",
    "board",
    "compare_versions",
    "councillor_page",
    "document_data",
    "dossier_page",
    "my_work",
    "proposal_page",
    "public_list",
    "public_proposal",
]
