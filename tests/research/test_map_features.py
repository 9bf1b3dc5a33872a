"""Films that were scored before features were kept are looked at again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from xraydesk.errors import Cancelled
from xraydesk.research.archive import Archive, name_of
from xraydesk.research.features import Completed, complete
from xraydesk.research.map_data import MapData, map_data
from xraydesk.research.scene import Question, look


@pytest.fixture
def scored(run: Callable[..., tuple[int, str, str]], film_folder: Path) -> Path:
    """Return the folder of films, scored by the tiny model."""
    code, _, errors = run("triage", film_folder)
    assert code in (0, 1), errors
    return film_folder


def data_of(archive: Archive) -> MapData:
    found = map_data(archive, look(archive.load(), Question()))
    assert found is not None
    return found


def forget(archive: Archive) -> None:
    archive.database.write(lambda db: db.execute("DELETE FROM features"))


def test_the_features_are_those_of_the_scoring(installed: Path, scored: Path) -> None:
    with Archive.open(installed) as archive:
        first = data_of(archive)
        assert len(first.images) >= 3
        assert not first.lacking
        forget(archive)
        lacking = data_of(archive).lacking
        assert len(lacking) == len(first.images)
        told: list[float] = []
        found = complete(archive, name_of(archive.cards()[0]), lacking, lambda s: told.append(s) or True, device="cpu")
        again = data_of(archive)
    assert found == Completed(len(lacking), 0)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert [image.key for image in again.images] == [image.key for image in first.images]
    assert again.features == pytest.approx(first.features, abs=2e-3)
    assert np.isfinite(again.features).all()


def test_a_film_that_is_gone_or_was_changed_is_counted(installed: Path, scored: Path) -> None:
    with Archive.open(installed) as archive:
        forget(archive)
        lacking = data_of(archive).lacking
        lacking[0].path.unlink()
        lacking[1].path.write_bytes(lacking[2].path.read_bytes())
        found = complete(archive, name_of(archive.cards()[0]), lacking, device="cpu")
        assert found == Completed(len(lacking) - 2, 2)
        assert {image.key for image in data_of(archive).lacking} == {lacking[0].key, lacking[1].key}


def test_it_can_be_stopped(installed: Path, scored: Path) -> None:
    with Archive.open(installed) as archive:
        forget(archive)
        lacking = data_of(archive).lacking
        with pytest.raises(Cancelled):
            complete(archive, name_of(archive.cards()[0]), lacking, lambda share: False, device="cpu")
        assert len(data_of(archive).lacking) == len(lacking)
