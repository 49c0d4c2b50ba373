"""Where the nodes of a network and their labels go: the same place on every run, no label on another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing_lib.view.labels import width_of

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


def layout(weights: np.ndarray, aspect: float = 1.7, rounds: int = 300) -> np.ndarray:
    """Place the nodes of a network by forces: all repel each other, tied ones attract, all fall to the middle.

    Args:
        weights: symmetric matrix, 0 where there is no tie.
        aspect: width of the area over its height.
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
    place = _turned(place - place.mean(0)) * np.array([1.0, 1.0 / aspect])
    low, high = place.min(0), place.max(0)
    return (place - low) / np.where(high - low > 1e-6, high - low, 1) * np.where(high - low > 1e-6, 1, 0) + np.where(
        high - low > 1e-6, 0, 0.5
    )


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
) -> list[str]:
    """Choose the side of its node each label stands on, so that it covers no other label and no node.

    Args:
        place: x and y of each node, from 0 to 1, the more important nodes first: they choose first.
        radii: in pixels.
        names: the labels.
        sizes: widths and heights in pixels the figure may have; a side must be free in all of them.
        height: of a label, in pixels.
        prefer: the sides to try, the best first.

    Returns:
        plotly's ``textposition`` of each label; empty where no side is free.
    """
    widths = [width_of(name) for name in names]
    taken: list[list[tuple[float, float, float, float]]] = []
    nodes = [place * np.array(size) for size in sizes]
    for points in nodes:
        taken.append([(x - r, y - r, x + r, y + r) for (x, y), r in zip(points, radii, strict=True)])
    chosen = []
    for number, (radius, width) in enumerate(zip(radii, widths, strict=True)):
        best = ""
        for side in prefer:
            across, up, right, above = _SIDES[side]
            boxes = []
            for points in nodes:
                x, y = points[number]
                left = x + across * width + right * (radius + 3)
                low = y + up * height + above * (radius + 2)
                boxes.append((left, low, left + width, low + height))
            if all(_free(box, others, number) for box, others in zip(boxes, taken, strict=True)):
                best = side
                for box, others in zip(boxes, taken, strict=True):
                    others.append(box)
                break
        chosen.append(best)
    return chosen


def _free(box: tuple, others: list[tuple], own: int) -> bool:
    left, low, right, high = box
    return not any(
        left < other[2] and other[0] < right and low < other[3] and other[1] < high
        for number, other in enumerate(others)
        if number != own
    )
