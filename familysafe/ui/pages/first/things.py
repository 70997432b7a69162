"""Which devices are at home and who uses them, how they reach the internet, and which apps there are."""

from functools import partial

from msgspec.structs import replace

from familysafe.domain.household import Account, Connection, Device, Household
from familysafe.domain.ids import new_id
from familysafe.domain.views import GuideChoice, Shelves
from familysafe.ui.pages.first.question import Question
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, column, empty, row
from familysafe.ui.widgets.choice import DropDown, Tick
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.picker import GuidePicker
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _, ngettext

ON_THE_MOVE = frozenset({"phone", "tablet"})


class DevicesQuestion(Question):
    """Pictures to choose from; of each kind one, the next question takes more."""

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
    """For each device, who uses it; nobody ticked means everybody. Of each kind there may be more than one."""

    def __init__(self, theme: Theme, household: Household, shelves: Shelves) -> None:
        super().__init__()
        self.title = _("Who uses what?")
        self.line = _("Nobody ticked means everybody.")
        self._theme, self._shelves, self._household = theme, shelves, household
        self._asked = {device.id for device in household.devices}
        self._boxes: dict[str, dict[str, Tick]] = {}
        self._mobile: dict[str, DropDown] = {}
        self._more: dict[str, Button] = {}
        self._cards = column(spacing=16)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)
        self._draw()

    def answered(self, household: Household) -> Household:
        mine = tuple(self._with_users(device) for device in self._household.devices)
        others = tuple(device for device in household.devices if device.id not in self._asked)
        return replace(household, devices=mine + others)

    def count_text(self) -> str:
        count = len(self._household.devices)
        return ngettext("{count} device", "{count} devices", count).format(count=count)

    def _with_users(self, device: Device) -> Device:
        boxes = self._boxes.get(device.id, {})
        users = tuple(child_id for child_id, box in boxes.items() if box.isChecked())
        mobile = self._mobile[device.id].currentData() if device.id in self._mobile else device.mobile
        return replace(device, used_by=users, mobile=mobile)

    def _draw(self) -> None:
        empty(self._cards)
        for parts in (self._boxes, self._mobile, self._more):
            parts.clear()
        guides = [device.guide for device in self._household.devices]
        for place, device in enumerate(self._household.devices):
            again, last = device.guide in guides[:place], device.guide not in guides[place + 1 :]
            self._cards.addWidget(self._card(device, again=again, last=last))
        self.count_changed.emit()

    def _card(self, device: Device, *, again: bool, last: bool) -> Card:
        """`again` when it is not the first of its kind: such a one can be taken out; after the last, one more added."""
        card = Card(margins=(18, 10, 18, 12), spacing=4)
        icon = self._shelves.icon(device.guide)
        kind = self._shelves.title(device.guide)
        title = device.name or (_("Another {device}").format(device=kind) if again else kind)
        head = row(Picture(self._theme, icon, "ink", 22), PlainLabel(title, "strong"))
        head.setStretch(1, 1)
        line = row(self._users(device, title))
        line.setStretch(0, 1)
        if again:
            remove = Button(_("Take out"), "quiet", name=_("Take out: {device}").format(device=title))
            remove.clicked.connect(partial(self._remove, device))
            line.addWidget(remove)
        if last:
            more = Button(_("One more"), "quiet", name=_("One more: {device}").format(device=kind))
            more.with_icon(self._theme, "plus", "ink2", 16).clicked.connect(partial(self._add, device))
            self._more[device.guide] = more
            line.addWidget(more)
        card.add(head, line)
        if icon in ON_THE_MOVE:
            self._mobile[device.id] = network_box(self._theme, self._shelves.mobile, device.mobile, title)
            card.add(PlainLabel(_("Mobile network"), "small-muted"), self._mobile[device.id])
        return card

    def _users(self, device: Device, title: str) -> FlowLayout:
        flow = FlowLayout(spacing=24)
        self._boxes[device.id] = {}
        for child in self._household.children:
            box = Tick(self._theme, child.name or _("A child without a name"))
            box.setAccessibleName(_("{child} uses {device}").format(child=box.text(), device=title))
            box.setChecked(child.id in device.used_by)
            self._boxes[device.id][child.id] = box
            flow.addWidget(box)
        return flow

    def _add(self, device: Device, _checked: bool = False) -> None:
        new = Device(new_id(), device.guide)
        self._asked.add(new.id)
        devices = list(self.answered(self._household).devices)
        devices.insert([one.id for one in devices].index(device.id) + 1, new)
        self._show(devices, new.guide)

    def _remove(self, device: Device, _checked: bool = False) -> None:
        devices = [one for one in self.answered(self._household).devices if one.id != device.id]
        self._show(devices, device.guide)

    def _show(self, devices: list[Device], guide: str) -> None:
        """Draws anew what was ticked so far; the keyboard is on the device it is about."""
        self._household = replace(self._household, devices=tuple(devices))
        self._draw()
        self._more[guide].setFocus()


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
