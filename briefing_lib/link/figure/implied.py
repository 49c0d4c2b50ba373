"""Says what a number is of that only the verb and the text before it tell: what was received, how goods fared.

"American aid has grown. Honduras RECEIVED $229 million", "Exports rose. Coffee DID BADLY, falling 17 per cent",
"Japan was THE LEADING DESTINATION with $1.1 billion".
"""

from __future__ import annotations

import re

from briefing_lib.link.figure.economies import Token, tokens
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.measured import masses, money
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.scene import Scene
from briefing_lib.link.figure.told import Context, Parties
from briefing_lib.tables import Quantity

RECEIVED = "received"  # scope of a gift whose subject is who gets it
ROLE = "role"  # scope of what a market or source is told to have taken
_WITH = re.compile(r"\bwith\s+(?:(?:some|about|nearly|over|almost|another)\s+)?$")
_BACK = 500  # characters of its paragraph in which a gift is spoken of
_HEAD = 40  # characters from the head of a sentence in which its goods stand
_LEAST = 1e5  # a sum below is nobody's aid
# "Honduras RECEIVED $229 million", "Jamaica IS GETTING $155 million", "and Guatemala $96 million" goes on
_RECEIVES = re.compile(
    r"\b(?:received|receives?|gets?|got|getting|receiving|was\s+given|were\s+given|obtained|was\s+promised|were\s+promised)\s+"
    r"(?:(?:about|some|only|just|nearly|almost|over|another|more\s+than|a\s+further|a\s+record|up\s+to)\s+)*$"
)
_GIFTS = re.compile(
    r"\b(?:(?:economic|military|food|budget|development|foreign|humanitarian)\s+(?:aid|assistance|support)|aid\b|assistance|grants?|donors?|relief|"
    r"famine|refugees|appeal)\b"
)
_OF_GOODS = re.compile(
    r"\s+(?:worth\s+)?of\s+[a-z]|\s+(?:in|from)\s+(?:sales|exports|wages|taxes|revenue|fees|tolls|rent)\b"
)
# "Coffee DID BADLY, falling 17 per cent", "Wine SLIPPED 2 per cent", "Cotton did better: it was up 22 per cent"
_FARED = re.compile(
    r"(?:\s+(?:and|,)\s+[a-z-]+){0,2}(?:\s+(?:products|goods|equipment|machinery|parts|volumes|items|articles|wares))?,?\s+"
    r"(?:(?:also|too|alone|again|however|by\s+contrast|meanwhile)\b,?\s*)*"
    r"(?:did|fared|went|was|were|slipped|fell|rose|grew|dropped|declined|increased|climbed|jumped|gained|lost|shrank|contracted|expanded|"
    r"tumbled|surged|edged|advanced|recovered|slid|dipped|plunged|soared|came)\b"
)
# "Electronic PRODUCTS slipped 0.8%": goods that no lexicon has
_WARES = re.compile(
    r"(?:[A-Z][a-z-]+\s+)(?:[a-z-]+\s+(?:and\s+)?){0,4}?(?:products|goods|equipment|machinery|parts|volumes|appliances|garments)"
)
_ROLE_WITH = re.compile(
    r"\b(?:(?P<export>destination|market|customer|buyer|outlet|client|purchaser)|(?P<import>supplier|source|seller))s?\b"
    r"(?:\s+(?:of|for)\s+[^,;.\d]{3,40})?,?\s+(?:with|at|taking)\s+(?:(?:some|about|nearly|over|almost)\s+)?$"
)


# "LNG VOLUMES declined to 1.9 million tonnes", "THE VOLUME SHIPPED rose by"
_VOLUME = re.compile(r"(?:The\s+)?(?:[\w-]+\s+){0,2}?(?:[Vv]olumes?|[Qq]uantit(?:y|ies)|[Tt]onnage)\b[^,;.]{0,60}")


def implied(scene: Scene, quantity: Quantity, near: Told | None, before: Flow | None) -> Flow | None:
    """Return the flow of a number that its verb and the text before it imply, or None.

    Args:
        scene: its sentence.
        quantity: the number.
        near: the figure before it in its paragraph, if it is near.
        before: the flow of the figure before it in its sentence.
    """
    if quantity.change:
        return _fared(scene, quantity, near)
    traded = near is not None and near.flow.measure == "trade" and near.flow.flow in ("export", "import")
    if near and traded and quantity.unit in masses() and _VOLUME.match(scene.text, scene.start, quantity.start):
        return _same(near, quantity, "")
    if quantity.unit not in money() or abs(quantity.value) < _LEAST:
        return None
    at = quantity.start
    low = max(scene.start, at - 60)
    if _RECEIVES.search(scene.text, low, at) and not _OF_GOODS.match(scene.text, quantity.end):
        first = max(scene.text.rfind("\n", 0, scene.start) + 1, scene.start - _BACK)
        if near is not None and near.flow.measure == "aid" or _GIFTS.search(scene.text, first, at):
            return _hint(at, "aid", "")._replace(scope=RECEIVED)
    if before is not None and before.scope == ROLE and _WITH.search(scene.text, low, at):
        return before._replace(start=at, end=at, at=at)
    role = _ROLE_WITH.search(scene.text, max(scene.start, at - 90), at) if near is None else None
    return _hint(at, "trade", role.lastgroup or "")._replace(scope=ROLE) if role else None


def _fared(scene: Scene, quantity: Quantity, near: Told | None) -> Flow | None:
    """Return the flow told just before where goods are the subject of a change: those of the same exports."""
    if near is None or near.flow.measure != "trade" or near.flow.flow not in ("export", "import"):
        return None
    if quantity.unit != "percent" or scene.position - near.sentence > 1:
        return None
    if _VOLUME.match(scene.text, scene.start, quantity.start):
        return _same(near, quantity, "")
    goods = _goods(scene)
    if goods is None or goods.end > quantity.start:
        return None
    return _same(near, quantity, goods.name)


def _same(near: Told, quantity: Quantity, goods: str) -> Flow:
    """Return the flow told before as that of a number: goods of another kind go to all the world."""
    at, flow = quantity.start, near.flow
    other = bool(goods) and flow.commodity not in ("", goods)
    return flow._replace(
        start=at, end=at, at=at, kind="hint", weak=False, needs_goods=False, commodity=goods or flow.commodity,
        reporter="", partner="", scope="whole" if other else "",
    )  # fmt: skip


def _goods(scene: Scene) -> Token | None:
    """Return the goods that are the subject of a sentence, or None."""
    wares = _WARES.match(scene.text, scene.start, scene.end)
    if wares and _FARED.match(scene.text, wares.end(), scene.end):
        return Token(wares.start(), wares.end(), "goods", "")
    found = tokens(scene.text, scene.start, min(scene.end, scene.start + _HEAD), ())
    first = next((t for t in found if t.kind in ("goods", "noun", "verb")), None)
    if first is None or first.kind != "goods" or len(scene.text[scene.start : first.start].split()) > 1:
        return None
    return first if _FARED.match(scene.text, first.end, scene.end) else None


def _hint(at: int, measure: str, flow: str) -> Flow:
    return Flow(at, at, at, measure, flow, "", "", "", False, "hint")


def receiving(context: Context) -> Parties:
    """Return who receives a gift, and who gives it where the text has told it.

    Args:
        context: what the words around the gift say.

    >>> from briefing_lib.link.figure.told import NOBODY
    >>> before = Parties("Peru", "Cuba", True)
    >>> receiving(Context([], ["Haiti"], before, True, NOBODY, [], "", measure_before="aid"))[:2]
    ('Haiti', 'Cuba')
    """
    one = context.subjects[-1] if context.subjects else context.home
    before = context.before
    told = (before.partner, before.reporter) if context.measure_before == "aid" else ()
    topic = context.around.topic if context.around else ""
    donors = [name for name in (*told, topic, context.home) if name and name != one]
    return Parties(one, donors[0] if donors else "", True)
