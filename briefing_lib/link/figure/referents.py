"""Says whom "its", "the country", "the kingdom" and "the two sides" mean."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_lib.link.figure.economies import is_of_kind, lenders
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.lands import AREAS
from briefing_lib.link.figure.named_before import about_two
from briefing_lib.link.figure.told import Context


def pair_of(flow: Flow, one: str, context: Context) -> tuple[str, str]:
    """Return the two that "bilateral" or "the two countries" points at.

    Args:
        flow: the flow.
        one: the economy named beside it, if one is.
        context: what the words around it say.

    >>> from briefing_lib.link.figure.told import NOBODY, Parties
    >>> flow = Flow(0, 5, 0, "trade", "turnover", "pair", "", "", False, "noun")
    >>> pair_of(flow, "", Context([], [], NOBODY, False, Parties("Peru", "Chile", False), [], ""))
    ('Peru', 'Chile')
    """
    here = list(dict.fromkeys(t.name for t in context.named))
    ahead = list(dict.fromkeys(t.name for t in context.named if t.start < flow.at))
    for names in (ahead, here):
        if len(names) >= 2:
            return names[0], names[1]
    around = context.around
    if around and around.voiced and around.speaker and len(here) <= 1:
        told_of = (*here, *(around.nearby if around else ()), *context.earlier)
        if other := first(told_of, around.speaker):
            return around.speaker, other  # "Question: And Peru? - Our two-way trade was $5 million"
    present = list(dict.fromkeys([*here, *(around.present if around else [])]))
    for told in (context.before, context.last):
        if told.reporter and told.partner and not set(present) - {told.reporter, told.partner}:
            return told.reporter, told.partner
    main = context.main
    if about_two(main) and not set(here) - {name for name, _ in main[:2]}:
        return main[0][0], main[1][0]
    if len(present) >= 2:  # "President Mnangagwa told his Zambian host"
        return present[0], present[1]
    near = [name for name in (around.nearby if around else []) if name not in here]
    if len(here) + len(near) == 2:
        one_of_two, other = [*here, *reversed(near)]
        return one_of_two, other
    for told in (context.before, context.last):
        if told.reporter and told.partner:
            return told.reporter, told.partner
    most_named = [name for name, _ in main if len(here) == 1]
    pair = list(dict.fromkeys([*here, *most_named, *context.earlier, *near, *context.seats]))
    if len(pair) >= 2:
        return (pair[0], pair[1]) if here else (pair[1], pair[0])
    return "", ""


def owner(partner: str, ahead: Sequence[str], context: Context) -> str:
    """Return whom "its" means: the first named in the sentence, the subject as a rule, but for the partner.

    Args:
        partner: who is on the other side.
        ahead: the economies named before the flow in its sentence.
        context: what the words around it say.

    >>> from briefing_lib.link.figure.told import NOBODY
    >>> owner("", ["Peru", "Chile"], Context([], [], NOBODY, False, NOBODY, [], ""))
    'Peru'
    """
    before = context.before
    near = (context.home,) if context.home in context.earlier else ()
    if context.epithet and not ahead:  # "THE KINGDOM stopped its oil shipments"
        return country(context.epithet, 0, partner, (), context._replace(epithet=""))
    subjects = context.around.subjects[:1] if context.around and context.previous else []
    names = (
        *ahead, *subjects, *context.previous, before.reporter, before.partner, *near, *context.earlier, context.home,
    )  # fmt: skip
    found = first([name for name in names if name not in lenders()], partner)
    return found or (context.focus.other(partner) if context.focus else "")


def other_of(reporter: str, ahead: Sequence[str], context: Context) -> str:
    """Return whom "the country" means as a partner: the nearest named but for the reporter.

    >>> from briefing_lib.link.figure.told import NOBODY
    >>> other_of("Chile", ["Peru", "Chile"], Context([], [], NOBODY, False, NOBODY, [], ""))
    'Peru'
    """
    before = context.before
    return first((*reversed(ahead), before.partner, before.reporter, *context.earlier, context.home), reporter)


def called(word: str, other: str, ahead: Sequence[str], context: Context) -> str:
    """Return which economy told of "the kingdom" or "the bloc" can mean, the nearest first.

    >>> from briefing_lib.link.figure.told import NOBODY
    >>> called("country:kingdom", "", ["Jordan", "Peru"], Context([], [], NOBODY, False, NOBODY, [], ""))
    'Jordan'
    """
    kind, before = word.partition(":")[2], context.before
    if kind in ("fund", "community", "federal", "peoples"):
        return context.around.body(kind) if context.around else ""
    subjects = context.around.subjects if context.around else ()
    if kind == "that":  # "exports to Peru rose, imports from THAT COUNTRY fell"
        told_of = (*reversed(ahead), before.partner, *context.earlier)
        return first([name for name in told_of if name != context.home], other) or first(told_of, other)
    if kind in AREAS:
        return context.around.place(kind) if context.around else ""
    names = (
        *reversed(ahead), *subjects, before.reporter, before.partner, context.home, *context.earlier,
        *(name for name, _ in context.main), context.group,
    )  # fmt: skip
    return first([name for name in names if name and is_of_kind(name, kind)], other)


def land_of(context: Context) -> str:
    """Return the country that a text is about: if it is about a bloc, the country on the other side."""
    if not context.home or is_of_kind(context.home, ""):
        return context.home
    return context.focus.other(context.home) if context.focus else ""


def country(word: str, word_at: int, partner: str, ahead: Sequence[str], context: Context) -> str:
    """Return whom "the country" means that owns something: whom the paragraph or the document is about.

    Args:
        word: the epithet as it points, "country:" or "country:kingdom".
        word_at: where the flow it owns starts.
        partner: who is on the other side.
        ahead: the economies named before the flow in its sentence.
        context: what the words around it say.

    >>> from briefing_lib.link.figure.told import NOBODY
    >>> country("country:", 0, "", [], Context([], [], NOBODY, False, NOBODY, [], "", home="Peru"))
    'Peru'
    """
    if not word.endswith(":") and (name := called(word, partner, ahead, context)):
        return name
    near = (*context.earlier, context.before.reporter, context.before.partner, context.last.reporter)
    persons = context.around.persons if context.around else ()
    if ahead and not context.subjects and (own := first(persons, partner)):
        return own  # "President Kaunda reopened the line through Rhodesia: copper is the country's"
    gave = context.measure_before in ("aid", "debt", "investment") and context.before.reporter != context.home
    told_of = context.home in near or context.home == context.before.partner
    if not ahead and context.home and gave and told_of and context.home != partner:
        return context.home  # "China lent Ghana $5m. The country's exports"
    if context.around and not ahead and context.around.topic and context.around.topic in near:
        near, home = (context.around.topic,), context.around.topic
    else:
        home = land_of(context)
    named = [t.name for t in context.named if t.start < word_at and t.end - t.start == len(t.name)] if ahead else []
    if home and not ahead and not (context.around and context.around.topic) and home != partner:
        return home
    if home in near and home not in (*ahead, partner) and not named:
        return home
    return owner(partner, ahead, context)


def first(names: Sequence[str], but: str) -> str:
    """Return the first name that is none of nobody's and not ``but``.

    >>> first(("", "Peru", "Chile"), "Peru")
    'Chile'
    """
    return next((name for name in names if name and name != but), "")
