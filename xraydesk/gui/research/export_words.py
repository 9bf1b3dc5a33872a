"""What can be exported, in the window's language."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.words import figure
from xraydesk.research.export import Exported
from xraydesk.research.multi_reader import Program

TABLES = cast(
    dict[str, str],
    {
        "studies": QT_TRANSLATE_NOOP("Export", "Studies, with what is taken as true"),
        "images": QT_TRANSLATE_NOOP("Export", "Images"),
        "predictions": QT_TRANSLATE_NOOP("Export", "Predictions, image by image"),
        "answers": QT_TRANSLATE_NOOP("Export", "The models' answers, study by study"),
        "verdicts": QT_TRANSLATE_NOOP("Export", "Verdicts, those taken back among them"),
        "findings": QT_TRANSLATE_NOOP("Export", "Answers to single findings"),
        "reference": QT_TRANSLATE_NOOP("Export", "Reference labels and follow-up"),
        "tags": QT_TRANSLATE_NOOP("Export", "Tags of errors"),
        "corrections": QT_TRANSLATE_NOOP("Export", "Corrected labels"),
    },
)
PROGRAMS = cast(
    dict[Program, str],
    {
        "imrmc": QT_TRANSLATE_NOOP("Export", "Multi-reader table for iMRMC (CSV)"),
        "mrmcaov": QT_TRANSLATE_NOOP("Export", "Multi-reader table for MRMCaov (CSV)"),
    },
)


def done(found: Exported) -> str:
    """Return what was written."""
    rows = sum(found.rows.values())
    text = translate("Export", "{files} files with {rows} rows were written to {folder}.")
    return text.format(files=figure(len(found.files)), rows=figure(rows), folder=found.folder)
