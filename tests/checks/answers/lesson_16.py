"""Lesson 16: answers that are right, and answers that are wrong."""

import base64
import mimetypes
from math import ceil

from PIL import Image, ImageDraw

# --- 16.1 ---

KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".gif": "gif"}


def letters_of(path):
    return base64.b64encode(path.read_bytes()).decode()


def part_of(path):
    url = f"data:image/{KINDS[path.suffix.lower()]};base64,{letters_of(path)}"
    return {"type": "input_image", "image_url": url, "detail": "low"}


def by_mimetypes(path):
    kind = mimetypes.guess_type(path)[0] or "image/webp"
    return {"detail": "low", "image_url": f"data:{kind};base64,{letters_of(path)}", "type": "input_image"}


def by_the_ending(path):
    return part_of(path) | {"image_url": f"data:image/{path.suffix[1:]};base64,{letters_of(path)}"}


def always_png(path):
    return part_of(path) | {"image_url": f"data:image/png;base64,{letters_of(path)}"}


def letters_alone(path):
    return part_of(path) | {"image_url": letters_of(path)}


def the_path(path):
    return part_of(path) | {"image_url": str(path)}


def small_letters_only(path):
    return part_of(path) | {"image_url": f"data:image/{KINDS[path.suffix]};base64,{letters_of(path)}"}


def as_bytes(path):
    return part_of(path) | {"image_url": path.read_bytes()}


def without_detail(path):
    return {name: value for name, value in part_of(path).items() if name != "detail"}


def in_chat(path):
    return {"type": "image_url", "image_url": {"url": part_of(path)["image_url"], "detail": "low"}}


def called_image(path):
    return part_of(path) | {"type": "image"}


def with_a_text(path):
    return part_of(path) | {"text": path.name}


# --- 16.2 ---


def tokens(width, height):
    return ceil(ceil(width / 32) * ceil(height / 32) * 12 / 10)


def tokens_of(width, height, detail):
    longer = max(width, height)
    if detail == "low" and longer > 512:
        width, height = max(1, round(width * 512 / longer)), max(1, round(height * 512 / longer))
    return tokens(width, height)


def in_another_way(width, height, detail):
    scale = min(1, 512 / max(width, height)) if detail == "low" else 1
    across, down = (-(-max(1, round(side * scale)) // 32) for side in (width, height))
    return (across * down * 6 + 4) // 5


def never_scaled(width, height, detail):
    return tokens(width, height)


def always_scaled(width, height, detail):
    return tokens_of(width, height, "low")


def enlarged(width, height, detail):
    if detail == "low":
        longer = max(width, height)
        return tokens(max(1, round(width * 512 / longer)), max(1, round(height * 512 / longer)))
    return tokens(width, height)


def without_the_factor(width, height, detail):
    return ceil(width / 32) * ceil(height / 32)


def not_rounded_up(width, height, detail):
    return tokens(width // 32 * 32, height // 32 * 32)


def by_the_width(width, height, detail):
    if detail == "low" and width > 512:
        width, height = 512, max(1, round(height * 512 / width))
    return tokens(width, height)


def cut_off(width, height, detail):
    scale = min(1, 512 / max(width, height)) if detail == "low" else 1
    return tokens(max(1, int(width * scale)), max(1, int(height * scale)))


def always_up(width, height, detail):
    scale = min(1, 512 / max(width, height)) if detail == "low" else 1
    return tokens(ceil(width * scale), ceil(height * scale))


def as_a_number_with_a_point(width, height, detail):
    return float(tokens_of(width, height, detail))


# --- 16.3 ---


def adds_up(receipt):
    return round(sum(item.price for item in receipt.items), 2) == receipt.total


def problems(receipt):
    found = ["no items"] if not receipt.items else []
    found += ["no total"] if receipt.total is None else []
    found += [f"no price for {item.product}" for item in receipt.items if item.price <= 0]
    return found if found or adds_up(receipt) else ["the sum is not the total"]


def in_four_steps(receipt):
    found = []
    if len(receipt.items) == 0:
        found.append("There is nothing on it.")
    for item in receipt.items:
        if not item.price > 0:
            found.append(f"{item.product}: {item.price}")
    if receipt.total is None:
        found.append("The total is missing.")
    elif receipt.items and abs(sum(item.price for item in receipt.items) - receipt.total) > 0.005:
        found.append("It does not add up.")
    return found


def without_rounding(receipt):
    if receipt.items and receipt.total is not None and sum(item.price for item in receipt.items) != receipt.total:
        return [*problems(receipt), "sum"]
    return problems(receipt)


def times_the_quantity(receipt):
    if receipt.items and receipt.total is not None:
        total = round(sum(item.price * item.quantity for item in receipt.items), 2)
        return [] if total == receipt.total else ["sum"]
    return problems(receipt)


def the_sum_alone(receipt):
    return [] if adds_up(receipt) else ["sum"]


def forgets_the_total(receipt):
    return [] if receipt.total is None else problems(receipt)


def forgets_the_items(receipt):
    return [found for found in problems(receipt) if found != "no items"]


def zero_is_a_price(receipt):
    return [f"{item.product}" for item in receipt.items if item.price < 0] + [
        found for found in problems(receipt) if "price" not in found
    ]


def complains_twice(receipt):
    return problems(receipt) + ([] if adds_up(receipt) or "the sum is not the total" in problems(receipt) else ["sum"])


def one_text(receipt):
    return ", ".join(problems(receipt))


# --- 16.4 ---


def striped(*colors, size=(300, 200), mode="RGB"):
    image = Image.new("RGB", size, "white")
    width = size[0] // len(colors)
    for number, color in enumerate(colors):
        ImageDraw.Draw(image).rectangle((number * width, 0, (number + 1) * width - 1, size[1]), fill=color)
    return image.convert(mode)


DOT = Image.new("RGB", (300, 300), "navy")
ImageDraw.Draw(DOT).rectangle((0, 0, 20, 20), fill="red")
ImageDraw.Draw(DOT).rectangle((100, 100, 300, 300), fill="gold")

RIGHT = [
    ("16.1", part_of),
    ("16.1", by_mimetypes),
    ("16.2", tokens_of),
    ("16.2", in_another_way),
    ("16.2", as_a_number_with_a_point),
    ("16.3", problems),
    ("16.3", in_four_steps),
    ("16.4", striped("green", "white", "red")),
    ("16.4", striped("blue", "yellow", "black", "pink", mode="P")),
]

WRONG = [
    ("16.1", by_the_ending, "for b.jpg, the URL should begin with data:image/jpeg;base64"),
    ("16.1", always_png, "for b.jpg, the URL should begin with data:image/jpeg;base64"),
    ("16.1", letters_alone, "for a.png, the URL should begin with data:image/png;base64"),
    ("16.1", the_path, "and have the file in base64 after the comma"),
    ("16.1", small_letters_only, "your code raised KeyError: '.PNG'"),
    ("16.1", as_bytes, 'part_of(...)["image_url"] should be a text'),
    ("16.1", without_detail, 'the detail should be "low", and it is None'),
    ("16.1", in_chat, 'part_of(...)["image_url"] should be a text'),
    ("16.1", called_image, 'the type should be "input_image", and it is "image"'),
    ("16.1", with_a_text, "there is a key too many: text"),
    ("16.2", never_scaled, 'a picture of 640 × 480 pixels with the detail "low" is 231 tokens, and your function says 360'),
    ("16.2", always_scaled, 'a picture of 640 × 480 pixels with the detail "original" is 360 tokens'),
    ("16.2", enlarged, 'with the detail "low"'),
    ("16.2", without_the_factor, "is 360 tokens, and your function says 300"),
    ("16.2", not_rounded_up, "a picture of 513 × 512 pixels"),
    ("16.2", by_the_width, "a picture of 100 × 4000 pixels"),
    ("16.2", cut_off, "a picture of 1536 × 98 pixels"),
    ("16.2", always_up, "a picture of 1536 × 97 pixels"),
    ("16.3", without_rounding, "Did you round the sum?"),
    ("16.3", times_the_quantity, "for a good receipt"),
    ("16.3", the_sum_alone, "for a receipt with nothing at all there are 2 problems"),
    ("16.3", forgets_the_total, "for a receipt without a total your function finds nothing"),
    ("16.3", forgets_the_items, "for a receipt without items your function finds nothing"),
    ("16.3", zero_is_a_price, "for a receipt in which one price is 0 your function finds nothing"),
    ("16.3", complains_twice, "for a receipt without items there is one problem"),
    ("16.3", one_text, "problems(...) should be a list"),
    ("16.4", striped("green", "white"), "the stand-in sees only green and white in it"),
    ("16.4", DOT, "the stand-in sees only"),
    ("16.4", striped("green", "white", "red", size=(900, 600)), "it has 900 × 600 pixels, and that makes 662 tokens"),
    (
        "16.4",
        striped("green", "white", "red", size=(7_000, 7_000)),
        "it cannot be sent: The image you provided requires 47961 patches",
    ),
    ("16.4", striped("green", "white", "red", mode="CMYK"), "Pillow cannot make a PNG of it (cannot write mode CMYK as PNG)"),
    ("16.4", Image.new("RGB", (0, 5)), "Pillow cannot make a PNG of it"),
    ("16.4", "a picture", "this is no picture of Pillow"),
]
