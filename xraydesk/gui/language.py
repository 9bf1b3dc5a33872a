"""What language the window speaks: Qt's translators, and sentences from below the window, which come in English.

Texts of the window are written ``translate("Context", "Text with {placeholders}").format(...)``, so that
``pyside6-lupdate`` finds them (`make translations`). The rooms below know no Qt: what they say, and what the database
keeps of it, is English. `sentence` recognises such a text by its pattern in `messages` and says it in the window's
language; the log file and the tables for other programs stay English.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from xraydesk.errors import XraydeskError
from xraydesk.resources import resource_dir
from xraydesk.settings import LANGUAGES

_NAME = "xraydesk language"

translate = QCoreApplication.translate


def install(app: QApplication, language: str) -> str:
    """Let the window speak a language from the next text on; return the one it speaks, "en" or "de".

    Parameters
    ----------
    app
        Its translators from an earlier call are taken away.
    language
        A key of `settings.LANGUAGES`; empty takes the system's, and English where that has no translation.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    wanted = language or QLocale.system().name()[:2]
    if wanted not in LANGUAGES or wanted == "en":
        return "en"
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{wanted}"),
        (_folder(), f"xraydesk_{wanted}"),
    ):
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if translator.load(name, folder):
            app.installTranslator(translator)
    return wanted


def marked(english: str) -> str:
    """Return a number as Python writes it, "1,204.5", with the marks for thousands and decimals of the language."""
    return english.translate(_marks(number_locale().name()))


def number_locale() -> QLocale:
    """Return the locale of numbers. The translation names it, so that numbers and words are always of one language."""
    return QLocale(translate("Words", "en_US"))


@cache
def _marks(locale_name: str) -> dict[int, str]:
    locale = QLocale(locale_name)
    return str.maketrans({",": locale.groupSeparator(), ".": locale.decimalPoint()})


def _folder() -> str:
    try:
        return str(resource_dir("translations"))
    except XraydeskError:  # an incomplete installation speaks English
        return ""
