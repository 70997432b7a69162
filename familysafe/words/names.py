"""How this family's children, devices and connections are spoken of, and how placeholders are filled."""

import re
from collections.abc import Sequence
from typing import assert_never

from familysafe.domain.catalogue import Catalogue
from familysafe.domain.household import Device, Household
from familysafe.domain.phrasebook import Lines, Phrasebook, lines_in
from familysafe.domain.plan import PlanItem
from familysafe.domain.target import Target, TargetKind
from familysafe.words.language import _, ngettext

PLACEHOLDER = re.compile(r"\{(?:child|device|network)\}")


class Names:
    """Speaks of one household in one language."""

    def __init__(self, catalogue: Catalogue, book: Phrasebook, household: Household) -> None:
        self.catalogue = catalogue
        self.book = book
        self.household = household

    def child(self, child_id: str) -> str:
        """The nickname, or "your child" where there is none."""
        return next((one.name for one in self.household.children if one.id == child_id and one.name), _("your child"))

    def children(self, child_ids: tuple[str, ...]) -> str:
        """`Younger and Elder`; "your child" for nobody in particular, those without a nickname last."""
        nobody = _("your child")
        named = [name for child_id in child_ids if (name := self.child(child_id)) != nobody]
        others = max(len(child_ids), 1) - len(named)
        return listed([*named, *([ngettext("your child", "your children", others)] if others else [])])

    def guide(self, guide_id: str) -> str:
        words = self.book.guides.get(guide_id)
        return words.title if words else guide_id

    def spoken(self, guide_id: str) -> str:
        """What stands in a sentence for a device or a connection: "the iPad", "EE"; an app's title."""
        words = self.book.guides.get(guide_id)
        return words.said or words.title if words else guide_id

    def device(self, device_id: str) -> str:
        """The family's own name for it, or "the iPad"."""
        device = next((one for one in self.household.devices if one.id == device_id), None)
        return self.device_name(device) if device else _("the device")

    def device_name(self, device: Device) -> str:
        known = device.guide in self.book.guides
        return device.name or (self.spoken(device.guide) if known else _("the device"))

    def network(self, target: Target) -> str:
        """The connection that a target speaks of, as it stands in a sentence."""
        guide = self.network_guide(target)
        return self.spoken(guide) if guide else _("the network")

    def network_title(self, target: Target) -> str:
        """The same for a heading."""
        guide = self.network_guide(target)
        return self.guide(guide) if guide else _("the network")

    def network_guide(self, target: Target) -> str:
        if target.kind is TargetKind.CONNECTION:
            found = [one.guide for one in self.household.connections if one.id == target.connection]
        else:
            found = [one.mobile for one in self.household.devices if one.id == target.device and one.mobile]
        return found[0] if found else ""

    def target(self, item: PlanItem) -> str:
        """`The iPad · Younger`: what a step is done for, in as few words as will do."""
        target = item.target
        match target.kind:
            case TargetKind.DEVICE | TargetKind.MOBILE:
                users = [self.child(child) for child in item.children] if len(item.children) == 1 else []
                return " · ".join([capital(self.device(target.device)), *users])
            case TargetKind.ACCOUNT:
                return f"{self.guide(item.guide)} · {self.child(target.child)}"
            case TargetKind.CONNECTION:
                return self.network_title(target)
            case TargetKind.CHILD:
                return capital(self.child(target.child))
            case TargetKind.HOME:
                return _("Our home")
            case _:
                assert_never(target.kind)

    def fill(self, sentence: str, item: PlanItem) -> str:
        """Puts this family's names into a sentence."""
        if "{" not in sentence:
            return sentence
        target = item.target
        child = self.children((target.child,) if target.child else item.children)
        device = self.device(target.device) if target.device else self.any_device(item)
        put = {"{child}": child, "{device}": device, "{network}": self.network(target)}
        return capital(PLACEHOLDER.sub(lambda found: put[found[0]], sentence))

    def any_device(self, item: PlanItem) -> str:
        """The device through which an account step was met."""
        met = next((reason.device for reason in item.reasons if reason.device), "")
        return self.device(met) if met else _("the child’s device")

    def lines(self, lines: Lines, item: PlanItem) -> tuple[str, ...]:
        """The sentences that hold in this country, with names put in."""
        return tuple(self.fill(line, item) for line in lines_in(lines, self.household.country))

    def title(self, item: PlanItem) -> str:
        return self.fill(self.book.steps[item.step].title, item)


def listed(names: Sequence[str]) -> str:
    """`Younger, Elder and Baby`."""
    if len(names) == 1:
        return names[0]
    return _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])


def capital(text: str) -> str:
    """A sentence begins with a capital, brand names such as iPad excepted."""
    first, rest = text[:1], text[1:]
    return text if rest[:1].isupper() else first.upper() + rest
