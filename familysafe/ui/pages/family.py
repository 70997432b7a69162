"""Family: children, devices, connections and apps, to be changed any time."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from familysafe.domain.household import Child, Connection, Device, Household, Worry
from familysafe.domain.ids import new_id
from familysafe.domain.views import FamilyView
from familysafe.ui.countries import all_countries
from familysafe.ui.pages.child_form import ChildDialog
from familysafe.ui.pages.device_form import DeviceDialog, PickDialog
from familysafe.ui.pages.first.people import age_text
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Avatar, Card, Columns, Picture, column, row
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.dialog import Ask
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.picker import GuidePicker
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import WORRIES
from familysafe.words.language import _


class FamilyPage(Page):
    """The household drawn as children, devices and connections."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Family"))
        self._view: FamilyView | None = None

    def show_view(self, view: FamilyView) -> None:
        """Draws anew."""
        self._view = view
        household = view.household
        self.begin()
        self.add(PlainLabel(_("Family"), "title"))
        columns = Columns(self.theme)
        wide = columns.wide
        wide.addLayout(self._heading(_("Children"), _("Add a child"), self._new_child))
        self._fill(wide, [self._child(child) for child in household.children], _("No child yet. A nickname is enough."))
        wide.addSpacing(8)
        wide.addLayout(self._heading(_("Devices"), _("Add a device"), self._new_device))
        devices = [self._device(device) for device in household.devices]
        self._fill(wide, devices, _("No device yet. Old phones in the drawer count too."))
        wide.addStretch(1)
        columns.narrow_column.addWidget(self._connections(view))
        columns.narrow_column.addWidget(self._country(household))
        columns.narrow_column.addWidget(self._worries(household))
        self.add(columns)
        self.finish()

    def _heading(self, title: str, verb: str, slot: Callable[[], None]) -> QHBoxLayout:
        button = Button(verb).with_icon(self.theme, "plus", "ink", 16)
        button.clicked.connect(slot)
        return row(PlainLabel(title, "section"), None, button)

    def _fill(self, into: QVBoxLayout, cards: list[Card], empty: str) -> None:
        for card in cards or [Card("sunk").add(PlainLabel(empty, "muted"))]:
            into.addWidget(card)

    def _child(self, child: Child) -> Card:
        name = child.name or _("A child without a name")
        view = self._view
        apps = [view.shelves.title(app) for app in view.household.apps_of(child.id)] if view else []
        facts = [age_text(child, view.today)] if view else []
        facts += [_("sometimes here")] if child.sometimes_here else []
        facts += [_("decisions are shared")] if child.decisions_shared else []
        texts = column(
            PlainLabel(name, "strong"),
            PlainLabel(" · ".join(facts), "small-muted"),
            PlainLabel(_("Apps: {apps}").format(apps=", ".join(apps)) if apps else _("No apps yet"), "small-muted"),
            spacing=2,
        )
        buttons = FlowLayout(spacing=8)
        for text, slot in (
            (_("Apps"), partial(self._ask_apps, child)),
            (_("Change"), partial(self._ask_child, child)),
            (_("Take out"), partial(self._ask_remove_child, child)),
        ):
            button = Button(text, name=f"{text}: {name}")
            button.clicked.connect(slot)
            buttons.addWidget(button)
        head = row(Avatar(self.theme, child.name[:1].upper(), "child", large=True), spacing=16)
        head.addLayout(texts, 1)
        card = Card(margins=(18, 14, 18, 14))
        card.column.addLayout(head)
        card.column.addLayout(buttons)
        return card

    def _device(self, device: Device) -> Card:
        view = self._view
        title = self._title(device)
        users = [child.name for child in (view.household.children if view else ()) if child.id in device.used_by]
        who = ", ".join(users) if device.used_by else _("everybody")
        mobile = f" · {view.shelves.title(device.mobile)}" if view and device.mobile else ""
        texts = column(PlainLabel(title, "strong"), PlainLabel(who + mobile, "small-muted"), spacing=2)
        icon = view.shelves.icon(device.guide) if view else "device"
        change = Button(_("Change"), name=_("Change {name}").format(name=title))
        change.clicked.connect(partial(self._ask_device, device))
        remove = Button(_("Take out"), name=_("Take out {name}").format(name=title))
        remove.clicked.connect(partial(self._ask_remove, device.id, title))
        line = row(Picture(self.theme, icon, "ink", 26), spacing=16)
        line.addLayout(texts, 1)
        line.addWidget(change)
        line.addWidget(remove)
        card = Card(margins=(18, 12, 18, 12))
        card.column.addLayout(line)
        return card

    def _title(self, device: Device) -> str:
        return device.name or (self._view.shelves.title(device.guide) if self._view else device.guide)

    def _connections(self, view: FamilyView) -> Card:
        card = Card().add(PlainLabel(_("Connections"), "section"))
        chosen = [connection.guide for connection in view.household.connections]
        names = [view.shelves.title(guide) for guide in chosen]
        for name in names or [_("Broadband not said yet")]:
            line = row(Picture(self.theme, "wifi", "ink2", 20), PlainLabel(name), spacing=10)
            line.setStretch(1, 1)
            card.column.addLayout(line)
        change = Button(_("Change connections"))
        change.clicked.connect(self._ask_connections)
        return card.add(change)

    def _country(self, household: Household) -> Card:
        self._countries = DropDown(self.theme, _("Country"))
        for code, name in all_countries():
            self._countries.addItem(name, code)
        self._countries.setCurrentIndex(max(0, self._countries.findData(household.country)))
        self._countries.activated.connect(self._country_chosen)
        return Card().add(PlainLabel(_("Country"), "section"), self._countries)

    def _worries(self, household: Household) -> Card:
        card = Card().add(PlainLabel(_("What brings you here"), "section"))
        for worry in Worry:
            chip = Button(WORRIES[worry](), "chip")
            chip.setCheckable(True)
            chip.setChecked(worry in household.worries)
            chip.clicked.connect(partial(self._worry_clicked, worry))
            card.add(chip)
        return card

    def _say(self, household: Household) -> None:
        self.changed.emit(household)

    def _household(self) -> Household:
        return self._view.household if self._view else Household()

    def _new_child(self) -> None:
        self._ask_child(Child(new_id(), ""))

    def _ask_child(self, child: Child, _checked: bool = False) -> None:
        if self._view:
            dialog = ChildDialog(self.theme, child, self._view.today, self)
            dialog.given.connect(self._child_given)
            dialog.open()

    def _child_given(self, child: Child) -> None:
        self._say(self._household().with_child(child, self._household().apps_of(child.id)))

    def _ask_remove_child(self, child: Child, _checked: bool = False) -> None:
        name = child.name or _("this child")
        goes = _("{name}, their apps and their steps leave the plan.").format(name=name)
        own = ", ".join(self._title(device) for device in self._household().devices_only_of(child.id))
        also = _("So does what only {name} uses: {devices}.").format(name=name, devices=own) if own else ""
        undo = _("You can undo it while the window is open.")
        self._ask_first(
            _("Take {name} out?").format(name=name),
            " ".join(filter(None, (goes, also, undo))),
            partial(self._remove_child, child.id),
        )

    def _remove_child(self, child_id: str) -> None:
        self._say(self._household().without_child(child_id))

    def _ask_apps(self, child: Child, _checked: bool = False) -> None:
        if self._view:
            hint = _("Type a name: “snap”, “insta”, “Robux” …")
            picker = GuidePicker(self.theme, self._view.shelves.apps, self._household().apps_of(child.id), hint)
            dialog = PickDialog(
                self.theme, _("Apps of {name}").format(name=child.name or _("this child")), picker, self
            )
            dialog.picked.connect(partial(self._apps_given, child))
            dialog.open()

    def _apps_given(self, child: Child, apps: tuple[str, ...]) -> None:
        self._say(self._household().with_child(child, apps))

    def _new_device(self) -> None:
        if self._view:
            hint = _("Type a name: “Kindle”, “Switch 2”, “laptop” …")
            picker = GuidePicker(self.theme, self._view.shelves.devices, (), hint)
            dialog = PickDialog(self.theme, _("Which devices?"), picker, self)
            dialog.picked.connect(self._devices_picked)
            dialog.open()

    def _devices_picked(self, guides: tuple[str, ...]) -> None:
        household = self._household()
        for guide in guides:
            household = household.with_device(Device(new_id(), guide))
        if guides:
            self._say(household)

    def _ask_device(self, device: Device, _checked: bool = False) -> None:
        if self._view:
            dialog = DeviceDialog(self.theme, device, self._view.household, self._view.shelves, self)
            dialog.given.connect(self._device_given)
            dialog.open()

    def _device_given(self, device: Device) -> None:
        self._say(self._household().with_device(device))

    def _ask_remove(self, device_id: str, title: str, _checked: bool = False) -> None:
        says = _("{name} and its steps leave the plan. You can undo it while the window is open.").format(name=title)
        self._ask_first(_("Take {name} out?").format(name=title), says, partial(self._remove_device, device_id))

    def _remove_device(self, device_id: str) -> None:
        self._say(self._household().without_device(device_id))

    def _ask_first(self, title: str, says: str, then: Callable[[], None]) -> None:
        ask = Ask(self.theme, title, says, _("Take out"), _("Leave as it is"), self)
        ask.agreed.connect(then)
        ask.open()

    def _ask_connections(self) -> None:
        if self._view:
            shelves = self._view.shelves
            chosen = [one.guide for one in self._household().connections]
            dialog = PickDialog(
                self.theme,
                _("Connections"),
                GuidePicker(self.theme, shelves.connections(), chosen, _("Type a name")),
                self,
            )
            dialog.picked.connect(self._connections_picked)
            dialog.open()

    def _connections_picked(self, guides: tuple[str, ...]) -> None:
        household = self._household()
        shown = {choice.id for choice in self._view.shelves.connections()} if self._view else set()
        kept = tuple(one for one in household.connections if one.guide in guides or one.guide not in shown)
        known = {one.guide for one in kept}
        new = tuple(Connection(new_id(), guide) for guide in guides if guide not in known)
        self._say(replace(household, connections=kept + new))

    def _country_chosen(self) -> None:
        self._say(replace(self._household(), country=str(self._countries.currentData())))

    def _worry_clicked(self, worry: Worry, _checked: bool = False) -> None:
        worries = self._household().worries
        others = tuple(one for one in worries if one is not worry)
        self._say(replace(self._household(), worries=others if worry in worries else (*worries, worry)))
