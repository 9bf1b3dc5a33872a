"""Known vulnerabilities of pinned versions fail the audit; without a network it says so and passes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import PROJECT

FOLDER = PROJECT / "packaging"
CLEAN = {"name": "numpy", "version": "2.4", "vulns": []}
KNOWN = {
    "name": "pillow",
    "version": "13.0",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1", "GHSA-1"], "fix_versions": ["13.1"]}],
}
UNKNOWN = {"name": "ours", "skip_reason": "Dependency not found"}


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """Give the script a lock of two packages, and the arguments of a call without any."""
    monkeypatch.syspath_prepend(str(FOLDER))
    import audit

    folder = tmp_path / "lock" / audit.lock.name("cpu")
    folder.mkdir(parents=True)
    (folder / "program.txt").write_text(
        "# words\nnumpy==2.4 \\\n    --hash=sha256:00\npillow==13.0 \\\n    --hash=sha256:1\n"
    )
    (folder / "torch.txt").write_text("# words\ntorch==2.13.0\n")
    monkeypatch.setattr(audit.lock, "FOLDER", tmp_path / "lock")
    monkeypatch.setattr(sys, "argv", ["audit.py"])
    yield audit
    for name in ("audit", "lock"):
        sys.modules.pop(name, None)


def _answers(tmp_path: Path, out: str, err: str = "", code: int = 0) -> list[str]:
    """Return a command that answers as pip-audit would, and fails where it is asked after other versions."""
    script = tmp_path / "pip_audit.py"
    script.write_text(
        "import pathlib, sys\n"
        "asked = pathlib.Path(sys.argv[sys.argv.index('-r') + 1]).read_text().split()\n"
        "assert asked == ['numpy==2.4', 'pillow==13.0', 'torch==2.13.0'], asked\n"
        f"print({out!r}); print({err!r}, file=sys.stderr); sys.exit({code})\n"
    )
    return [sys.executable, str(script)]


def _report(*rows: dict[str, Any]) -> str:
    return json.dumps({"dependencies": rows, "fixes": []})


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        ((_report(CLEAN), "", 0), 0, "3 pinned versions looked up, 0 known vulnerabilities."),
        ((_report(CLEAN, KNOWN), "", 1), 1, "pillow 13.0: PYSEC-1 / CVE-1 / GHSA-1, mended in 13.1."),
        ((_report(CLEAN, UNKNOWN), "", 0), 0, "ours was not looked up: Dependency not found."),
        ((_report(UNKNOWN), "", 0), 0, "were not looked up: the service that was asked knows none"),
        (("", "requests.exceptions.ConnectionError: gone", 1), 0, "were not looked up: there is no network"),
    ],
)
def test_the_exit_code_and_a_sentence_tell(
    audit: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: tuple[str, str, int],
    code: int,
    words: str,
) -> None:
    monkeypatch.setattr(audit, "tool", lambda: _answers(tmp_path, *answer))
    assert audit.main() == code
    assert words in capsys.readouterr().out


def test_another_failure_is_none_of_the_network(audit: ModuleType, tmp_path: Path) -> None:
    command = _answers(tmp_path, "", "error: no such option", 2)
    with pytest.raises(SystemExit, match="pip-audit fails: error: no such option"):
        audit.ask(command, ["numpy==2.4", "pillow==13.0", "torch==2.13.0"])


def test_what_is_accepted_is_named_and_does_not_fail(audit: ModuleType) -> None:
    wrong, noted = audit.findings([KNOWN], {"CVE-1": "TIFF is never written."})
    assert wrong == []
    assert noted == ["pillow 13.0: PYSEC-1 / CVE-1 / GHSA-1, mended in 13.1. Accepted: TIFF is never written."]


def test_without_the_tool_and_a_network_it_says_so(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def tool() -> list[str]:
        raise audit.CannotAsk("pip-audit cannot be installed: no route")

    monkeypatch.setattr(audit, "tool", tool)
    assert audit.main() == 0
    assert capsys.readouterr().out == (
        "The 3 pinned versions were not looked up: pip-audit cannot be installed: no route.\n"
    )


def test_without_a_lock_there_is_nothing_to_look_up(audit: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["audit.py", "--edition", "cuda"])
    with pytest.raises(SystemExit, match="run make lock first"):
        audit.main()
