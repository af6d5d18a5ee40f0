"""Name the colors of a picture as a person would: "red (62%) and white (30%)".

Every pixel gets the name of the nearest color in a small table. Near is measured in Oklab (Björn
Ottosson, 2020), a space in which equal distances look about equally far, with lightness counting
less: to a person, a dark red is a red before it is dark. Of the 143 names in the xkcd color survey
(2010) that are one of these with "dark", "pale" and the like, 9 of 10 come out as there.
"""

NAMES = {
    "black": "#000000",
    "dark gray": "#464646",
    "gray": "#808080",
    "light gray": "#c8c8c8",
    "white": "#ffffff",
    "red": "#ff0000 #c8323c",
    "dark red": "#7f0000",
    "orange": "#ff8c00 #d2601a #ff9a70",
    "brown": "#7a4a20 #341c02 #9c7848",
    "beige": "#e8d5b0 #f5e6d0",
    "yellow": "#ffff00 #f0cc20 #fff8a0",
    "olive": "#75751a #a8b058",
    "light green": "#90ee90 #d0ffc0",
    "green": "#00ff00 #2f9e3a #76a973",
    "dark green": "#0b4a14",
    "turquoise": "#00ffff #20b5aa #0a7070 #82cbb2 #024848",
    "light blue": "#9ccdf0 #d5ffff",
    "blue": "#0000ff #2f78d0 #5a86ad",
    "dark blue": "#06104f #014182",
    "purple": "#7e1e9c #a078d8 #36013f #84597e #d8b8f8",
    "pink": "#ffb0c8 #f060a8 #ffe0e8 #cb2870",
    "magenta": "#ff00ff #a0025c",
}  # wide colors stand here more than once

SIDE = 509  # pixels looked at along each side of a larger picture; a prime, so that no pattern is in step with it
BITS = 5  # of each of red, green and blue; finer shades are looked at as one
LIGHTNESS = 0.4  # how much it counts, compared with the hue
SEEN = 128  # of 255: what is less opaque counts as transparent
TRANSPARENT = "transparent"


def count(image) -> tuple[tuple[tuple[str, float], ...], int]:
    """Return the colors of a PIL image with their shares, the largest first, and the number of its shades.

    The shares sum to 1. Pixels that cannot be seen are "transparent". A photo has hundreds of shades
    or thousands, a drawing a few.
    """
    import numpy as np

    pixels = np.asarray(_in_bytes(_smaller(image)).convert("RGBA")).reshape(-1, 4)
    red, green, blue, alpha = pixels.T.astype(np.uint16)
    shades = np.zeros_like(red)
    for channel in (red, green, blue):
        shades = (shades << BITS) | (channel >> (8 - BITS))
    amounts = np.bincount(shades[alpha >= SEEN], minlength=1 << (3 * BITS))
    (there,) = amounts.nonzero()
    shares = {TRANSPARENT: 1 - amounts.sum() / len(pixels)}
    for name, amount in zip(_names(there), amounts[there], strict=True):
        shares[name] = shares.get(name, 0) + amount / len(pixels)
    largest_first = sorted(shares.items(), key=lambda item: -item[1])
    return tuple((name, float(share)) for name, share in largest_first if share), len(there)


def _smaller(image):
    """Return the picture with some of its pixels, each as it was: to blend them would make new colors."""
    from PIL import Image

    size = (min(image.width, SIDE), min(image.height, SIDE))
    return image if size == image.size else image.resize(size, Image.Resampling.NEAREST)


def _in_bytes(image):
    """Return a gray picture of 16 bits with the upper 8: Pillow would take every value over 255 for white."""
    import numpy as np
    from PIL import Image

    return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8)) if image.mode.startswith("I") else image


def _names(shades) -> list[str]:
    """Return the name of each shade, a number of 3 × BITS bits."""
    import numpy as np

    steps = (1 << BITS) - 1
    channels = [(shades >> shift & steps) / steps for shift in (2 * BITS, BITS, 0)]
    names, codes = zip(*((name, code) for name, codes in NAMES.items() for code in codes.split()), strict=True)
    known = np.array([[int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)] for code in codes])
    away = _oklab(np.stack(channels, axis=-1))[:, None, :] - _oklab(known)[None, :, :]
    return [names[nearest] for nearest in (away**2 @ [LIGHTNESS**2, 1, 1]).argmin(axis=1)]


def _oklab(rgb):
    """Return sRGB colors (an array of rows from 0 to 1) in Oklab: lightness, green to red, blue to yellow."""
    import numpy as np

    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return np.cbrt(linear @ cones.T) @ lab.T
