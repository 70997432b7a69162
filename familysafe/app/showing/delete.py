"""What goes with a child, as the page Delete says it beforehand."""

from familysafe.app.showing.rows import Showing
from familysafe.domain.keeping import ChildGoes, DeleteView


def delete_view(showing: Showing, *, throw_away: bool) -> DeleteView:
    """Each child with what goes with them."""
    return DeleteView(tuple(child_goes(showing, child.id) for child in showing.household.children), throw_away)


def child_goes(showing: Showing, child_id: str) -> ChildGoes:
    """Counted as `store.deletion` takes it out."""
    household, memory = showing.household, showing.snapshot.memory
    left = {device.id for device in household.without_child(child_id).devices}
    gone = [device for device in household.devices if device.id not in left]
    devices = {device.id for device in gone}
    answers = [one for one in memory.answers if one.target.child == child_id or one.target.device in devices]
    return ChildGoes(
        id=child_id,
        name=showing.names.child(child_id),
        devices=tuple(showing.names.device_name(device) for device in gone),
        apps=sum(account.child == child_id for account in household.accounts),
        answers=len(answers),
        talks=sum(talk.children == (child_id,) for talk in memory.talks),
        records=sum(record.children == (child_id,) for record in memory.records),
    )
