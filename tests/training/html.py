"""What every page must be: sound HTML that asks for nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_EMPTY = {"meta", "img", "path", "circle", "rect"}  # elements without a content


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open_tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            self.open_tags.append(tag)
        assert tag not in {"a", "link", "script", "iframe", "object"}
        for name, value in attrs:
            assert name not in {"src", "href", "xlink:href"} or str(value).startswith("data:image/")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            assert self.open_tags.pop() == tag


def assert_stands_alone(page: str) -> None:
    """Check that all elements are closed in their order, that nothing is fetched, and that no figure is "nan"."""
    checker = _Checker()
    checker.feed(page)
    checker.close()
    assert checker.open_tags == []
    assert not re.search(r"https?://|url\(|@import", page)
    assert not re.search(r"\bnan\b", re.sub(r"data:image/\S+", "", page), re.IGNORECASE)
