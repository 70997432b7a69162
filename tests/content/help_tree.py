"""A situation in the small authored tree, with somebody to contact wherever it is read."""

SERVICES = """
[[service]]
id = "gb-line"
country = "GB"
kind = "helpline"
audience = "child"
phone = "0800 1111"
web = "https://line.example/"
sources = ["https://line.example/"]
checked = 2026-01-10
confidence = "checked"

[[service]]
id = "gb-desk"
country = "GB"
kind = "advice"
audience = "adult"
phone = "0800 2222"
web = "https://desk.example/"
sources = ["https://desk.example/"]
checked = 2026-01-10
confidence = "checked"
"""

SERVICE_WORDS = """
[service.gb-line]
name = "The Line"
does = "They listen."

[service.gb-desk]
name = "The Desk"
does = "They know the way."
hours = "always"
access = "By post, too."
"""

WORLD_SERVICES = """
[[service]]
id = "int-help"
country = "INT"
kind = "helpline"
audience = "anyone"
web = "https://help.example/"
sources = ["https://help.example/"]
checked = 2026-01-10
confidence = "checked"
"""

WORLD_SERVICE_WORDS = """
[service.int-help]
name = "Help"
does = "They find a line near you."
"""

SITUATION = """\
id = "scare"
order = 10
steps = ["scare.tell", "scare.note"]
plan = ["lamp.code"]
cards = ["trust.start"]

[contacts]
GB = ["gb-line", "gb-desk"]
INT = ["int-help"]

[steps_in]
AU = ["scare.note", "scare.tell"]

[[step]]
id = "scare.tell"
kind = "words"
services = ["gb-line", "int-help"]
sources = ["https://scare.example/tell"]
checked = 2026-01-10
confidence = "checked"

[[step]]
id = "scare.note"
kind = "note"
services = ["gb-desk"]
sources = ["https://scare.example/note"]
checked = 2026-01-10
confidence = "checked"
"""

SITUATION_WORDS = """\
title = "A scare"
about = "Some thing made the child sad."
aliases = ["fright"]

[step.tell]
title = "Sit with them"
do = ["Sit down.", { text = "Call 999 if you must.", countries = ["GB"] }]
say = "I am glad you told me."
not_to_say = "Why did you?"
never = "Do not ask to see it."
if_not = "Let them draw it."

[step.note]
title = "Write it down"
do = "Put down who it was."
if_not = "Do it in a day or so."
"""
