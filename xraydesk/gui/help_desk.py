"""The Help menu: the guide, keys, identity, what the models are for, the log, about the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, qVersion
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from xraydesk import __version__
from xraydesk.errors import SettingsError
from xraydesk.gui import theme
from xraydesk.gui.guide_desk import GuideDesk
from xraydesk.gui.keys_dialog import KeysDialog
from xraydesk.gui.language import translate
from xraydesk.gui.log_sheet import LogSheet
from xraydesk.gui.machine_lock import lock_menu
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.models_page import ModelsPage
from xraydesk.gui.shortcuts import CheatSheet
from xraydesk.settings import LANGUAGES, THEMES, Settings, change_settings
from xraydesk.triage.listing import Counts

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow
    from xraydesk.triage.desk import ModelCard

AS_LEFT, HIDDEN, SHOWN = "as left", "hidden", "shown"


class HelpDesk(QObject):
    """Fills the menu of the bar's Help button, and opens what is chosen there."""

    def __init__(self, window: MainWindow, data_dir: Path) -> None:
        super().__init__(window)
        self._window = window
        self._data_dir = data_dir
        self.menu = QMenu(window.top.help)
        self.menu.setAccessibleName(translate("HelpDesk", "Help"))
        window.top.help.setMenu(self.menu)
        self.guide = GuideDesk(window)
        self._offer(translate("HelpDesk", "User guide"), self.guide.open, "Shift+F1")
        self._offer(translate("HelpDesk", "Show the keys"), self.show_keys, "?")
        self._offer(translate("HelpDesk", "Change keys …"), self.change_keys)
        self.menu.addSeparator()
        hide = translate("HelpDesk", "Hide who the patients are")
        self.hide = self._offer(hide, window.read.identity.toggle, "Ctrl+H", checkable=True)
        begin = translate("HelpDesk", "Hide identity at start")
        self.begin = self._offer(begin, lambda: self._keep_identity(HIDDEN, self.begin), checkable=True)
        remember = translate("HelpDesk", "Remember at the next start whether they are hidden")
        self.remember = self._offer(remember, lambda: self._keep_identity(AS_LEFT, self.remember), checkable=True)
        lock_menu("identity", self.menu, self.begin, self.remember)
        self.languages = self._offer_languages()
        self.themes = self._offer_themes()
        self.menu.addSeparator()
        self._offer(translate("HelpDesk", "What the models are for …"), self.show_models)
        self._offer(translate("HelpDesk", "Log and report for support …"), self.show_log)
        self._offer(translate("HelpDesk", "About xraydesk …"), self.show_about)
        self.page = ModelsPage(window)
        self.page.done.connect(self._has_read)
        window.pages.addWidget(self.page)
        self._back: QWidget = window.start
        self.menu.aboutToShow.connect(self._tick)

    def open(self) -> None:
        """Open the menu below its button, to be walked with the arrow keys."""
        button = self._window.top.help
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def show_keys(self) -> None:
        """Show the cheat sheet."""
        CheatSheet(self._window.keymap.keys, self._window).show_centred()

    def change_keys(self) -> None:
        """Open the page on which keys are changed."""
        keymap, data = self._window.keymap, self._data_dir
        self._open(KeysDialog(keymap, lambda keys: change_settings(data, keys=keys), self._window))

    def greet(self) -> None:
        """Show what the models are for, unless it was read before."""
        if self._window.link.desk is not None and not self._window.session.greeted:
            self.show_models()

    def turn_to(self, page: QWidget) -> None:
        """Show a page: behind what the models are for, as long as that waits to be read for the first time."""
        if self._behind:
            self._back = page
        else:
            self._window.pages.setCurrentWidget(page)

    @property
    def turned_to(self) -> QWidget | None:
        """The page on screen, or the one that comes when the first page is read."""
        return self._back if self._behind else self._window.pages.currentWidget()

    @property
    def _behind(self) -> bool:
        return self._window.pages.currentWidget() is self.page and not self._window.session.greeted

    def show_models(self) -> None:
        """Say what each installed model is for and not for."""
        from xraydesk.triage import support  # late, here and below: the window must not wait for what is seldom asked

        pages = self._window.pages
        if pages.currentWidget() is not self.page:
            self._back = pages.currentWidget() or self._back
        self.page.show_models(self._cards(), support.places(self._data_dir))
        pages.setCurrentWidget(self.page)
        self.page.read.setFocus()

    def show_log(self) -> None:
        """Open the end of the log."""
        self._open(LogSheet(self._data_dir, self.report, self._window.read.identity.hidden, self._window))

    def show_about(self) -> None:
        """Open the versions and licences of all parts."""
        from xraydesk.gui.licence_sheet import AboutSheet
        from xraydesk.triage import support

        title = translate("HelpDesk", "About xraydesk")
        words = translate("HelpDesk", "xraydesk {version}, licence Apache-2.0. Research use. Not a diagnosis.")
        text = "\n".join(map(said, support.about(self._cards()).split("\n")))
        self._open(AboutSheet(title, words.format(version=__version__), text, self._window))

    def report(self) -> str:
        """Return the report for support."""
        from xraydesk.triage import support

        desk = self._window.link.desk
        counts = Counts() if desk is None else desk.worklist.counts()
        device = "" if desk is None else desk.device_words
        return support.report(self._data_dir, self._cards(), counts, device, screen_words(self._window))

    def _cards(self) -> list[ModelCard]:
        from xraydesk.triage import models

        desk = self._window.link.desk
        return models.cards(self._data_dir) if desk is None else desk.models()

    def _has_read(self) -> None:
        self._window.session.set_greeted()
        self._window.pages.setCurrentWidget(self._back)
        if self._back is self._window.read:
            self._window.read.worklist.table.setFocus()

    def _keep_identity(self, choice: str, action: QAction) -> None:
        """Write how the next start begins: names hidden, or as this window ends; with names where neither is ticked."""
        try:
            change_settings(self._data_dir, identity=choice if action.isChecked() else SHOWN)
        except SettingsError as error:
            self._window.curtain.say(error_sentence(error))

    def _offer_languages(self) -> QActionGroup:
        """Add the languages, each under its own name: who cannot read this one must find theirs."""
        as_system = translate("HelpDesk", "As the system")
        names = {language: name if language else as_system for language, name in LANGUAGES.items()}
        next_start = translate(
            "HelpDesk",
            "The window speaks this language from the next start on. / Ab dem nächsten Start in dieser Sprache.",
        )
        return self._offer_choice("language", translate("HelpDesk", "Language / Sprache"), names, next_start)

    def _offer_themes(self) -> QActionGroup:
        words = (
            translate("HelpDesk", "Dark, for the reading room"),
            translate("HelpDesk", "Light, for a bright room"),
            translate("HelpDesk", "As the system"),
        )
        next_start = translate("HelpDesk", "The window has these colours from the next start on.")
        names = dict(zip(THEMES, words, strict=True))
        return self._offer_choice("theme", translate("HelpDesk", "Colours of the window"), names, next_start)

    def _offer_choice(self, setting: str, title: str, names: Mapping[str, str], next_start: str) -> QActionGroup:
        """Add the values of a setting by their names; one that is chosen is written, and holds from the next start."""
        menu = self.menu.addMenu(title)
        group = QActionGroup(menu)
        for value, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        lock_menu(setting, menu, *group.actions())
        group.triggered.connect(lambda action: self._keep(next_start, **{setting: action.data()}))
        return group

    def _keep(self, next_start: str, **chosen: str) -> None:
        try:
            change_settings(self._data_dir, **chosen)
        except SettingsError as error:
            self._window.curtain.say(error_sentence(error))
        else:
            self._window.curtain.say(next_start)

    def _tick(self) -> None:
        """Show what is so now, and the keys as they are now."""
        settings = Settings.load(self._data_dir)
        for group, chosen in ((self.languages, settings.language), (self.themes, settings.theme)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)
        self.hide.setChecked(self._window.read.identity.hidden)
        self.begin.setChecked(settings.identity == HIDDEN)
        self.remember.setChecked(settings.identity == AS_LEFT)
        locked = self._window.entrance.locked
        for action in (self.begin, self.remember):
            action.setEnabled("identity" not in locked)
        self.languages.setEnabled("language" not in locked)
        self.themes.setEnabled("theme" not in locked)
        for action in self.menu.actions():
            own = action.data()
            if own:
                words = action.text().partition("\t")[0]
                action.setText(f"{words}\t{self._window.keymap.key_of(own)}")

    def _offer(self, text: str, call: Callable[[], object], key: str = "", *, checkable: bool = False) -> QAction:
        """Add a line; ``key`` is the program's own key for it, shown beside as what it is now."""
        action = self.menu.addAction(text)
        action.setData(key)
        action.setCheckable(checkable)
        action.triggered.connect(lambda _=False: call())
        return action

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def screen_words(window: QWidget) -> dict[str, str]:
    """Return what support asks about the screens: the platform, each screen's size and scale, the window's size."""
    screens = {
        f"Screen {number}": f"{screen.size().width()} x {screen.size().height()} at scale {screen.devicePixelRatio():g}"
        for number, screen in enumerate(QGuiApplication.screens(), start=1)
    }
    return {
        "Qt": f"{qVersion()}, platform {QGuiApplication.platformName()}",
        **screens,
        "Window": f"{window.width()} x {window.height()}",
        "Theme": theme.current().name,
    }
