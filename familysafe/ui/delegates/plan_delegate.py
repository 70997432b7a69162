"""Paints the rows of the plan."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from familysafe.domain.views import StepRow
from familysafe.ui.models.plan_model import ENTRY_ROLE, Entry
from familysafe.ui.theme import BODY, RADIUS, SECTION, SMALL, TARGET, Theme
from familysafe.ui.widgets.step_card import answer_icon, answer_text, minutes_text
from familysafe.words.language import _

Index = QModelIndex | QPersistentModelIndex
EDGE = 16
RING = 4  # room around a row for the ring of the focus
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)


class PlanDelegate(QStyledItemDelegate):
    """A heading row or a step row, each one target wide and high enough for its words."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        weights = QFont.Weight
        self._heading = theme.font(SECTION, weights.DemiBold)
        self._title = theme.font(BODY, weights.DemiBold)
        self._small = theme.font(SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY_ROLE)
        width = self._view.width() - 16
        if not isinstance(entry, Entry):
            return QSize(width, TARGET)
        if entry.step is None:
            return QSize(width, max(TARGET, QFontMetrics(self._heading).height() + 2 * EDGE) + 8)
        room = QRect(0, 0, self._text_width(width, entry.step), 10_000)
        title = QFontMetrics(self._title).boundingRect(room, WRAP, entry.step.title)
        why = QFontMetrics(self._small).boundingRect(room, WRAP, entry.step.why)
        height = title.height() + why.height() + 4 + 2 * 12
        return QSize(width, max(height, TARGET) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect.adjusted(RING, 0, -RING, -8)
        if entry.step is None:
            self._paint_heading(painter, box, entry)
        else:
            self._paint_step(painter, box, entry, option)
        flags: QStyle.StateFlag = option.state
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), RADIUS, RADIUS)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        side = self._theme.px(24)
        area = box.adjusted(0, 12, 0, 0)
        self._draw_pixmap(painter, area, 0, entry.group.icon, "ink", side)
        text = self._part(area, side + 12, area.width() - side - 12)
        painter.setFont(self._heading)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), entry.group.title)
        painter.setFont(self._small)
        painter.setPen(self._theme.color("ink2"))
        progress = entry.group.progress
        counted = _("Most important: {done} of {of}").format(done=progress.done, of=progress.of)
        taken = QFontMetrics(self._heading).horizontalAdvance(entry.group.title) + TARGET
        if taken + QFontMetrics(self._small).horizontalAdvance(counted) > text.width():
            counted = f"{progress.done} / {progress.of}"
        painter.drawText(text, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), counted)

    def _paint_step(self, painter: QPainter, box: QRect, entry: Entry, option: QStyleOptionViewItem) -> None:
        step = entry.step
        if step is None:
            return
        flags: QStyle.StateFlag = option.state
        hovered = bool(flags & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(self._theme.color("ink2" if hovered else "line"), self._theme.palette.border))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        inner = box.adjusted(EDGE, 12, -EDGE, -12)
        side = self._theme.px(22)
        settled = step.answer is not None and step.answer.is_settled
        token = "amber" if step.stale else ("teal" if settled else "ink2")
        self._draw_pixmap(painter, inner, 0, answer_icon(step.answer), token, side)
        text = self._part(inner, side + 14, self._text_width(box.width() + 8, step))
        painter.setFont(self._title)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(text, WRAP, step.title)
        painter.setFont(self._small)
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(text, WRAP & ~int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignBottom), step.why)
        facts = self._part(inner, inner.width() - self._facts_width(step), self._facts_width(step))
        trailing = int(Qt.AlignmentFlag.AlignTrailing)
        painter.drawText(facts, trailing | int(Qt.AlignmentFlag.AlignTop), minutes_text(step.minutes))
        said = answer_text(step.answer, stale=step.stale)
        painter.setPen(self._theme.color(token if said else "ink2"))
        painter.drawText(facts, trailing | int(Qt.AlignmentFlag.AlignBottom), said)

    def _facts_width(self, step: StepRow) -> int:
        said = (minutes_text(step.minutes), answer_text(step.answer, stale=step.stale))
        return max(QFontMetrics(self._small).horizontalAdvance(text) for text in said) + 4

    def _text_width(self, width: int, step: StepRow) -> int:
        return width - 8 - 2 * EDGE - self._theme.px(22) - 14 - self._facts_width(step) - 12

    def _part(self, area: QRect, left: int, width: int) -> QRect:
        """A part of an area, counted from where one begins to read."""
        part = QRect(area.x() + left, area.y(), width, area.height())
        return QStyle.visualRect(self._view.layoutDirection(), area, part)

    def _draw_pixmap(self, painter: QPainter, area: QRect, left: int, icon: str, token: str, side: int) -> None:
        part = self._part(area, left, side)
        painter.drawPixmap(part.x(), part.y() + (part.height() - side) // 2, self._theme.pixmap(icon, token, side))
