"""The program that draws a form's pages with the numbers of its fields. Run it only in a limited child."""

import io
import json
import sys

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from documents.forms.baking import bake
from documents.forms.fields import Form
from documents.forms.program import BROKEN, UNFIT
from documents.forms.read_back import place_in_picture

SCALE = 2.0


def main() -> int:
    """The exit status; prints a line of JSON with the length of each picture, and the pictures (PNG)."""
    try:
        made = [_png(picture) for picture in pictures(bake(sys.stdin.buffer.read()))]
    except BROKEN:
        return UNFIT
    sys.stdout.buffer.write(json.dumps([len(each) for each in made]).encode() + b"\n" + b"".join(made))
    return 0


def pictures(form: Form) -> list[Image.Image]:
    """Each page with a frame around every field and its number in it."""
    document = pypdfium2.PdfDocument(io.BytesIO(form.base))
    made = [page.render(scale=SCALE).to_pil().convert("RGB") for page in document]
    font = ImageFont.load_default(size=13)
    for number, field in enumerate(form.fields, start=1):
        for box in field.boxes:
            picture = made[box.page - 1]
            draw = ImageDraw.Draw(picture)
            place = place_in_picture(box.rect, form.pages[box.page - 1], picture.size, SCALE)
            draw.rectangle(place, outline=(0, 90, 200))
            draw.text((place[0] + 2, place[1]), str(number), fill=(200, 0, 0), font=font)
    return made


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


if __name__ == "__main__":
    sys.exit(main())
