"""Lines that belong to the page and not to the piece: menus, counters, calls to subscribe, jumps to other pages."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon

_LONGEST = 220
_WEB = re.compile(
    # '© The Paper 2023', 'Follow us on', 'Share via Email', 'Copy link', 'Loading'
    r"(?:©|\(c\)\s*\d{4}|copyright\b|follow (?:us|him|her|@)|click here|share (?:this|on|via|by|with)\b.{0,60}$"
    r"|copy (?:the )?link\b|all rights reserved|loading\b|cookies?\b.{0,40}(?:accept|policy)|(?:#\s*){2,}$|-30-$"
    r"|this is a rush transcript|this (?:copy|transcript) (?:may|has) not|[*–—-]*\s*\(?ends?\)?\s*[*–—-]*$"
    r"|(?:[*_=–—-]\s*){3,}$"
    r"|(?:embargo|for immediate release(?!.*\b\d{4}$)|not for (?:publication|broadcast))\b"
    # 'Filed under: Pacific', 'In this article: Denmark', 'Related Subjects Vietnam'
    r"|for the information of the (?:media|press)\b|(?:key ?words|tag(?:s|ged)?|filed under|topics|categor(?:y|ies)"
    r"|in this article"
    r"|posted in|labels?|more on|related (?:subjects|topics|tags))\s*:|related subjects\b.{0,80}$"
    r"|(?:[A-Z]{1,4}/[\w./()-]{3,30}\s+\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{4}\s+[A-Z]{1,4}/[\w./()-]{3,30})$"
    r"|(?:read|see|show|view|load|hear|watch) (?:all|more|(?:the )?(?:full|original) \w+|comments)\b.{0,60}$"
    r"|download\b.{0,40}$|the (?:views"
    r"|opinions) expressed\b"
    # '« Back to Pacific', '← Previous', 'Return to list'
    r"|(?:[«‹←<]+\s*)?(?:back|return) to (?:the )?\w+.{0,30}$|[«‹←]\s*\w[^.!?]{0,60}$"
    # '+ FOLLOW', 'Why you can trust us', 'Video: Laos opens a railway', 'Text size: A A A'
    r"|\+\s*\w+$|why (?:you can )?trust (?:us|the|our|\w+)\b.{0,30}$|(?:video|audio|podcast"
    r"|gallery)\s*:.{3,100}$"
    r"|(?:text|font) size\b.{0,20}$|if you (?:enjoyed|liked|like|value)\b.{0,120}$"
    r"|this article (?:first )?appeared\b.{0,140}$"
    r"|register (?:now|here|today|for)\b.{0,80}$"
    r"|e-?mail (?:the |us|me|your )[^.!?]{0,60}\S+@\S+$"
    # '4 MIN READ', 'Reading time: 4 minutes', 'Comments (14)', '7 Comments', '12 shares', '41', '[1/3]', 'Page 1 of 7'
    r"|\d{1,3}[ -]?min(?:ute)?s?\.?(?:[ -](?:read|listen|watch))?$|(?:estimated |average )?reading time\b.{0,30}$"
    r"|(?:comments?|replies|shares?|likes|views|responses)\s*[(\[:]?\s*\d[\d.,]*k?[)\]]?$"
    r"|\d[\d.,]*k? (?:comments?|replies|shares?|likes|views|responses|reactions)$|\[?\d{1,2}\s*/\s*\d{1,2}\]?$"
    r"|(?:page|p\.)\s*[A-Z]?-?\d{1,3}(?: of \d+)?$|list (?:\d+ )?of \d+(?: items)?$|end of list$"
    # 'See PERU, A14, Col. 3', 'Turn to WHEAT, Page 4', '(Continued from Page A1)', 'Leading article, page 15'
    r"|\(?(?:please )?(?:see|turn to) [^.!?]{2,40}, (?:p(?:age|\.|g\.)? ?)?[A-Z]?-?\d{1,3}(?:,? col(?:umn"
    r"|\.)? ?\d+)?\.?\)?$"
    r"|\(?continued (?:on|from|in)\b.{0,60}$|a version of this (?:article|story|piece|op-ed)\b|this (?:article"
    r"|story) (?:is|was)"
    r" more than \d|(?:see|view) (?:the|this) (?:article|page) in\b.{0,80}$|(?:order|buy) reprints?\b.{0,60}$"
    r"|view (?:on|in) \w+$"
    # 'Sign up to our newsletter', 'Thanks for reading!', 'Support independent journalism', 'Already a subscriber?'
    r"|subscribe (?:to|now|for|today|here|and)\b|sign[ -]?up (?:for|to|here|now|today)\b"
    r"|(?:thanks|thank you) for reading\b|(?:enjoy(?:ed|ing)|liked?) (?:this|our|what)\b|already a (?:subscriber"
    r"|member)"
    r"|(?:support|fund|back|help fund) (?:our|independent|quality|public[- ]interest|free"
    r"|local) (?:\w+ )?(?:journalism|reporting"
    r"|news|work|media|newsroom|mission)|become a (?:\w+ )?(?:member|supporter|subscriber|patron)|(?:make"
    r"|give) a donation"
    r"|donate (?:to|today|here)\b|get (?:the latest|our|daily|more)\b.{0,80}\b(?:inbox|newsletter|alerts?)\b"
    r"|(?:have your say|write to us|contact us|letters? to the editor|got a tip)\b.{0,100}$"
    r"|(?:log|sign) in\b.{0,60}$|(?:this|the) (?:article|content) is (?:only )?(?:for"
    r"|available to) (?:our )?(?:subscribers|members)"
    # 'Watch video 02:14', 'Listen to this story', 'Advertisement · Scroll to continue', 'Permalink https://...'
    r"|(?:watch|play|listen|video)\b.{0,40}\d{1,2}:\d\d$|(?:watch|listen to) (?:the |this )?(?:video|audio|story"
    r"|article"
    r"|news|report"
    r"|episode|podcast|live)\b.{0,40}$|advertis(?:ement|ing)\b.{0,30}$|i subscribe$|[\w-]+\.(?:com|org|net|co\.\w\w"
    r"|gov\.?\w*|info)$|(?:permalink|short ?link|url|link"
    r"|source url)?:?\s*(?:https?://|www\.)\S+$"
    r"|(?:you (?:may|might|can) also (?:like|be interested|enjoy|want)|more (?:from|about|in|news|stories) (?:this"
    r"|the|our|\w+)"
    r" (?:\w+ )?(?:author|topic|story|section|series|website))\b.{0,40}$"
    r"|(?:reuse|republish|rate|report|cite|email|e-mail|print|save|bookmark|gift|discuss|discussion about)"
    r" this (?:\w+ )?(?:content|article|story|page|post|piece|publication|error|item)\b.{0,30}$)",
    re.IGNORECASE,
)
# The same with any words before what tells it: 'Fears of war on back page', 'An exclusive for our subscribers'
_WEB_LATER = re.compile(
    r"(?:[^.!?«]{1,60}[»›→]$|[^.!?]{3,60} on (?:back|front|inside|opposite|next|the next) page\.?$"
    r"|\(?.{0,60}(?:, |\b(?:see|see also|turn to|continued on|more on) )page [A-Z]?-?\d+(?:,? col(?:umn"
    r"|\.)? ?\d+)?\.?\)?$|.{0,60} exclusive (?:benefit )?(?:for|to) .{0,60}subscribers"
    r"|.{0,180}\bsign up (?:to receive it )?here\b"
    r"|[^.!?]{2,90}\b(?:delivered|straight) to your inbox\.?$|(?:the )?[^.!?]{2,30} newsletters?$)",
    re.IGNORECASE,
)
# One of these stands in whatever that finds; looked for first, they spare most lines the search.
_LATER = ("page", "exclu", "gn up", "nbox", "letter", "»", "›", "→")
# What opens a list of other pieces: 'DW recommends', 'You may also be interested in:'
_LISTS = re.compile(
    r"(?:[\w ]{2,20} recommends|you (?:may|might) also .{3,40}|(?:recommended|related|other|latest|more|popular|top"
    r"|most read)"
    r" (?:stories|news|articles|publications|reading|reports|content|posts|coverage|headlines|items|analysis|links"
    r"|videos"
    r"|documents|press releases|events)|(?:read|see) (?:next|also)|(?:explore|discover|read|more from) (?:more"
    r"|our) .{3,40}|(?:more|related) [a-z]+s|on the same (?:topic|subject))$",
    re.IGNORECASE,
)
# 'Home > Interviews > Macedonia', 'MFA › News', 'News | Conflict', 'Home / Press room / News'
_CRUMB = re.compile(r"\s+(?:>{1,2}|›|»|→)\s+")
_HOME = re.compile(r"(?:Home|Main|Start|Homepage)\s*[/|:»›>·•-]\s*\S.{0,100}$", re.IGNORECASE)
# 'Print | A+ | A-', 'Facebook Twitter Instagram', 'Previous', 'Share   Save'
_TOOL = re.compile(
    r"(?:(?:print|e-?mail|share|save|tweet|facebook|twitter|x|instagram|linkedin|whatsapp|telegram|youtube|reddit"
    r"|pinterest|rss"
    r"|messenger|tiktok|threads|bluesky|mastodon|vk|viber|pdf|[a-z][+-]|aa|copy link|subscribe|sign in|log in|login"
    r"|register|bookmark"
    r"|comments|restacks|likes?|reply|listen(?: live)?|watch(?: live)?|live|gift|previous|prev|next|back|top|menu"
    r"|search|close"
    r"|home|sitemap|contact|version|print version|follow us|share this|font size|text size)(?:[\s|·•,/:]+|$)){1,12}$",
    re.IGNORECASE,
)
# 'English | Français | العربية'
_LANGUAGES = re.compile(
    r"(?:(?:english|french|german|spanish|russian|chinese|arabic|portuguese|turkish|français|deutsch|español"
    r"|português|türkçe"
    r"|italiano|polski|bahasa indonesia|[^\x00-\u024f]{2,20}|[A-Z]{2})(?:\s*[|/·•]\s*|\s+|$)){2,12}$",
    re.IGNORECASE,
)
_MARKS = frozenset("«»‹›←→>|/+-:")


@cache
def _known() -> dict[str, str]:
    return {row["phrase"].casefold(): row["scope"] for row in lexicon.rows("boilerplate")}


def is_boilerplate(words: str) -> str:
    """Return 'line' or 'rest' (with the short lines after it) if a line belongs to the page, else ''.

    >>> is_boilerplate("Related Articles"), is_boilerplate("Share this article"), is_boilerplate("Relations")
    ('rest', 'line', '')
    >>> is_boilerplate("Home > News > Africa"), is_boilerplate("4 MIN READ"), is_boilerplate("See PERU, A14, Col. 3")
    ('line', 'line', 'line')
    """
    if len(words) > _LONGEST:
        return ""
    bare = words.rstrip(" .:…>»→|")
    known = _known().get(bare.casefold())
    if known:
        return known
    if _WEB.match(words) or (any(map(words.casefold().__contains__, _LATER)) and _WEB_LATER.match(words)):
        return "rest" if _LISTS.match(bare) else "line"
    if len(words) > 110:
        return ""
    if _LISTS.match(bare):
        return "rest"
    return "line" if _is_menu(words) else ""


def _is_menu(words: str) -> bool:
    """A trail of links, a row of buttons, a choice of languages, a bare number."""
    if words.isdigit():
        return len(words) < 4
    if not words[0].isupper() and words[0].isascii() and not words[0].islower():
        return False
    if not _MARKS.isdisjoint(words):
        parts = _CRUMB.split(words)
        if len(parts) > 1 and all(0 < len(part.split()) <= 6 for part in parts):
            return words[-1] not in ".!"
        if _HOME.match(words) or _LANGUAGES.match(words):
            return True
    return _TOOL.match(words) is not None
