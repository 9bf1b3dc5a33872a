"""Every failure a person can meet, each with what happened, to which file, and what to do.

Rooms raise these; `cli` and `gui` show ``str(error)`` and nothing else. A traceback goes to the log file only.
No message carries what a header says of a patient. A path may: on screen it stands for whoever opened the folder; in
the log file neither paths nor an error's own words are written (`log_file.Discreet`).
"""

from __future__ import annotations

from pathlib import Path


class XraydeskError(Exception):
    """A failure with a sentence for the person in front of the screen.

    Parameters
    ----------
    what
        What happened, as a clause without a full stop: "The file is empty".
    subject
        The file, folder or thing it happened to.
    remedy
        What the person can do about it, as a clause: "Ask for the image to be sent again".
    """

    def __init__(self, what: str, *, subject: str | Path | None = None, remedy: str = "") -> None:
        self.what = what
        self.subject = None if subject is None else str(subject)
        self.remedy = remedy
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Return the whole message: what, to which file, what to do."""
        where = f" ({self.subject})" if self.subject else ""
        todo = f" {self.remedy}." if self.remedy else ""
        return f"{self.what}{where}.{todo}"


class UnreadableImage(XraydeskError):
    """The file should hold an image and cannot be decoded: truncated, damaged, unknown compression."""


class NotARadiograph(XraydeskError):
    """The file is a sound image that is no radiograph: colour secondary capture, CT, a report."""


class ImageTooLarge(UnreadableImage):
    """The header announces more pixels than any radiograph has, or more than the file can hold."""


class FolderError(XraydeskError):
    """The folder cannot be read: missing, no permission, not a folder, vanished."""


class BundleError(XraydeskError):
    """A model bundle is refused: wrong hash, truncated, wrong shapes, unknown architecture."""


class UnknownModel(XraydeskError):
    """No installed model has the name that was asked for."""


class DeviceError(XraydeskError):
    """The computing device asked for is not there or failed."""


class StoreError(XraydeskError):
    """The database cannot be opened or written."""


class NewerDatabase(StoreError):
    """The database was written by a newer xraydesk."""


class UpgradeRefused(StoreError):
    """The database is of an older xraydesk and could not be brought to the present version; it is as it was."""


class DiskFull(StoreError):
    """No space is left where xraydesk keeps its files."""


class SettingsError(XraydeskError):
    """The settings file cannot be read or holds a value that makes no sense."""


class MachineSettingsError(XraydeskError):
    """The administrator's settings of this machine cannot be used, so that nothing begins."""

    def __init__(self, what: str, *, subject: str | Path, remedy: str, faults: tuple[str, ...]) -> None:
        super().__init__(what, subject=subject, remedy=remedy)
        self.faults = faults  # all of them, as clauses


class SetForThisMachine(XraydeskError):
    """The command line, or a variable, asks for other than what the administrator has locked on this machine."""


class SignInRefused(XraydeskError):
    """Name and password do not open an account, or it may not do what was asked."""

    wait_s = 0.0  # until the next password is heard


class PromotionRefused(XraydeskError):
    """A version of a model may not be put in use, or not without more words."""


class TrainingError(XraydeskError):
    """A training run cannot start or go on."""


class Cancelled(XraydeskError):
    """The person stopped the work; what was done stays."""

    def __init__(self) -> None:
        super().__init__("Stopped; what was done is kept")
