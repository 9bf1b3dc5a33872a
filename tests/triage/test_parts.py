"""The small parts of a run: queue, rate, scoring thread, picture cache."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from tests.patience import PATIENCE_S
from tests.triage import fakes
from xraydesk.errors import Cancelled, UnreadableImage, XraydeskError
from xraydesk.imaging.radiograph import Radiograph, Window
from xraydesk.triage.decoding import words
from xraydesk.triage.images import ImageCache
from xraydesk.triage.pace import Rate, Stopwatch
from xraydesk.triage.scoring import ScoringThread
from xraydesk.triage.workqueue import WorkQueue


def drain(work: WorkQueue) -> list:
    return list(iter(work.take, None))


def test_work_comes_in_order_of_arrival() -> None:
    assert drain(WorkQueue([("a", 0), ("a", 1), ("b", 0)])) == [("a", 0), ("a", 1), ("b", 0)]


def test_wishes_come_first_and_the_latest_wish_counts() -> None:
    work = WorkQueue([(name, index) for name in "abcd" for index in (0, 1)])
    work.prioritise(["d", "nowhere"])
    work.prioritise(["c", "b"])
    assert work.take() == ("c", 0)
    work.prioritise(["d"])
    assert drain(work) == [("d", 0), ("d", 1), ("a", 0), ("a", 1), ("b", 0), ("b", 1), ("c", 1)]


def test_a_cleared_queue_is_empty() -> None:
    work = WorkQueue([("a", 0)])
    work.clear()
    work.prioritise(["a"])
    assert work.take() is None


def test_the_rate_is_of_the_last_ten_seconds() -> None:
    rate = Rate()
    assert rate.mark(0, now=0.0) is None
    assert rate.mark(10, now=1.0) == pytest.approx(10)
    for second in range(2, 40):
        latest = rate.mark(10 + second, now=float(second))
    assert latest == pytest.approx(1)


def test_the_stopwatch_adds_up_threads() -> None:
    watch = Stopwatch()
    threads = [threading.Thread(target=watch.add, args=("decode", 1.0)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert watch.seconds()["decode"] == 10


def test_a_model_that_is_not_used_is_not_loaded() -> None:
    scoring = ScoringThread({"fake": pytest.fail})
    scoring.close()
    assert not scoring.loaded


def test_calls_run_in_the_scoring_thread() -> None:
    scoring = ScoringThread({"fake": fakes.FakeScorer})
    assert scoring.call("fake", lambda scorer: (scorer.batch_size, threading.current_thread().name)).result() == (
        4,
        "xraydesk-scoring",
    )
    with pytest.raises(ZeroDivisionError):
        scoring.call("fake", lambda scorer: 1 // 0).result()
    scoring.close()


def test_a_call_after_the_end_does_not_wait_for_ever() -> None:
    scoring = ScoringThread({"fake": fakes.FakeScorer})
    scoring.close()
    with pytest.raises(Cancelled):
        scoring.call("fake", lambda scorer: 1).result(timeout=PATIENCE_S)


def test_a_model_that_fails_to_load_tells_every_caller() -> None:
    def factory():
        raise ImportError("no torch")

    scoring = ScoringThread({"fake": factory})
    with pytest.raises(XraydeskError, match="no torch"):
        scoring.call("fake", lambda scorer: 1).result()
    scoring.close()


def test_what_is_no_longer_wanted_is_not_scored() -> None:
    scorer = fakes.FakeScorer()
    scoring = ScoringThread({"fake": lambda: scorer})
    image = np.full((8, 8), 9, np.uint8)
    answers: list[object] = []
    scoring.submit("fake", image, fakes.NOBODY, lambda answer, seconds: answers.append(answer), lambda: False)
    answered = threading.Event()
    scoring.submit("fake", image, fakes.NOBODY, lambda answer, seconds: answered.set(), lambda: True)
    assert answered.wait(PATIENCE_S)
    scoring.close()
    assert scorer.seen == [9]
    assert [type(answer) for answer in answers] == [Cancelled]


def test_error_words_fit_into_a_row() -> None:
    assert words(UnreadableImage("The file is empty", subject="/secret/path")) == "the file is empty"
    assert words(XraydeskError("RLE data is cut short.")) == "RLE data is cut short"


def radiograph(side: int = 100) -> Radiograph:
    return Radiograph(np.zeros((side, side), np.uint8), (Window(128, 256),))


def test_a_picture_is_decoded_once_and_the_oldest_goes_first() -> None:
    loaded: list[str] = []

    def loader(path: Path, frame: int) -> Radiograph:
        loaded.append(path.name)
        return radiograph()

    cache = ImageCache(loader, limit_bytes=25_000)
    films = [fakes.instance(Path(f"/{n}")) for n in "abc"]
    for film in (films[0], films[1], films[0], films[2], films[0], films[1]):
        cache.load(film)
    assert loaded == ["a", "b", "c", "b"]


def test_a_picture_larger_than_the_cache_is_still_shown() -> None:
    cache = ImageCache(lambda path, frame: radiograph(500), limit_bytes=10)
    assert cache.load(fakes.instance(Path("/a"))).rows == 500


def test_two_who_ask_at_once_decode_once() -> None:
    gate, loaded = threading.Event(), []

    def loader(path: Path, frame: int) -> Radiograph:
        loaded.append(path)
        gate.wait(10)
        return radiograph()

    cache, film, got = ImageCache(loader), fakes.instance(Path("/a")), []
    threads = [threading.Thread(target=lambda: got.append(cache.load(film))) for _ in range(4)]
    for thread in threads:
        thread.start()
    gate.set()
    for thread in threads:
        thread.join()
    assert len(loaded) == 1
    assert len({id(picture) for picture in got}) == 1


def test_a_picture_that_cannot_be_read_is_tried_again_next_time() -> None:
    tries: list[int] = []

    def loader(path: Path, frame: int) -> Radiograph:
        tries.append(1)
        raise UnreadableImage("The file is gone")

    cache = ImageCache(loader)
    for _ in range(2):
        with pytest.raises(UnreadableImage):
            cache.load(fakes.instance(Path("/a")))
    assert len(tries) == 2
