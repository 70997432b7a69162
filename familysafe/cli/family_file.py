"""Reads a family file, or says in one sentence what is wrong with it and where."""

import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from familysafe.cli.countries import country_code, nearest_country
from familysafe.cli.family_blocks import ChildKeys, DeviceKeys, TopKeys, tables, typed, with_lines
from familysafe.cli.family_text import read_family_text
from familysafe.cli.refusals import family_file_refusal, is_unsafe, nearest, quoted, with_hint
from familysafe.content.blocks import AT_LINE, Block
from familysafe.content.compiled import Compiled
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.guide import ConnectionKind, Guide, GuideKind
from familysafe.domain.household import Account, AgeBand, BirthMonth, Child, Connection, Device, Household, Worry
from familysafe.words.language import _, ngettext

AT_END = "(at end of document)"
OLDEST = 120
MOST_NAME = 80
MOST_CHILDREN = 20
MOST_DEVICES = 60


class Shelf(Struct, frozen=True):
    """Where the guides for a key of the file stand, and how such a guide is called."""

    kind: GuideKind
    connection: ConnectionKind | None
    called: Callable[[], str]

    def holds(self, guide: Guide) -> bool:
        return guide.kind is self.kind and guide.connection is self.connection


SHELVES: Mapping[str, Shelf] = {
    "guide": Shelf(GuideKind.DEVICE, None, lambda: _("a device guide")),
    "apps": Shelf(GuideKind.APP, None, lambda: _("an app guide")),
    "broadband": Shelf(GuideKind.CONNECTION, ConnectionKind.BROADBAND, lambda: _("a home broadband guide")),
    "mobile": Shelf(GuideKind.CONNECTION, ConnectionKind.MOBILE, lambda: _("a mobile network guide")),
    "dns": Shelf(GuideKind.CONNECTION, ConnectionKind.DNS, lambda: _("a DNS filter guide")),
}


def read_family(file: Path, content: Compiled, today: date) -> Household:
    """The household that a family file describes; FAMILY_FILE with one sentence for everything that is wrong."""
    text = read_family_text(file)
    top = parse(str(file), text)
    return Family(content, today, top).household(text)


def parse(file: str, text: str) -> Block:
    """The whole file as one block; FAMILY_FILE when it is not TOML."""
    try:
        return with_lines(file, text, tomllib.loads(text))
    except RecursionError as error:
        raise family_file_refusal(file, _("the brackets are nested too deeply.")) from error
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = AT_LINE.search(said)
        line = int(at[1]) if at else text.rstrip().count("\n") + 1
        why = AT_LINE.sub("", said).replace(AT_END, "").strip()
        says = _("this is not valid TOML ({why}); write one key = value on a line, and text in quotes.")
        raise family_file_refusal(file, says.format(why=why), line) from error


class Family:
    """Turns the blocks of one file into nouns; child and device ids are counted, since names are no keys."""

    def __init__(self, content: Compiled, today: date, top: Block) -> None:
        self.content = content
        self.today = today
        self.top = top

    def household(self, text: str) -> Household:
        keys = typed(self.top, TopKeys)
        self.refuse_too_many("child", len(keys.child), MOST_CHILDREN)
        self.refuse_too_many("device", len(keys.device), MOST_DEVICES)
        country = self.country(keys.country)
        worries = tuple(Worry(self.one_of(self.top, "worries", word, Worry)) for word in keys.worries)
        connections = self.connections(keys)
        ids: dict[str, str] = {}
        children, accounts = list[Child](), list[Account]()
        for block in tables(self.top, text, "child"):
            child, apps = self.child(block, ids)
            children.append(child)
            accounts += [Account(child.id, app) for app in apps]
        devices = [
            self.device(block, f"d{number}", ids)
            for number, block in enumerate(tables(self.top, text, "device"), start=1)
        ]
        return Household(
            country=country,
            worries=tuple(dict.fromkeys(worries)),
            children=tuple(children),
            devices=tuple(devices),
            connections=connections,
            accounts=tuple(accounts),
        )

    def refuse(self, block: Block, key: str, says: str) -> FamilySafeError:
        return family_file_refusal(block.place.file, says, block.at(key).line)

    def refuse_too_many(self, key: str, count: int, most: int) -> None:
        if count > most:
            says = ngettext("only {most} [[{key}]] fits.", "at most {most} [[{key}]] fit.", most)
            raise self.refuse(self.top, key, says.format(most=most, key=key))

    def country(self, text: str) -> str:
        code = country_code(text)
        if code is None:
            problem = _("{value} is not an ISO 3166 country code").format(value=quoted(text))
            raise self.refuse(self.top, "country", with_hint(problem, nearest_country(text)))
        return code

    def connections(self, keys: TopKeys) -> tuple[Connection, ...]:
        asked = {"broadband": keys.broadband, "dns": keys.dns}
        return tuple(
            Connection(key, self.guide(self.top, key, value)) for key, value in asked.items() if value is not None
        )

    def child(self, block: Block, ids: dict[str, str]) -> tuple[Child, tuple[str, ...]]:
        """A child and its apps; its id is put into `ids` under its name."""
        keys = typed(block, ChildKeys)
        name = self.name(block, keys.name)
        if not name:
            raise self.refuse(block, "name", _("the child needs a name; a nickname will do."))
        if called(name, ids) is not None:
            says = _("two children are called {name}; give one of them another nickname.")
            raise self.refuse(block, "name", says.format(name=quoted(name)))
        if keys.born is not None and keys.age_band is not None:
            raise self.refuse(block, "age_band", _("write `born` or `age_band`, not both."))
        ids[name] = f"c{len(ids) + 1}"
        born = None if keys.born is None else self.born(block, keys.born)
        band = None if keys.age_band is None else AgeBand(self.one_of(block, "age_band", keys.age_band, AgeBand))
        apps = tuple(dict.fromkeys(self.guide(block, "apps", app) for app in keys.apps))
        return Child(ids[name], name, born, band), apps

    def device(self, block: Block, own_id: str, ids: dict[str, str]) -> Device:
        keys = typed(block, DeviceKeys)
        return Device(
            id=own_id,
            guide=self.guide(block, "guide", keys.guide),
            name=self.name(block, keys.name),
            used_by=tuple(dict.fromkeys(self.user(block, name, ids) for name in keys.used_by)),
            mobile=None if keys.mobile is None else self.guide(block, "mobile", keys.mobile),
        )

    def name(self, block: Block, text: str) -> str:
        """A name in one spelling of its accents, without spaces around it."""
        name = unicodedata.normalize("NFC", text).strip()
        if any(map(is_unsafe, name)):
            raise self.refuse(block, "name", _("{name} has signs that no name has.").format(name=quoted(name)))
        if len(name) > MOST_NAME:
            says = _("the name is too long; at most {most} characters fit.").format(most=MOST_NAME)
            raise self.refuse(block, "name", says)
        return name

    def user(self, block: Block, text: str, ids: dict[str, str]) -> str:
        name = unicodedata.normalize("NFC", text).strip()
        own = called(name, ids)
        if own is None:
            near = nearest(name, {known: known for known in ids}, cutoff=0)
            raise self.refuse(
                block, "used_by", with_hint(_("no child is called {name}").format(name=quoted(name)), near)
            )
        return own

    def born(self, block: Block, text: str) -> BirthMonth:
        try:
            born = BirthMonth.parse(text)
        except ValueError as error:
            says = _("{value} is not a month; write it as “2017-03”.").format(value=quoted(text))
            raise self.refuse(block, "born", says) from error
        if born > BirthMonth(self.today.year, self.today.month):
            says = _("{value} is in the future (today is {today}).")
            raise self.refuse(block, "born", says.format(value=quoted(text), today=self.today))
        if born.age_on(self.today) > OLDEST:
            raise self.refuse(block, "born", _("{value} is too long ago.").format(value=quoted(text)))
        return born

    def one_of(self, block: Block, key: str, text: str, kind: Any) -> str:
        """One of the words of an enumeration."""
        words = [member.value for member in kind]
        if text not in words:
            problem = _("`{key}` cannot be {value}").format(key=key, value=quoted(text))
            raise self.refuse(
                block, key, with_hint(problem, nearest(text, dict(zip(words, words, strict=True)), cutoff=0))
            )
        return text

    def guide(self, block: Block, key: str, text: str) -> str:
        """The id of a guide on the shelf that belongs to `key`; renamed ids are followed."""
        shelf = SHELVES[key]
        guides = self.content.catalogue.guides
        found = guides.get(self.content.catalogue.current_id(text) or "")
        if found is not None and shelf.holds(found):
            return found.id
        problem = _("{value} is not {wanted}").format(value=quoted(text), wanted=shelf.called())
        if found is not None:
            others = [other.called() for other in SHELVES.values() if other.holds(found)]
            its = others[0] if others else _("a guide for every home")
            problem = _("{value} is {its}, not {wanted}").format(value=quoted(text), its=its, wanted=shelf.called())
        raise self.refuse(block, key, with_hint(problem, self.nearest_guide(shelf, text)))

    def nearest_guide(self, shelf: Shelf, text: str) -> str | None:
        """By id, title or alias; else the shelf's general guide, else whatever looks least unlike."""
        spoken: dict[str, str] = {}
        for guide in self.content.catalogue.of_kind(shelf.kind, shelf.connection):
            words = self.content.phrasebook.guides.get(guide.id)
            names = (words.title, *words.aliases) if words else ()
            spoken.update(dict.fromkeys((guide.id, *names), guide.id))
        general = [guide.id for guide in self.content.catalogue.guides.values() if guide.general and shelf.holds(guide)]
        return nearest(text, spoken) or (general[0] if general else nearest(text, spoken, cutoff=0))


def called(name: str, ids: Mapping[str, str]) -> str | None:
    """The id of the child of that name, capitals aside."""
    return next((own for known, own in ids.items() if known.casefold() == name.casefold()), None)
