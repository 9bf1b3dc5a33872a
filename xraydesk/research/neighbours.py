"""The neighbours of images for a map: openTSNE's own search, told how far it is and stopped while it goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tell = Callable[[float], None]  # the share done, 0 to 1; raises to stop

_TOLD_EVERY = 256  # questions
_FEW = 1_000  # images below which openTSNE asks for the exact neighbours, in less than a second


def neighbour_search(points: Any, k: int, jobs: int, seed: int, tell: Tell) -> Any:  # noqa: ANN401 - openTSNE has no types
    """Return what openTSNE takes as its way to find ``k`` neighbours of points, shape (n, d)."""
    from openTSNE.nearest_neighbors import Annoy

    if len(points) < _FEW:
        return "auto"

    class Told(Annoy):  # type: ignore[misc]  # as above
        """Asks the same of the same trees; openTSNE makes them in `build` and keeps them as ``index``."""

        @property
        def index(self) -> Any:  # noqa: ANN401 - Annoy's trees
            return self._trees

        @index.setter
        def index(self, trees: Any) -> None:  # noqa: ANN401 - Annoy's trees
            self._trees = None if trees is None else _Counted(trees, len(points), tell)

    return Told(data=points, k=k, metric="euclidean", n_jobs=jobs, random_state=seed)


class _Counted:
    """Annoy's trees; tells how many points were asked for their neighbours."""

    def __init__(self, trees: Any, of: int, tell: Tell) -> None:  # noqa: ANN401 - Annoy has no types
        self._trees, self._of, self._tell = trees, of, tell
        self._asked = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the trees have
        return getattr(self._trees, name)

    def get_nns_by_item(self, *asked: Any, **more: Any) -> Any:  # noqa: ANN401 - as Annoy's own
        """Return the neighbours of a point; raises what ``tell`` raises."""
        if self._asked % _TOLD_EVERY == 0:
            self._tell(min(1.0, self._asked / self._of))
        self._asked += 1
        return self._trees.get_nns_by_item(*asked, **more)
