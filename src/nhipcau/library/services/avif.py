"""AVIF copies: nothing writes metadata into a finished one, so they are made with theirs."""

from typing import Any

from wagtail.images.image_operations import FilterOperation
from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage

from nhipcau.library.models import Image
from nhipcau.library.services.metadata import xmp_packet

# Of ten steps. At the same likeness of the picture (SSIMULACRA2) 6 takes a third fewer bytes than
# WebP for six times its work, 8 a fifth for twice, 9 a seventh for less than WebP's. With 8 the
# copies of a photograph would take more than twice as long as without AVIF.
SPEED = 9


class CreditedPixels(PillowImage):
    """Pixels that are saved as AVIF with caption, credit and rights."""

    def __init__(self, image: Any, packet: bytes) -> None:
        super().__init__(image)
        self.packet = packet

    def save_as_avif(
        self, f: Any, quality: int = 58, lossless: bool = False, apply_optimizers: bool = True
    ) -> AvifImageFile:
        """Write a file.

        Args:
            f: The open file.
            quality: 0 to 100.
            lossless: Not supported: photographs are never kept so.
            apply_optimizers: Not supported: there are none for AVIF.
        """
        pixels: PillowImage = self
        if self.image.mode == "CMYK" and self.get_icc_profile() is not None:
            pixels = self.transform_colorspace_to_srgb()
        pixels.image.save(
            f,
            "AVIF",
            quality=quality,
            speed=SPEED,
            # Readers and colleagues need the other processor.
            max_threads=1,
            icc_profile=pixels.get_icc_profile(),
            xmp=self.packet,
        )
        return AvifImageFile(f)


class Credited(FilterOperation):
    """Caption, credit and rights go into an AVIF copy; others make another copy."""

    vary_fields = ("caption", "credit", "rights_holder")

    def construct(self) -> None:
        """Nothing more is asked for."""

    def run(self, willow: Any, image: Image, env: dict[str, Any]) -> CreditedPixels:
        """The pixels, to be saved with what the image's row says.

        Args:
            willow: The pixels.
            image: The image.
            env: What is known to all operations.
        """
        return CreditedPixels(willow.image, xmp_packet(image, image.caption))
