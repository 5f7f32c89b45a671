"""Small real photographs, with what cameras and agencies write into them."""

from io import BytesIO

import pyexiv2
from PIL import Image, ImageDraw

GPS = {
    "Exif.GPSInfo.GPSLatitude": "12/1 40/1 0/1",
    "Exif.GPSInfo.GPSLatitudeRef": "N",
    "Exif.GPSInfo.GPSLongitude": "108/1 3/1 0/1",
    "Exif.GPSInfo.GPSLongitudeRef": "E",
    "Exif.Photo.BodySerialNumber": "SERIAL-0001",
    "Exif.Photo.LensSerialNumber": "LENS-0001",
    "Exif.Image.Model": "Camera One",
    "Exif.Photo.DateTimeOriginal": "2020:03:04 17:14:00",
}


def picture(width: int = 64, height: int = 48, shift: int = 0) -> Image.Image:
    """Something with edges, so that pictures differ."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for step in range(6):
        left = (step * width // 6 + shift) % width
        draw.rectangle(
            [left, step * height // 8, left + width // 5, height],
            fill=(step * 40, 90, 200 - step * 30),
        )
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    """The picture as a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def tagged(content: bytes, *, caption: str = "", credit: str = "", gps: bool = True) -> bytes:
    """The file with caption, credit, place and serial numbers."""
    with pyexiv2.ImageData(content) as image:
        if gps:
            image.modify_exif(GPS)
        if caption:
            image.modify_xmp({"Xmp.dc.description": caption, "Xmp.dc.creator": [credit]})
        return image.get_bytes()
