"""Words to look for, as researchers write them: ``sanction*``, ``no limits``."""

from __future__ import annotations

import re

_GENITIVE = r"(?:[’']s?)?"


def query_pattern(query: str) -> re.Pattern[str]:
    r"""Return the pattern of a query: ``*`` stands for any letters, capitals and genitives do not count.

    Args:
        query: a word or several; an empty one finds nothing.

    >>> query_pattern("sanction*").findall("Sanctions, sanctioned, unsanctioned")
    ['Sanctions', 'sanctioned']
    >>> query_pattern("no limits").findall("“No\nlimits”")
    ['No\nlimits']
    >>> query_pattern("lima plan").findall("Lima’s plan")
    ['Lima’s plan']
    """
    words = [re.sub("[’']", "['’]", re.escape(word).replace(r"\*", r"\w*")) for word in query.split()]
    between = _GENITIVE + r"\s+"
    return re.compile(rf"(?<!\w){between.join(words)}(?!\w)" if words else r"(?!)", re.IGNORECASE)
