"""Images that come into an open folder join its studies.

An image keeps its place in its study: what readers look at, draw on and wait for is known by that place. So images
are put behind those that are there, whatever their number, until the folder is opened anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from xraydesk.imaging.study import Instance, Study
from xraydesk.triage.workqueue import Item

WRITTEN_ANEW = "The file was written anew and now holds another image"
Places = dict[Path, list[Item]]  # where the images of a file stand


@dataclass(frozen=True, slots=True)
class Joined:
    """What has become of the studies."""

    studies: dict[str, Study] = field(default_factory=dict)  # those that are new or have changed, as they are now
    fresh: list[Item] = field(default_factory=list)  # images to be judged: new ones, and those written anew

    def grown(self, study_id: str, before: int) -> bool:
        """Tell whether a study of so many images only got more, none of the old ones being written anew."""
        return all(index >= before for name, index in self.fresh if name == study_id)


def places_of(studies: Iterable[Study]) -> Places:
    """Return where the images of each file stand."""
    places: Places = {}
    for study in studies:
        for index, instance in enumerate(study.instances):
            places.setdefault(instance.path, []).append((study.study_id, index))
    return places


def join(studies: Mapping[str, Study], places: Places, arrived: Iterable[Study]) -> Joined:
    """Return the studies with what has arrived.

    A file written anew takes the places of its old images; where it holds another study now, those stay in sight with
    `WRITTEN_ANEW`, for nobody may take the new film for the old patient's.

    Parameters
    ----------
    studies
        Those of the folder, by id.
    places
        Of their images; new ones are added.
    arrived
        Studies that hold the new images only.
    """
    joined, arrived = Joined(), list(arrived)
    old = {place for study in arrived for instance in study.instances for place in places.get(instance.path, ())}
    for study in arrived:
        now = list(_instances(study.study_id, joined, studies))
        for instance in study.instances:
            index = _index(now, instance)
            now[index : index + 1] = [instance]  # in place of its older self, else behind the last
            place = (study.study_id, index)
            if place not in old:
                places.setdefault(instance.path, []).append(place)
            old.discard(place)
            joined.fresh.append(place)
        joined.studies[study.study_id] = Study(study.study_id, tuple(now))
    for study_id, index in sorted(old):
        now = list(_instances(study_id, joined, studies))
        now[index] = replace(now[index], problem=WRITTEN_ANEW)
        joined.studies[study_id] = Study(study_id, tuple(now))
        joined.fresh.append((study_id, index))
    return joined


def _instances(study_id: str, joined: Joined, studies: Mapping[str, Study]) -> tuple[Instance, ...]:
    study = joined.studies.get(study_id) or studies.get(study_id)
    return () if study is None else study.instances


def _index(instances: list[Instance], wanted: Instance) -> int:
    """Return where this picture of this file stands; behind the last where it does not."""
    same = (n for n, i in enumerate(instances) if (i.path, i.frame) == (wanted.path, wanted.frame))
    return next(same, len(instances))
