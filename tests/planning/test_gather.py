"""Which steps stand in a plan, for what, and for which reason."""

from collections.abc import Sequence

import pytest

from familysafe.domain.catalogue import Catalogue
from familysafe.domain.condition import When
from familysafe.domain.guide import ConnectionKind, GuideKind
from familysafe.domain.household import Account, AgeBand, Child, Connection, Device, Household
from familysafe.domain.plan import Reason, ReasonCode
from familysafe.domain.target import Target, TargetKind
from familysafe.planning.gather import gather, home_of
from tests.planning.making import GROWN, NINE, THIRTEEN, TODAY, catalogue, guide, step

YOUNGER, ELDER, ADULT = Child("c1", "Younger", NINE), Child("c2", "Elder", THIRTEEN), Child("c3", "Adult", GROWN)
TEENS = When(ages=(AgeBand.FROM_13,))
STEPS = (
    step("ipad.account", TargetKind.ACCOUNT),
    step("ipad.code", TargetKind.DEVICE),
    step("ipad.teens", TargetKind.DEVICE, when=TEENS),
    step("net.mobile", TargetKind.MOBILE),
    step("net.filter", TargetKind.CONNECTION),
    step("home.tell", TargetKind.HOME),
    step("home.who", TargetKind.CHILD),
    step("chat.private", TargetKind.ACCOUNT),
    step("chat.device", TargetKind.DEVICE),
    step("home.games", TargetKind.HOME, when=When(services=("chatter",))),
)
GUIDES = (
    guide("ipad", GuideKind.DEVICE, "ipad.account", "ipad.code", "ipad.teens", service="apple"),
    guide("iphone", GuideKind.DEVICE, "ipad.account", "ipad.code", service="apple"),
    guide("mobile", GuideKind.CONNECTION, "net.mobile", "ipad.code"),
    guide("net", GuideKind.CONNECTION, "net.filter", "net.mobile", countries=("GB",)),
    guide("home", GuideKind.HOME, "home.tell", "home.who", "home.games"),
    guide("chat", GuideKind.APP, "chat.private", "chat.device", service="chatter"),
)
CATALOGUE = catalogue(GUIDES, STEPS)
IPAD = Device("d1", "ipad", used_by=("c1",))


def reasons(home: Household, made: Catalogue = CATALOGUE) -> dict[tuple[str, Target], list[Reason]]:
    found = gather(made, home_of(made, home, TODAY))
    return {(key.step, key.target): item.reasons for key, item in found.items()}


def children_of(home: Household) -> dict[tuple[str, Target], list[str]]:
    found = gather(CATALOGUE, home_of(CATALOGUE, home, TODAY))
    return {(key.step, key.target): [child.id for child in item.children] for key, item in found.items()}


def steps_of(home: Household, made: Catalogue = CATALOGUE) -> Sequence[str]:
    return [step for step, _ in reasons(home, made)]


def device(own: str) -> Target:
    return Target(TargetKind.DEVICE, device=own)


def account(child: str, service: str) -> Target:
    return Target(TargetKind.ACCOUNT, child=child, service=service)


def test_a_home_of_which_nothing_is_known_gets_the_steps_of_every_home() -> None:
    assert reasons(Household()) == {
        ("home.tell", Target(TargetKind.HOME)): [Reason(ReasonCode.EVERY_HOME, guide="home")]
    }


def test_a_step_for_a_child_stands_for_each_child() -> None:
    found = reasons(Household(children=(YOUNGER, ELDER)))
    assert [target.child for name, target in found if name == "home.who"] == ["c1", "c2"]


def test_a_device_of_one_child_is_there_because_that_child_uses_it() -> None:
    found = reasons(Household(children=(YOUNGER,), devices=(IPAD,)))
    assert found["ipad.code", device("d1")] == [Reason(ReasonCode.CHILD_USES_DEVICE, ("c1",), "d1", "ipad")]


def test_a_device_of_two_children_names_both() -> None:
    shared = Device("d1", "ipad", used_by=("c1", "c2"))
    found = reasons(Household(children=(YOUNGER, ELDER), devices=(shared,)))
    assert found["ipad.code", device("d1")] == [Reason(ReasonCode.CHILD_USES_DEVICE, ("c1", "c2"), "d1", "ipad")]


def test_an_account_names_its_own_child_on_a_shared_device_too() -> None:
    shared = Device("d1", "ipad", used_by=("c1", "c2"))
    found = reasons(Household(children=(YOUNGER, ELDER), devices=(shared,)))
    assert found["ipad.account", account("c2", "apple")] == [
        Reason(ReasonCode.CHILD_USES_DEVICE, ("c2",), "d1", "ipad")
    ]


def test_a_device_of_everybody_is_there_because_it_is_at_home() -> None:
    found = reasons(Household(children=(YOUNGER,), devices=(Device("d1", "ipad"),)))
    assert found["ipad.code", device("d1")][0].code is ReasonCode.DEVICE_AT_HOME


def test_a_device_before_any_child_is_told_is_set_up_without_accounts() -> None:
    assert "ipad.account" not in steps_of(Household(devices=(IPAD,)))
    assert "ipad.code" in steps_of(Household(devices=(IPAD,)))


@pytest.mark.parametrize("used_by", [("c3",), ()])
def test_a_device_that_only_a_grown_up_uses_is_left_alone(used_by: tuple[str, ...]) -> None:
    home = Household(children=(ADULT,), devices=(Device("d1", "ipad", used_by=used_by),))
    assert steps_of(home) == ["home.tell"]


def test_a_grown_up_has_no_steps_for_apps() -> None:
    assert "chat.private" not in steps_of(Household(children=(ADULT,), accounts=(Account("c3", "chat"),)))


def test_an_account_is_set_up_once_for_a_child_with_two_devices() -> None:
    devices = (IPAD, Device("d2", "iphone", used_by=("c1",)))
    found = reasons(Household(children=(YOUNGER,), devices=devices))
    assert [(reason.device, reason.guide) for reason in found["ipad.account", account("c1", "apple")]] == [
        ("d1", "ipad"),
        ("d2", "iphone"),
    ]


def test_a_shared_step_stands_once_for_each_device() -> None:
    devices = (IPAD, Device("d2", "iphone", used_by=("c1",)))
    found = reasons(Household(children=(YOUNGER,), devices=devices))
    assert [target.device for name, target in found if name == "ipad.code"] == ["d1", "d2"]


def test_a_step_met_twice_for_one_reason_says_it_once() -> None:
    twice = (Account("c1", "chat"), Account("c1", "chat"))
    found = reasons(Household(children=(YOUNGER,), accounts=twice))
    assert len(found["chat.private", account("c1", "chatter")]) == 1


def test_a_network_has_its_steps_for_each_device_on_it() -> None:
    home = Household(children=(YOUNGER,), devices=(Device("d1", "ipad", mobile="mobile"), Device("d2", "ipad")))
    found = reasons(home)
    assert [target for name, target in found if name == "net.mobile"] == [Target(TargetKind.MOBILE, device="d1")]
    assert found["net.mobile", Target(TargetKind.MOBILE, device="d1")][0].code is ReasonCode.DEVICE_ON_NETWORK


def test_a_device_nobody_wrote_about_still_has_its_network() -> None:
    home = Household(children=(YOUNGER,), devices=(Device("d1", "unheard-of", mobile="mobile"),))
    assert "net.mobile" in steps_of(home)


def test_a_connection_stands_for_itself() -> None:
    found = reasons(Household(connections=(Connection("n1", "net"), Connection("n2", "unheard-of"))))
    target = Target(TargetKind.CONNECTION, connection="n1")
    assert found["net.filter", target] == [Reason(ReasonCode.CONNECTION_AT_HOME, guide="net")]
    assert len(found) == 2


def test_a_guide_of_another_country_is_passed_over() -> None:
    assert "net.filter" not in steps_of(Household("IE", connections=(Connection("n1", "net"),)))


def test_a_connection_of_another_country_has_the_general_steps_for_its_own_reason() -> None:
    broadband, kind = ConnectionKind.BROADBAND, GuideKind.CONNECTION
    made = catalogue(
        [
            guide("net", kind, "net.filter", connection=broadband, countries=("GB",)),
            guide("router", kind, "router.filter", connection=broadband, general=True),
        ],
        [step("net.filter", TargetKind.CONNECTION), step("router.filter", TargetKind.CONNECTION)],
    )
    target = Target(TargetKind.CONNECTION, connection="n1")
    told = (Connection("n1", "net"),)
    assert list(reasons(Household("GB", connections=told), made)) == [("net.filter", target)]
    assert reasons(Household("IE", connections=told), made) == {
        ("router.filter", target): [Reason(ReasonCode.CONNECTION_AT_HOME, guide="net")]
    }


def test_a_step_for_a_thing_that_is_not_there_is_passed_over() -> None:
    found = steps_of(Household(children=(YOUNGER,), accounts=(Account("c1", "chat"),)))
    assert "chat.private" in found
    assert "chat.device" not in found


def test_an_app_nobody_wrote_about_is_passed_over() -> None:
    home = Household(children=(YOUNGER,), accounts=(Account("c1", "unheard-of"),))
    assert steps_of(home) == ["home.tell", "home.who"]


def test_an_age_is_asked_of_anybody_who_uses_the_device() -> None:
    shared = Household(children=(YOUNGER, ELDER), devices=(Device("d1", "ipad", used_by=("c1", "c2")),))
    alone = Household(children=(YOUNGER, ELDER), devices=(IPAD,))
    assert "ipad.teens" in steps_of(shared)
    assert "ipad.teens" not in steps_of(alone)


def test_an_item_touches_only_the_children_for_whom_it_is_said() -> None:
    shared = Household(children=(YOUNGER, ELDER), devices=(Device("d1", "ipad"),))
    assert children_of(shared)["ipad.teens", device("d1")] == ["c2"]
    assert children_of(shared)["ipad.code", device("d1")] == ["c1", "c2"]


def test_a_step_of_the_home_touches_only_the_children_who_have_the_app() -> None:
    home = Household(children=(YOUNGER, ELDER), accounts=(Account("c2", "chat"),))
    assert children_of(home)["home.games", Target(TargetKind.HOME)] == ["c2"]


def test_a_child_of_unknown_age_is_never_left_out() -> None:
    shared = Household(children=(YOUNGER, ELDER, Child("c4", "Kim")), devices=(Device("d1", "ipad"),))
    assert children_of(shared)["ipad.teens", device("d1")] == ["c2", "c4"]


def test_an_age_and_an_app_are_asked_of_the_same_child() -> None:
    both = When(ages=(AgeBand.FROM_13,), services=("chatter",))
    made = catalogue(
        [*GUIDES[:-1], guide("chat", GuideKind.APP, "chat.old", service="chatter")],
        [*STEPS, step("chat.old", TargetKind.HOME, when=both)],
    )
    assert "chat.old" not in steps_of(Household(children=(YOUNGER, ELDER), accounts=(Account("c1", "chat"),)), made)
    assert "chat.old" in steps_of(Household(children=(YOUNGER, ELDER), accounts=(Account("c2", "chat"),)), made)


def test_a_step_for_one_of_two_users_is_there_because_that_one_uses_the_device() -> None:
    shared = Device("d1", "ipad", used_by=("c1", "c2"))
    found = reasons(Household(children=(YOUNGER, ELDER), devices=(shared,)))
    assert found["ipad.teens", device("d1")] == [Reason(ReasonCode.CHILD_USES_DEVICE, ("c2",), "d1", "ipad")]


def test_a_step_of_the_home_met_in_the_app_of_two_children_says_so_once() -> None:
    made = catalogue(
        [guide("chat", GuideKind.APP, "chat.home", service="chatter")], [step("chat.home", TargetKind.HOME)]
    )
    accounts = (Account("c1", "chat"), Account("c2", "chat"))
    found = reasons(Household(children=(YOUNGER, ELDER), accounts=accounts), made)
    assert list(found.values()) == [[Reason(ReasonCode.CHILD_HAS_APP, ("c1", "c2"), guide="chat")]]


def test_a_step_for_every_child_says_so() -> None:
    found = reasons(Household(children=(YOUNGER,)))
    assert found["home.who", Target(TargetKind.CHILD, child="c1")] == [Reason(ReasonCode.EVERY_CHILD, guide="home")]


def test_a_home_without_children_rules_no_age_out() -> None:
    assert "ipad.teens" in steps_of(Household(devices=(IPAD,)))


@pytest.mark.parametrize("app", ["chat", "unheard-of"])
def test_an_app_is_known_by_its_service(app: str) -> None:
    home = Household(children=(YOUNGER,), accounts=(Account("c1", app),))
    assert ("home.games" in steps_of(home)) == (app == "chat")


def test_a_step_of_the_home_in_a_device_s_guide_asks_the_whole_family_and_the_next_step_only_its_users() -> None:
    made = catalogue(
        [guide("box", GuideKind.DEVICE, "box.home", "box.code")],
        [step("box.home", TargetKind.HOME, when=TEENS), step("box.code", TargetKind.DEVICE, when=TEENS)],
    )
    home = Household(children=(YOUNGER, ELDER), devices=(Device("d1", "box", used_by=("c1",)),))
    assert steps_of(home, made) == ["box.home"]


def test_a_condition_on_devices_asks_the_target_s_own_device_and_for_the_home_all_of_them() -> None:
    on_ipads = When(devices=("ipad",))
    steps = [
        step("net.relay", TargetKind.MOBILE, when=on_ipads),
        step("net.name", TargetKind.DEVICE, when=on_ipads),
        step("net.home", TargetKind.HOME, when=on_ipads),
        step("net.child", TargetKind.CHILD, when=on_ipads),
    ]
    guides = [guide("net", GuideKind.CONNECTION, *(one.id for one in steps)), guide("ipad", GuideKind.DEVICE)]
    other = Device("d2", "other", used_by=("c2",), mobile="net")
    found = reasons(Household(children=(YOUNGER, ELDER), devices=(IPAD, other)), catalogue(guides, steps))
    assert {name for name, _ in found} == {"net.home", "net.child"}
    tablet = Device("d3", "ipad", used_by=("c2",), mobile="net")
    found = reasons(Household(children=(YOUNGER, ELDER), devices=(other, tablet)), catalogue(guides, steps))
    assert ("net.relay", Target(TargetKind.MOBILE, device="d3")) in found
    assert ("net.relay", Target(TargetKind.MOBILE, device="d2")) not in found
