"""Asks about one device: its name, who uses it, its mobile network; or about the apps of one child."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.household import Child, Device, Household
from familysafe.domain.views import Shelves
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import column
from familysafe.ui.widgets.choice import DropDown, Tick
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.field import Field
from familysafe.ui.widgets.picker import GuidePicker
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

LONGEST_NAME = 40


class DeviceDialog(Dialog):
    """Nobody ticked means everybody."""

    given = Signal(object)

    def __init__(self, theme: Theme, device: Device, household: Household, shelves: Shelves, parent: QWidget) -> None:
        super().__init__(theme, shelves.title(device.guide), parent)
        self._device = device
        hint = _("A name of your own, if you like")
        self._name = Field(_("Name of the device"), hint, device.name, longest=LONGEST_NAME)
        self.add(column(PlainLabel(_("Name"), "strong"), self._name, spacing=4))
        self._users = [(child.id, user_box(theme, child, device)) for child in household.children]
        if self._users:
            who = PlainLabel(_("Who uses it? Nobody ticked means everybody."), "strong")
            self.add(column(who, *(box for _id, box in self._users), spacing=0))
        self._mobile = DropDown(theme, _("Mobile network"))
        self._mobile.addItem(_("No SIM, or not known"), None)
        for choice in shelves.mobile:
            self._mobile.addItem(choice.title, choice.id)
        if device.mobile and self._mobile.findData(device.mobile) < 0:
            # A network of another country, or one no longer written about: what was said stays said.
            self._mobile.addItem(shelves.title(device.mobile), device.mobile)
        self._mobile.setCurrentIndex(max(0, self._mobile.findData(device.mobile)) if device.mobile else 0)
        self.add(column(PlainLabel(_("Mobile network"), "strong"), self._mobile, spacing=4))
        cancel, keep = Button(_("Cancel")), Button(_("Keep"), "go")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._keep)
        keep.setDefault(True)
        self.end_with(cancel, keep)
        self._name.setFocus()

    def _keep(self) -> None:
        users = tuple(child_id for child_id, box in self._users if box.isChecked())
        name = " ".join(self._name.text().split())
        self.given.emit(replace(self._device, name=name, used_by=users, mobile=self._mobile.currentData()))
        self.accept()


class PickDialog(Dialog):
    """Guides to pick from, as tiles in a window of their own."""

    picked = Signal(tuple)

    def __init__(self, theme: Theme, title: str, picker: GuidePicker, parent: QWidget) -> None:
        super().__init__(theme, title, parent)
        self._picker = picker
        picker.setMinimumWidth(theme.px(600))
        self.add(picker)
        cancel, keep = Button(_("Cancel")), Button(_("Keep"), "go")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._keep)
        self.end_with(cancel, keep)

    def _keep(self) -> None:
        self.picked.emit(self._picker.chosen())
        self.accept()


def user_box(theme: Theme, child: Child, device: Device) -> Tick:
    box = Tick(theme, child.name or _("A child without a name"))
    box.setChecked(child.id in device.used_by)
    return box
