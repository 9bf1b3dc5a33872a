"""The columns of every exported table: the data dictionary.

What happens to many patients' studies in one moment, as an import or a model's run, would tell by its date how far each
patient's dates were moved: such columns are only there where names are not hidden.
"""

from __future__ import annotations

from xraydesk.research.tables import Column, Kind

_LOCAL = "local time of the site"
_UTC = "UTC"
_MOVED = " Without names, all dates of one patient are moved back by the same number of whole weeks."
_STUDY = Column("study", Kind.TEXT, "The study: its StudyInstanceUID or folder, or a pseudonym")
_IMAGE = Column("image", Kind.TEXT, "The image: hash of its file, or a pseudonym; the same for the same file")
_FRAME = Column("frame", Kind.WHOLE, "Frame within the file, from 0")
_MODEL = (
    Column("model", Kind.TEXT, "Name of the model"),
    Column("model_version", Kind.TEXT, "Its version"),
    Column("model_sha256", Kind.TEXT, "SHA-256 of its weights"),
)
_NUMBER = Column("number", Kind.WHOLE, "Number of the row; of the log where names are not hidden")
_AT = Column("at", Kind.MOMENT, "When it was written", _UTC, identifying=True)
_WRITTEN = (_NUMBER, _AT, Column("author", Kind.TEXT, "Who wrote it, or a pseudonym"), _STUDY)
_FILM = (_IMAGE, _FRAME)

STUDIES = (
    _STUDY,
    Column("patient", Kind.TEXT, "The patient: issuer and number, or a pseudonym; empty where the header has none"),
    Column("folder", Kind.TEXT, "The folder it was last seen in, or a pseudonym"),
    Column("taken", Kind.MOMENT, "Study date and time of the header, else arrival of the file." + _MOVED, _LOCAL),
    Column("first_seen", Kind.MOMENT, "When the desk first saw it", _UTC, identifying=True),
    Column("age_years", Kind.DECIMAL, "Age; without names 90 stands for all above 89", "years"),
    Column("sex", Kind.TEXT, "Patient's Sex (0010,0040)", values="F, M, O"),
    Column("body_part", Kind.TEXT, "Body Part Examined (0018,0015), as the header has it"),
    Column("view", Kind.TEXT, "View Position (0018,5101)"),
    Column("manufacturer", Kind.TEXT, "Manufacturer (0008,0070)"),
    Column("modality", Kind.TEXT, "Modality (0008,0060)"),
    Column("images", Kind.WHOLE, "How many images it has"),
    Column("truth", Kind.WHOLE, "What is taken as true by the chosen standard; empty: not known",
           values="1 abnormal, 0 normal"),
    Column("truth_contradicted", Kind.YES_NO, "Whether the sources or readers of the standard said both"),
)  # fmt: skip
IMAGES = (
    _STUDY,
    Column("place", Kind.WHOLE, "Which image of the study, from 0"),
    _IMAGE,
    _FRAME,
    Column("readable", Kind.YES_NO, "Whether the file could be read"),
    Column("path", Kind.TEXT, "The file", identifying=True),
    Column("problem", Kind.TEXT, "Why the file could not be read", identifying=True),
)
PREDICTIONS = (
    *_MODEL,
    _STUDY,
    Column("place", Kind.WHOLE, "Which image of the study, from 0"),
    _IMAGE,
    _FRAME,
    Column("label", Kind.TEXT, "Which output of the model"),
    Column("logit", Kind.DECIMAL, "Output before calibration", "logits"),
    Column("probability", Kind.DECIMAL, "Calibrated probability by the calibration that holds at this site",
           values="0 to 1"),
    Column("distance", Kind.DECIMAL, "Distance from the training films, in the unit of the model's gate"),
    Column("refusal", Kind.TEXT, "Why the gate refused the image; empty where it did not"),
    Column("at", Kind.MOMENT, "When the model answered", _UTC, identifying=True),
)  # fmt: skip
ANSWERS = (
    *_MODEL,
    _STUDY,
    Column("heard", Kind.TEXT, "How far the model came", values="judged, refused, never asked"),
    Column("score", Kind.DECIMAL, "Highest calibrated probability of the first label over the images", values="0 to 1"),
    Column("band", Kind.TEXT, "Band by the operating points that hold at this site",
           values="likely abnormal, uncertain, low probability, not assessed"),
    Column("called_abnormal", Kind.YES_NO, "Whether the score reaches the default operating point; empty: not judged"),
    Column("threshold", Kind.DECIMAL, "The default operating point", values="0 to 1"),
    Column("driver", Kind.WHOLE, "Place of the image that gave the score"),
    Column("distance", Kind.DECIMAL, "Distance of that image from the training films"),
)  # fmt: skip
VERDICTS = (
    _NUMBER,
    Column("at", Kind.MOMENT, "When it was given." + _MOVED, _UTC),
    Column("reader", Kind.TEXT, "Who gave it, or a pseudonym"),
    _STUDY,
    Column("matched", Kind.YES_NO, "Whether the study is in the table of studies with one of the films judged"),
    Column("answer", Kind.TEXT, "The verdict on the study", values="abnormal, normal, unsure"),
    Column("confidence", Kind.WHOLE, "How sure", values="1 a guess to 5 certain"),
    Column("rating", Kind.WHOLE, "Answer and confidence as one scale",
           values="1 surely normal, 6 unsure, 11 surely abnormal"),
    Column("model_shown", Kind.YES_NO, "Whether the model's answer was in sight"),
    Column("stage", Kind.TEXT, "before: model hidden; after: model in sight, by a reader who had answered before; "
           "with: model in sight from the start", values="before, after, with"),
    Column("replaced", Kind.YES_NO, "Whether the same reader gave a later verdict of the same stage"),
    Column("taken_back", Kind.YES_NO, "Whether its reader took it back; such verdicts count nowhere"),
    Column("taken_back_at", Kind.MOMENT, "When." + _MOVED, _UTC),
    Column("seconds", Kind.DECIMAL, "How long the study was in sight before the answer: not behind the lock, in "
           "another room of the program or with the window put away", "s"),
    *_MODEL[::2],
    Column("band", Kind.TEXT, "Band in the list at that moment"),
    Column("score", Kind.DECIMAL, "The model's score at that moment", values="0 to 1"),
    Column("images", Kind.WHOLE, "How many films it was given on"),
    Column("comment", Kind.TEXT, "What the reader wrote", identifying=True),
)  # fmt: skip
FINDINGS = (
    Column("verdict", Kind.WHOLE, "Number of the verdict"),
    Column("reader", Kind.TEXT, "Who gave it, or a pseudonym"),
    _STUDY,
    Column("finding", Kind.TEXT, "Which finding or scale of grades"),
    Column("answer", Kind.TEXT, "What was said of it", values="present, absent, unsure, or a grade"),
    Column("confidence", Kind.WHOLE, "How sure of it", values="1 a guess to 5 certain"),
)
REFERENCE = (
    *_WRITTEN,
    Column("source", Kind.TEXT, "Where it comes from: follow-up, or the name of a table or its pseudonym"),
    Column("label", Kind.TEXT, "Which finding; empty: normal or not"),
    Column("value", Kind.DECIMAL, "1 or 0, or a grade; empty: what this source said before was taken back"),
    Column("holds", Kind.YES_NO, "Whether it is the last word of its source"),
    Column("note", Kind.TEXT, "What was noted", identifying=True),
)
TAGS = (
    *_WRITTEN,
    *_FILM,
    Column("tag", Kind.TEXT, "Kind of error; a tag of the site's own has a pseudonym"),
    Column("removed", Kind.YES_NO, "Whether this row takes the tag away"),
)
CORRECTIONS = (
    *_WRITTEN,
    *_FILM,
    Column("label", Kind.TEXT, "Which label; empty: normal or not"),
    Column("given", Kind.DECIMAL, "What it was"),
    Column("proposed", Kind.DECIMAL, "What it should be"),
    Column("removed", Kind.YES_NO, "Whether this row takes the proposal back"),
    Column("reason", Kind.TEXT, "Why", identifying=True),
)
