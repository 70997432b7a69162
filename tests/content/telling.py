"""What a sentence tells somebody to do: a careful look for advice that could harm."""

import re
from collections.abc import Iterable, Iterator

# A sentence ends at its mark; what follows a colon or a semicolon tells something of its own, and so does “… or …?”.
SENTENCE = re.compile(r"(?<=[.?!;:])[”’)]?\s+|\n")
QUOTES = re.compile(r"[“”()]")
PICTURE = re.compile(r"\b(?:pictures?|photos?|images?|videos?|nudes?|selfies?|photographs|films|footage)\b")
# “it” is the picture where one was named just before.
IT = re.compile(r"\b(?:it|them|this|these|that one|those|one|everything)\b")
HANDLE = re.compile(
    r"\b(?:send|sending|forward|forwarding|save|saving|keep|store|copy|copying|duplicate|photograph|film|print|download|"
    r"upload|share|sharing|(?<!a )(?<!the )post(?! that\b)|attach|e-?mail|show|capture|screen ?shots?|screen ?grabs?|"
    r"screen ?record|back up|pass|hand over|look for|look at|open|view)\b"
)
# These are harmless with “it”, and not with a picture.
HAND_OVER = re.compile(
    r"\b(?:give|bring|take(?! reports)|hand|move|transfer|submit|include|add|enclose|text|message|put|tap)\b"
)
TAKE = re.compile(
    r"\b(?:take|make|snap|grab|get|keep) (?:an?|the|some|another|your|his|her|their)? ?(?:\w+ )?"
    r"(?:photos?|pictures?|screenshots?|screen shots?|images?|copy|copies|recording)\b(?! taken down| down)"
)
SCREENSHOT = re.compile(r"\bscreen ?(?:shots?|grabs?|record\w*)\b")
WORDS_ONLY = re.compile(r"\b(?:text|words|profile)\b")
NOT_BEFORE = re.compile(r"\b(?:never|not|no|nor|nobody|nothing|none|without|cannot|neither)\b|n’t\b")
NOT_AFTER = re.compile(r"^(?:\W*\w+){0,3}?\W*\bto (?:nobody|no one)\b|^(?: out)? (?:no|none|nothing)\b")
# Where “but” or “then” begins, what was said before no longer says no.
TURN = re.compile(r"\b(?:but|then|instead|only|except|unless|until|before)\b|—|–")
# What somebody threatens, wants or has done is no advice, and neither is what the law says.
OTHERS = re.compile(
    r"\bthreat to $|\b(?:they|somebody|someone|person) (?:will|would|might|wants? to|says they will) $|"
    r"\b(?:pushe[sd]|forced|tricked|pressed)\b.*\bto $"
)
TOLD = re.compile(r"^did .*\?$|\b(?:a crime|an offence|against the law)\b")
THEM = r"(?:them|him|her|the person)"
AS_THE_CHILD = r"(?:as (?:the|your) child|in (?:the|your) child’s name)"
HARM = re.compile(
    r"\b(?:confront(?:ing)?|investigat(?:e|ing)|interrogat(?:e|ing)|cross-examine|make them tell you|"
    r"pretend(?:ing)?|pos(?:e|ing) as|as if you (?:were|are)|impersonat(?:e|ing)|play along|set a trap|"
    rf"(?:write|reply|answer|chat|log in|sign in)(?: to {THEM})? {AS_THE_CHILD}|"
    rf"track {THEM} down|find out who (?:they|it|he|she|the)|catch {THEM}|face {THEM}|meet {THEM} yourself)\b"
)


def sentences(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from (part for part in SENTENCE.split(line) if part)


def tells_of_pictures(lines: Iterable[str], titles: Iterable[str] = ()) -> list[str]:
    """Those sentences that tell somebody to send, save, copy or photograph a picture; `titles` are names of pages."""
    found, named = [], False
    without_titles = (re.sub("|".join(map(re.escape, titles)) or "$^", "", line) for line in lines)
    for sentence in sentences(without_titles):
        said = QUOTES.sub("", sentence).lower()
        if handles(said, named=named) or takes(said):
            found.append(sentence)
        named = bool(PICTURE.search(said)) or (named and bool(IT.search(said)))
    return found


def handles(said: str, *, named: bool) -> bool:
    if TOLD.search(said):
        return False
    for verb in (*HANDLE.finditer(said), *HAND_OVER.finditer(said)):
        before, after = said[: verb.start()], said[verb.end() :]
        it = verb.re is HANDLE and IT.search(after) and (named or PICTURE.search(before))
        if (PICTURE.search(after) or it) and not OTHERS.search(before) and not denied(said, verb):
            return True
    return False


def takes(said: str) -> bool:
    shots = [shot for shot in SCREENSHOT.finditer(said) if not denied(said, shot)]
    if shots and (PICTURE.search(said) or not WORDS_ONLY.search(said)):
        return True
    return any(not denied(said, taken) for taken in TAKE.finditer(said) if not SCREENSHOT.search(taken.group()))


def tells_to_harm(lines: Iterable[str]) -> list[str]:
    """Those sentences that tell somebody to confront, to investigate, or to pretend to be the child."""
    found = []
    for sentence in sentences(lines):
        said = QUOTES.sub("", sentence).lower()
        if any(not denied(said, harm) for harm in HARM.finditer(said)):
            found.append(sentence)
    return found


def denied(said: str, verb: re.Match[str]) -> bool:
    """Whether a no stands before the verb, with no turn between them, or “to nobody” behind it."""
    before = said[: verb.start()]
    turns = [turn.end() for turn in TURN.finditer(before)]
    return bool(NOT_BEFORE.search(before, turns[-1] if turns else 0)) or bool(NOT_AFTER.search(said[verb.end() :]))
