"""Set up: the plan, with filters and a search."""

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from familysafe.domain.target import ItemKey
from familysafe.domain.views import SetUpView
from familysafe.ui.delegates.plan_delegate import RING, PlanDelegate
from familysafe.ui.models.plan_model import ENTRY_ROLE, Entry, Filter, PlanModel
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Chips
from familysafe.ui.widgets.card import empty, row
from familysafe.ui.widgets.field import Field
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _


class SetUpPage(QWidget):
    """One long list; Enter or a click opens the row."""

    step_opened = Signal(object)
    group_opened = Signal(str)
    searched = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAccessibleName(_("Set up"))
        self.theme = theme
        self._view = SetUpView((), (), 0)
        self._filter = Filter()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 28, 40, 0)
        self._column.setSpacing(12)
        self._children = row()
        self._column.addLayout(self._head())
        self._model = PlanModel()
        rows = QVBoxLayout()
        rows.setContentsMargins(-RING, 0, -RING, 0)  # so that rows stand in line with what is above them
        rows.addWidget(self._list())
        self._column.addLayout(rows, 1)
        self._empty = PlainLabel("", "muted")
        self._column.addWidget(self._empty)

    def show_view(self, view: SetUpView) -> None:
        """Draws what differs."""
        if [child for child, _name in view.children] != [child for child, _name in self._view.children]:
            self._draw_children(view)
        self._view = view
        self._refresh()

    def show_found(self, text: str, found: frozenset[ItemKey]) -> None:
        """Shows what a search found; an answer to an older text is passed over."""
        if text == self._search.text().strip():
            self._filter = replace(self._filter, found=found if text else None)
            self._refresh()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(12)
        self._search = Field(_("Search the plan"), _("Search: “chat”, “bedtime”, “filter” …"))
        self._search.setClearButtonEnabled(True)
        picture = self._search.addAction(self.theme.icon("search", "ink2", 20), Field.ActionPosition.LeadingPosition)
        picture.setText(_("Search the plan"))
        self._search.textChanged.connect(self._text_changed)
        self._states = Chips(
            (("all", _("All")), ("open", _("To do")), ("later", _("Later")), ("done", _("Done"))), _("Show")
        )
        self._states.choose("all")
        self._states.chosen.connect(self._state_chosen)
        head.addWidget(PlainLabel(_("Set up"), "title"))
        head.addWidget(self._search)
        filters = FlowLayout(spacing=28)
        holder = QWidget()
        holder.setLayout(self._children)
        filters.addWidget(self._states)
        filters.addWidget(holder)
        head.addLayout(filters)
        return head

    def _list(self) -> QListView:
        self._rows = QListView()
        self._rows.setAccessibleName(_("The plan"))
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(PlanDelegate(self.theme, self._rows))
        self._rows.setMouseTracking(True)
        self._rows.setResizeMode(QListView.ResizeMode.Adjust)
        self._rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.setMinimumHeight(160)
        self._rows.clicked.connect(self._open)
        self._rows.activated.connect(self._open)
        return self._rows

    def _draw_children(self, view: SetUpView) -> None:
        empty(self._children)
        if len(view.children) > 1:
            chips = Chips((("", _("Everybody")), *view.children), _("For"))
            chips.choose(self._filter.child)
            chips.chosen.connect(self._child_chosen)
            self._children.addWidget(chips)

    def _refresh(self) -> None:
        self._model.show(self._view, self._filter)
        empty = self._model.rowCount() == 0
        self._rows.setVisible(not empty)
        self._empty.setVisible(empty)
        if empty:
            self._empty.setText(_("Nothing here. Choose “All”, or clear the search."))

    def _text_changed(self, text: str) -> None:
        self.searched.emit(text.strip())

    def _state_chosen(self, state: object) -> None:
        self._filter = replace(self._filter, state=str(state))
        self._refresh()

    def _child_chosen(self, child: object) -> None:
        self._filter = replace(self._filter, child=str(child))
        self._refresh()

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            if entry.step is None:
                self.group_opened.emit(entry.group.id)
            else:
                self.step_opened.emit(entry.step.key)
