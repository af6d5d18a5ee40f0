"""Thirty things that a learner would try in lesson 16, each with what a useful reply has in it.

Written before anything of the stand-in was changed for the lesson. Each is a function of a client whose far end is a stand-in,
and says whether what came back was useful: it acts as the API does, or says in the stand-in's own name that it cannot.
"""

import base64
import io
from typing import Literal

import openai
from PIL import Image, ImageDraw
from pydantic import BaseModel

MODEL = "gpt-6-luna"
PLAIN = {"model": MODEL, "reasoning": {"effort": "none"}}

RECEIPT = """CORNER BAKERY
12 Mill Lane, Bath
Tel. 01225 555 0143

Date: 2026-11-21   09:14

2 x Croissant    3.20
1 x Baguette     1.80
3 x Muffin       4.50

Total            9.50
Paid by card. Thank you!
"""
LIST_RECEIPT = "GREEN GROCER\n21 Nov 2026\nApples 2.40\nPears 3.10\nLemons 1.50\nTOTAL 7.00\nCash 10.00\nChange 3.00\n"
LETTER = "Dear Sam,\n\nthe meeting is moved to Tuesday at 3 pm in room 12. Please bring the March figures.\n\nBest,\nDana Cole\n"
TABLE = "city,people\nOslo,717000\nBergen,291000\nTrondheim,212000\n"


def encoded(image, kind="PNG", mime=None):
    file = io.BytesIO()
    image.save(file, kind)
    return f"data:{mime or 'image/' + kind.lower()};base64,{base64.b64encode(file.getvalue()).decode()}"


def flag(*stripes, size=(600, 400)):
    image = Image.new("RGB", size)
    for number, color in enumerate(stripes):
        width = -(-size[0] // len(stripes))
        image.paste(color, (number * width, 0, (number + 1) * width, size[1]))
    return image


def circle(back, front, size=(640, 480)):
    image = Image.new("RGB", size, back)
    ImageDraw.Draw(image).ellipse((size[0] / 4, size[1] / 4, size[0] * 3 / 4, size[1] * 3 / 4), fill=front)
    return image


def picture(image, detail="auto", **how):
    return {"type": "input_image", "image_url": image if isinstance(image, str) else encoded(image, **how), "detail": detail}


def text(words):
    return {"type": "input_text", "text": words}


def file(content, name="receipt.txt", mime="text/plain"):
    content = content.encode() if isinstance(content, str) else content
    return {"type": "input_file", "filename": name, "file_data": f"data:{mime};base64,{base64.b64encode(content).decode()}"}


def asked(client, *parts, **changes):
    message = {"role": "user", "content": [text(part) if isinstance(part, str) else part for part in parts]}
    return client.responses.create(**PLAIN | changes, input=[message]).output_text


def parsed(client, form, *parts):
    message = {"role": "user", "content": [text(part) if isinstance(part, str) else part for part in parts]}
    return client.responses.parse(**PLAIN, input=[message], text_format=form).output_parsed


def refused(client, *parts):
    try:
        asked(client, *parts)
    except openai.BadRequestError as error:
        return error.body["message"]
    return ""


def says(*words, without=()):
    return lambda reply: all(word.lower() in reply.lower() for word in words) and not any(word in reply for word in without)


class Item(BaseModel):
    product: str
    quantity: int
    price: float


class Receipt(BaseModel):
    shop: str
    date: str
    items: list[Item]
    total: float


class Short(BaseModel):
    shop: str
    total: float
    paid_by: str | None


class Seen(BaseModel):
    format: Literal["PNG", "JPEG", "GIF", "WebP"]
    width: int
    height: int
    main_color: str


class Meeting(BaseModel):
    day: str
    time: str
    room: int


SUN = circle("navy", "yellow")
FRANCE, ITALY = flag("#002395", "white", "#ed2939"), flag("#008c45", "white", "#cd212a", size=(300, 200))


def followed_up(client):
    first = [{"role": "user", "content": [text("What is in this picture?"), picture(FRANCE)]}]
    reply = client.responses.create(**PLAIN, input=first)
    items = [*first, *reply.output, {"role": "user", "content": "How large is it?"}]
    return client.responses.create(**PLAIN, input=items).output_text


def went_on(client):
    first = client.responses.create(**PLAIN, input=[{"role": "user", "content": [text("Describe this."), picture(SUN)]}])
    return client.responses.create(
        **PLAIN, input="Which colors does the picture have?", previous_response_id=first.id
    ).output_text


def uploaded(client):
    kept = client.files.create(file=("receipt.txt", RECEIPT.encode()), purpose="user_data")
    return asked(client, {"type": "input_file", "file_id": kept.id}, "What is the total?")


def uploaded_picture(client):
    content = base64.b64decode(encoded(FRANCE).partition(",")[2])
    kept = client.files.create(file=("flag.png", content), purpose="vision")
    return asked(client, "What do you see?", {"type": "input_image", "file_id": kept.id, "detail": "low"})


def counted(client, detail):
    message = [{"role": "user", "content": [text("Hi"), picture(Image.new("RGB", (1024, 1024)), detail)]}]
    return client.responses.input_tokens.count(model=MODEL, input=message).input_tokens


def in_chat(client):
    parts = [{"type": "text", "text": "What colors are in it?"}, {"type": "image_url", "image_url": {"url": encoded(ITALY)}}]
    return client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": parts}]).choices[0].message.content


def receipt_is_right(found):
    rows = [(item.product, item.quantity, item.price) for item in found.items]
    return (
        "bakery" in found.shop.lower()
        and found.date == "2026-11-21"
        and rows == [("Croissant", 2, 3.2), ("Baguette", 1, 1.8), ("Muffin", 3, 4.5)]
        and found.total == 9.5
    )


TRIES = {
    # pictures
    "a flag": lambda c: says("PNG", "600 × 400", "red", "white", "blue")(asked(c, "What is in this picture?", picture(FRANCE))),
    "a sun in the night": lambda c: says("blue", "yellow")(asked(c, "Describe this picture in one sentence.", picture(SUN))),
    "a question about one color": lambda c: says("%", "yellow")(asked(c, "Is there any yellow in it?", picture(SUN))),
    "a JPEG": lambda c: says("JPEG")(asked(c, "What format is this?", picture(FRANCE, kind="JPEG"))),
    "a WebP": lambda c: says("WebP")(asked(c, "What kind of file is this picture?", picture(FRANCE, kind="WEBP"))),
    "a country": lambda c: says("offline stand-in", "red")(asked(c, "Which country's flag is this?", picture(FRANCE))),
    "words in a picture": lambda c: says("offline stand-in")(asked(c, "Read the text in this picture.", picture(SUN))),
    "the picture alone": lambda c: says("yellow")(asked(c, picture(SUN))),
    "two pictures": lambda c: says("picture 1", "picture 2", "green")(
        asked(c, "Describe both.", picture(FRANCE), picture(ITALY))
    ),
    "which is larger": lambda c: says("Picture 1 is the larger")(
        asked(c, "Which one is larger?", picture(FRANCE), picture(ITALY))
    ),
    "what differs": lambda c: says("green", "blue")(asked(c, "What is the difference?", picture(FRANCE), picture(ITALY))),
    "three pictures": lambda c: says("picture 3")(asked(c, "What do you see?", *[picture(SUN), picture(FRANCE), picture(ITALY)])),
    "names between pictures": lambda c: says("picture 2")(
        asked(c, "A:", picture(SUN), "B:", picture(FRANCE), "Compare the colors.")
    ),
    "a question afterwards": lambda c: says("600 × 400")(followed_up(c)),
    "gone on from a stored reply": lambda c: says("yellow")(went_on(c)),
    "a picture that was uploaded": lambda c: says("600 × 400")(uploaded_picture(c)),
    "details differ in tokens": lambda c: counted(c, "low") < counted(c, "high") <= counted(c, "original"),
    "in Chat Completions": lambda c: says("green")(in_chat(c)),
    "a form from a picture": lambda c: (
        parsed(c, Seen, "Describe the picture.", picture(FRANCE, kind="JPEG")).model_dump()
        in [
            {"format": "JPEG", "width": 600, "height": 400, "main_color": color}
            for color in ("dark blue", "red", "white", "blue")
        ]
    ),
    # what goes wrong
    "a picture on the web": lambda c: says("web", "data URL")(refused(c, picture("https://example.com/cat.png"))),
    "a path": lambda c: says("data:", "prefix")(refused(c, picture("flag.png"))),
    "a BMP": lambda c: says("unsupported image")(refused(c, picture(FRANCE, kind="BMP"))),
    "a PDF": lambda c: says("PDF", "the real API does")(refused(c, file(b"%PDF-1.4 ...", "a.pdf", "application/pdf"))),
    # text files
    "the total of a receipt": lambda c: says("9.50")(asked(c, file(RECEIPT), "What is the total?")),
    "the total of one uploaded": lambda c: says("9.50")(uploaded(c)),
    "when, from a letter": lambda c: says("Tuesday")(asked(c, file(LETTER, "letter.txt"), "When is the meeting?")),
    "a receipt in a form": lambda c: receipt_is_right(parsed(c, Receipt, file(RECEIPT), "Extract the receipt.")),
    "another receipt in another form": lambda c: (
        (found := parsed(c, Short, file(LIST_RECEIPT), "Fill in the form.")).total == 7.0 and "grocer" in found.shop.lower()
    ),
    "a letter in a form": lambda c: (
        parsed(c, Meeting, file(LETTER, "letter.md", "text/markdown"), "Which meeting?").model_dump()
        == {"day": "Tuesday", "time": "3 pm", "room": 12}
    ),
    "a table": lambda c: says("717")(asked(c, file(TABLE, "cities.csv", "text/csv"), "How many people live in Oslo?")),
}
