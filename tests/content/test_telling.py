"""The scan for harmful advice finds what was planted, and lets pass what is said in a good text."""

import pytest

from tests.content.telling import tells_of_pictures, tells_to_harm

TITLES = ("Threatened over a picture or video", "A sexual picture has been shared")


@pytest.mark.parametrize(
    "line",
    [
        "Save the picture.",
        "Please save all of the pictures as proof.",
        "Send the video to the police.",
        "You can forward the image to the report service.",
        "Take a screenshot.",
        "Take a screenshot of the chat, with the picture in it.",
        "Screenshot the whole chat before you block.",
        "A screenshot of the picture is fine.",
        "Make a screen recording of everything.",
        "Photograph the screen and the picture on it.",
        "Take a photo of the screen with another phone.",
        "Copy the nude to a safe place.",
        "Keep the pictures for the police.",
        "Print the photo and bring it to the school.",
        "Upload the picture to the form below.",
        "Ask the child to send you the picture.",
        "Let them show you the picture.",
        "Ask your child: “Show me the video.”",
        "Open the picture to be sure.",
        "Look at the picture together.",
        "Bring the picture to the police.",
        "Hand the video to the social worker.",
        "The child can save the picture.",
        "They can send the picture themselves.",
        "Don’t worry. Save the picture first.",
        "Do not delete it: save the picture.",
        "Do not delete it, but save the picture.",
        "Never pay; send the picture to the police.",
        "No proof? Then forward the picture to the service.",
        "There is a picture in the chat? Save it.",
        "There is a picture in the chat. Leave it there, then forward it to us.",
        "Do not send the picture to anyone except the police: send it to them.",
        "Say: “A sexual picture of a child is being shared.” Attach it.",
        "Was the picture sent? Keep it as proof.",
        "Save the picture shown in “Threatened over a picture or video”.",
    ],
)
def test_a_planted_picture_is_found(line: str) -> None:
    assert tells_of_pictures([line], TITLES)


def test_a_picture_planted_across_two_lines_is_found() -> None:
    assert tells_of_pictures(["Is there a nude picture?", "Save it for the police."]) == ["Save it for the police."]


@pytest.mark.parametrize(
    "line",
    [
        "Never look for, open, copy, photograph, save or forward the picture, also not as proof.",
        "never save the picture",
        "Do not send the picture to anyone.",
        "Don’t copy, save, show or send on a nude picture, not even to prove it. Your words are enough.",
        "Nobody at school should look at the picture, copy it or pass it on. Say so.",
        "A picture came to your child’s phone? Leave it, send it to nobody, and tell the police that it is there.",
        "Give out no code, password or photo of a card.",
        "A threat to share a picture? Go on.",
        "Someone will share a picture unless they get money.",
        "Did your child pass on a picture of somebody else?",
        "To share such a picture can be a crime here.",
        "Ask what to do with the picture and the messages. Note the reference number.",
        "A screenshot may show text or the profile page only. Writing is better.",
        "Screenshots of words, posts and profile pages are fine.",
        "Do not take screenshots where a picture could show.",
        "Go to “Threatened over a picture or video”.",
        "Open “A sexual picture has been shared”.",
        "Too hard to say? Write it down. Give it to them, or send it.",
        "Have a picture taken down.",
        "How to get a picture taken down.",
        "Say that there is a picture. Write down where it is.",
        "Keep them safe. A picture can wait.",
    ],
)
def test_what_is_said_in_a_good_text_passes(line: str) -> None:
    assert tells_of_pictures([line], TITLES) == []


@pytest.mark.parametrize(
    "line",
    [
        "Confront them about it.",
        "Confront the person calmly.",
        "Try confronting him with what you know.",
        "Investigate who is behind the account.",
        "Find out who they are.",
        "Pretend to be your child, and ask for a name.",
        "Write as if you were the child.",
        "Log in as your child and answer.",
        "Reply as your child.",
        "Answer in your child’s name.",
        "Play along until you know more.",
        "Set a trap with a new account.",
        "Do not pay. Then confront them.",
        "Do not pay, but investigate the account.",
        "Question the child until you know it all. Interrogate gently.",
        "Meet them yourself, in a public place.",
    ],
)
def test_planted_harm_is_found(line: str) -> None:
    assert tells_to_harm([line])


@pytest.mark.parametrize(
    "line",
    [
        "Do not confront the person, nor tell them what the child said.",
        "Never confront the person it is about.",
        "Never write to the person yourself, and never as if you were the child.",
        "Never pretend to be your child to catch them, and never go to meet them.",
        "You need not prove that it is a fake, nor find out who made it.",
        "Report it as somebody who pretends to be them.",
        "A fake page in your child’s name?",
        "Find out which e-mail the account uses.",
        "If I do not know, I will help you find out.",
    ],
)
def test_what_warns_of_harm_passes(line: str) -> None:
    assert tells_to_harm([line]) == []
