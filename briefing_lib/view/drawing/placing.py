"""Where the nodes of a network and their labels go: the same place on every run, no label on another."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from briefing_lib.view.drawing.labels import width_of

# Side of the node its label stands on, and where its box begins: shares of the label's width and height, and
# of the node's radius.
_SIDES = {
    "middle right": (0.0, -0.5, 1.0, 0.0),
    "middle left": (-1.0, -0.5, -1.0, 0.0),
    "top center": (-0.5, 0.0, 0.0, 1.0),
    "bottom center": (-0.5, -1.0, 0.0, -1.0),
    "top right": (0.0, 0.0, 0.6, 0.6),
    "bottom right": (0.0, -1.0, 0.6, -0.6),
    "top left": (-1.0, 0.0, -0.6, 0.6),
    "bottom left": (-1.0, -1.0, -0.6, -0.6),
}


def layout(weights: np.ndarray, rounds: int = 300) -> np.ndarray:
    """Place the nodes of a network by forces: all repel each other, tied ones attract, all fall to the middle.

    Args:
        weights: symmetric matrix, 0 where there is no tie.
        rounds: steps of the simulation.

    Returns:
        x and y of each node, from 0 to 1.

    >>> layout(np.zeros((1, 1)))
    array([[0.5, 0.5]])
    """
    number = len(weights)
    if number < 2:
        return np.full((number, 2), 0.5)
    angle = np.arange(number) * 2.399963  # the golden angle: neighbours in the list start far apart
    place = np.sqrt((np.arange(number) + 0.5) / number)[:, None] * np.c_[np.cos(angle), np.sin(angle)]
    pull = np.sqrt(weights / weights.max()) if weights.max() > 0 else weights
    ideal = 1.5 / np.sqrt(number)
    for heat in np.linspace(0.25, 0.004, rounds):
        apart = place[:, None, :] - place[None, :, :]
        distance = np.sqrt((apart**2).sum(-1)) + 1e-9
        force = ideal**2 / distance**2 - pull * distance / ideal
        move = (apart * force[:, :, None]).sum(1) - place * 0.6
        length = np.sqrt((move**2).sum(-1, keepdims=True)) + 1e-9
        place = place + move / length * np.minimum(length, heat)
    place = _turned(place - place.mean(0))
    low, high = place.min(0), place.max(0)
    flat = high - low < 1e-6
    place = np.where(flat, 0.5, (place - low) / np.where(flat, 1, high - low))
    # Ranks pull apart what is dense and draw in what is far off: half of each gives the picture its air.
    ranks = place.argsort(0, kind="stable").argsort(0, kind="stable") / (number - 1)
    return np.where(flat, 0.5, (place + ranks) / 2)


def _turned(place: np.ndarray) -> np.ndarray:
    """Turn the longest extent of the network to the horizontal, its first node to the left and above."""
    _, axes = np.linalg.eigh(place.T @ place)
    place = place @ axes[:, ::-1]
    return place * np.where(place[0] > 0, -1, 1) * np.array([1, -1])


def spread(place: np.ndarray, radii: Sequence[float], size: tuple[float, float], gap: float = 6) -> np.ndarray:
    """Push nodes apart that overlap.

    Args:
        place: x and y of each node, from 0 to 1.
        radii: in pixels.
        size: width and height of the area in pixels.
        gap: least distance between two nodes, in pixels.
    """
    pixels, radius = place * np.array(size), np.asarray(radii, dtype=float)
    least = radius[:, None] + radius[None, :] + gap
    for _ in range(80):
        apart = pixels[:, None, :] - pixels[None, :, :]
        distance = np.sqrt((apart**2).sum(-1)) + 1e-6
        short = np.where(distance < least, (least - distance) / 2, 0)
        np.fill_diagonal(short, 0)
        if not short.any():
            break
        pixels = pixels + (apart / distance[:, :, None] * short[:, :, None]).sum(1)
    return pixels / np.array(size)


def sides(
    place: np.ndarray,
    radii: Sequence[float],
    names: Sequence[str],
    sizes: Sequence[tuple[float, float]],
    height: float = 15,
    prefer: Sequence[str] = tuple(_SIDES),
    margin: tuple[float, float] = (math.inf, math.inf),
) -> list[str]:
    """Choose the side of its node each label stands on, so that it covers no other label and no node.

    Args:
        place: x and y of each node, from 0 to 1, the more important nodes first: they choose first.
        radii: in pixels.
        names: the labels.
        sizes: widths and heights in pixels the figure may have; a side must be free in all of them.
        height: of a label, in pixels.
        prefer: the sides to try, the best first.
        margin: how far labels may reach over the area, to the sides and above or below, in pixels.

    Returns:
        plotly's ``textposition`` of each label; empty where no side is free.
    """
    widths = [width_of(name) for name in names]
    nodes = [place * np.array(size) for size in sizes]
    taken = [[(x - r, y - r, x + r, y + r) for (x, y), r in zip(points, radii, strict=True)] for points in nodes]
    frames = [(-margin[0], -margin[1], w + margin[0], h + margin[1]) for w, h in sizes]
    chosen = []
    for number, (radius, width) in enumerate(zip(radii, widths, strict=True)):
        best = ""
        for side in prefer:
            boxes = [_box(side, points[number], radius, width, height) for points in nodes]
            free = (
                _within(box, frame) and not any(_overlap(box, other) for n, other in enumerate(others) if n != number)
                for box, frame, others in zip(boxes, frames, taken, strict=True)
            )
            if all(free):
                best = side
                for box, others in zip(boxes, taken, strict=True):
                    others.append(box)
                break
        chosen.append(best)
    return chosen


Box = tuple[float, float, float, float]


def _box(side: str, node: np.ndarray, radius: float, width: float, height: float) -> Box:
    across, up, right, above = _SIDES[side]
    left = float(node[0]) + across * width + right * (radius + 3)
    low = float(node[1]) + up * height + above * (radius + 2)
    return left, low, left + width, low + height


def _within(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _overlap(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
