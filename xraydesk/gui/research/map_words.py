"""What the map says in words: of one image, of many, of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.gui import bands, words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research.map_groups import true_word, verdict_word
from xraydesk.gui.shared.figure_words import decimal
from xraydesk.gui.shared.gallery_items import GalleryItem

if TYPE_CHECKING:
    from xraydesk.research.image_map import Layout
    from xraydesk.research.map_data import MapData, MapImage


def answer_line(image: MapImage) -> str:
    """Return what the model says: "0.94, Likely abnormal", or the band alone."""
    band = bands.look(image.band).word
    return band if image.score is None else f"{words.probability(image.score)}, {band}"


def lines(image: MapImage) -> tuple[str, ...]:
    """Return what stands below an image in the gallery, the most important first."""
    return (
        answer_line(image),
        translate("MapWords", "Readers: {word}").format(word=verdict_word(image.verdict)),
        translate("MapWords", "Reference: {word}").format(word=true_word(image.truth)),
    )


def detail(image: MapImage, data: MapData) -> str:
    """Return all that is known of an image, a line each."""
    found = [*lines(image)]
    kind = ", ".join(part for part in (image.body_part.capitalize(), image.view) if part)
    found += [kind] if kind else []
    if image.distance is not None:
        text = translate("MapWords", "Distance from the training films {distance}, limit {limit}")
        found.append(text.format(distance=decimal(image.distance), limit=decimal(data.limit)))
    found += [words.sentence(said(image.reason))] if image.reason else []
    return "\n".join(found)


def item(image: MapImage, row: int) -> GalleryItem:
    """Return an image for the gallery; its key is its row in the data."""
    return GalleryItem(row, image.study_id, image.folder, image.path, image.key[1], lines(image))


def about(data: MapData, layout: Layout) -> str:
    """Return what the map is made of and how to read it."""
    made = layout.embedding
    texts = [
        translate(
            "MapWords",
            "{images}, {model}. t-SNE (perplexity {perplexity}, divergence {kl}) of {count} principal components that "
            "carry {share} % of the variance. Neighbours look alike to the model; distances between far groups mean "
            "little.",
        ).format(
            images=words.images(len(data.images)),
            model=data.model,
            perplexity=decimal(made.perplexity, 0),
            kl=decimal(made.kl),
            count=words.figure(made.components.explained.size),
            share=decimal(100 * layout.explained, 0),
        )
    ]
    new = int(layout.placed.sum())
    if new:
        text = translate("MapWords", "{images} came later and were placed on it; they have a rim.")
        if new == 1:
            text = translate("MapWords", "{images} came later and was placed on it; it has a rim.")
        texts.append(text.format(images=words.images(new)))
    if layout.note:
        texts.append(said(layout.note))
    return " ".join(texts)


def lacking(data: MapData) -> str:
    """Return that images are missing on the map; "" where none is."""
    count = len(data.lacking)
    if not count:
        return ""
    text = translate("MapWords", "{images} were scored before features were kept and are not on the map.")
    if count == 1:
        text = translate("MapWords", "{images} was scored before features were kept and is not on the map.")
    return text.format(images=words.images(count))
