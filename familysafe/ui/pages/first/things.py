"""Which devices are at home and who uses them, how they reach the internet, and which apps there are."""

from msgspec.structs import replace

from familysafe.domain.household import Account, Connection, Device, Household
from familysafe.domain.ids import new_id
from familysafe.domain.views import GuideChoice, Shelves
from familysafe.ui.pages.first.question import Question
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Card, Picture, row
from familysafe.ui.widgets.choice import DropDown, Tick
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.picker import GuidePicker
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _, ngettext

ON_THE_MOVE = frozenset({"phone", "tablet"})


class DevicesQuestion(Question):
    """Pictures to choose from; one of each kind, more can be added in Family."""

    def __init__(self, theme: Theme, household: Household, shelves: Shelves) -> None:
        super().__init__()
        self.title = _("Which of these are at home?")
        self.line = _("Hand-me-downs in the drawer count too. You can change this any time.")
        chosen = [device.guide for device in household.devices]
        hint = _("Type a name: “Kindle”, “Switch 2”, “laptop” …")
        self._picker = GuidePicker(theme, shelves.devices, chosen, hint)
        self._picker.changed.connect(self.count_changed)
        self.column.addWidget(self._picker)
        self.column.addStretch(1)

    def answered(self, household: Household) -> Household:
        wanted = self._picker.chosen()
        kept = tuple(device for device in household.devices if device.guide in wanted)
        known = {device.guide for device in kept}
        new = tuple(Device(new_id(), guide) for guide in wanted if guide not in known)
        return replace(household, devices=kept + new)

    def count_text(self) -> str:
        count = len(self._picker.chosen())
        if not count:
            return ""
        return ngettext(
            "{count} chosen · who uses it comes next", "{count} chosen · who uses them comes next", count
        ).format(count=count)


class UsersQuestion(Question):
    """For each device, who uses it; nobody ticked means everybody."""

    def __init__(self, theme: Theme, household: Household, shelves: Shelves) -> None:
        super().__init__()
        self.title = _("Who uses what?")
        self.line = _("Nobody ticked means everybody.")
        self._boxes: dict[str, dict[str, Tick]] = {}
        self._mobile: dict[str, DropDown] = {}
        for device in household.devices:
            self.column.addWidget(self._card(theme, device, household, shelves))
        self.column.addStretch(1)

    def answered(self, household: Household) -> Household:
        return replace(household, devices=tuple(self._with_users(device) for device in household.devices))

    def _with_users(self, device: Device) -> Device:
        boxes = self._boxes.get(device.id, {})
        users = tuple(child_id for child_id, box in boxes.items() if box.isChecked())
        mobile = self._mobile[device.id].currentData() if device.id in self._mobile else device.mobile
        return replace(device, used_by=users, mobile=mobile)

    def _card(self, theme: Theme, device: Device, household: Household, shelves: Shelves) -> Card:
        card = Card(margins=(18, 10, 18, 12), spacing=4)
        icon = shelves.icon(device.guide)
        title = device.name or shelves.title(device.guide)
        head = row(Picture(theme, icon, "ink", 22), PlainLabel(title, "strong"))
        head.setStretch(1, 1)
        card.add(head)
        flow = FlowLayout(spacing=24)
        self._boxes[device.id] = {}
        for child in household.children:
            box = Tick(theme, child.name or _("A child without a name"))
            box.setAccessibleName(_("{child} uses {device}").format(child=box.text(), device=title))
            box.setChecked(child.id in device.used_by)
            self._boxes[device.id][child.id] = box
            flow.addWidget(box)
        card.column.addLayout(flow)
        if icon in ON_THE_MOVE:
            self._mobile[device.id] = network_box(theme, shelves.mobile, device.mobile, title)
            card.add(self._mobile[device.id])
        return card


class ConnectionsQuestion(Question):
    """Home broadband, and an extra filter where there is one."""

    def __init__(self, theme: Theme, household: Household, shelves: Shelves) -> None:
        super().__init__()
        self.title = _("How does home reach the internet?")
        self.line = _("The name on the bill or on the router.")
        chosen = [connection.guide for connection in household.connections]
        self._broadband = GuidePicker(theme, shelves.broadband, chosen, "", many=False)
        self._dns = GuidePicker(theme, shelves.dns, chosen, "", many=False)
        self.column.addWidget(self._broadband)
        if shelves.dns:
            self.column.addWidget(PlainLabel(_("An extra filter, if you have set one up or would like to"), "strong"))
            self.column.addWidget(self._dns)
        self.column.addStretch(1)

    def answered(self, household: Household) -> Household:
        wanted = (*self._broadband.chosen(), *self._dns.chosen())
        kept = tuple(one for one in household.connections if one.guide in wanted)
        known = {one.guide for one in kept}
        new = tuple(Connection(new_id(), guide) for guide in wanted if guide not in known)
        return replace(household, connections=kept + new)


class AppsQuestion(Question):
    """Apps for each child."""

    def __init__(self, theme: Theme, household: Household, shelves: Shelves) -> None:
        super().__init__()
        self.title = _("Which apps do they have, or ask for?")
        self.line = _("You can skip what you do not know.")
        hint = _("Type a name: “snap”, “insta”, “Robux” …")
        self._pickers: dict[str, GuidePicker] = {}
        for child in household.children:
            name = child.name or _("A child without a name")
            self.column.addWidget(PlainLabel(name, "section"))
            self._pickers[child.id] = GuidePicker(theme, shelves.apps, household.apps_of(child.id), hint)
            self.column.addWidget(self._pickers[child.id])
        if not household.children:
            self.column.addWidget(
                PlainLabel(_("Apps belong to a child. Go back and add one, or finish here."), "muted")
            )
        self.column.addStretch(1)

    def answered(self, household: Household) -> Household:
        accounts = tuple(
            Account(child.id, app)
            for child in household.children
            for app in (self._pickers[child.id].chosen() if child.id in self._pickers else household.apps_of(child.id))
        )
        return replace(household, accounts=accounts)


def network_box(theme: Theme, choices: tuple[GuideChoice, ...], chosen: str | None, device: str) -> DropDown:
    box = DropDown(theme, _("Mobile network of {device}").format(device=device))
    box.setMaximumWidth(theme.px(360))
    box.addItem(_("No SIM, or not known"), None)
    for choice in choices:
        box.addItem(choice.title, choice.id)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen else 0)
    return box
