"""``nhipcau align SOURCE TARGET``: sentence pairs of a document and its translation."""

import csv
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.translation.rules.documents import document_text
from nhipcau.translation.services.alignment import align_documents, aligned_texts


class Command(BaseCommand):
    help = "Align a document with its translation; print the pairs, or keep them for confirmation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help=".docx, .html or .txt")
        parser.add_argument("target", type=Path, help="its translation")
        parser.add_argument("--source-language", default="vi")
        parser.add_argument("--target-language", default="en")
        parser.add_argument("--all", action="store_true", help="print doubtful pairs too")
        parser.add_argument(
            "--keep", action="store_true", help="keep the pairs for confirmation in the back office"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        languages = (options["source_language"], options["target_language"])
        try:
            source, target = document_text(options["source"]), document_text(options["target"])
            rows = aligned_texts(source, target, *languages)
            if options["keep"]:
                align_documents(
                    name=options["source"].name,
                    source=source,
                    target=target,
                    source_language=languages[0],
                    target_language=languages[1],
                    actor=None,
                    now=now(),
                )
        except (DomainError, OSError) as error:
            raise CommandError(str(error)) from error
        pairs = [
            {
                "source": left,
                "target": right,
                "source_sentences": list(bead.source),
                "target_sentences": list(bead.target),
                "confidence": bead.confidence,
                "is_doubtful": bead.is_doubtful,
            }
            for left, right, bead in rows
            if options["all"] or not bead.is_doubtful
        ]
        if options["json"]:
            doubtful = sum(bead.is_doubtful for _left, _right, bead in rows)
            self.stdout.write(
                json.dumps({"pairs": pairs, "doubtful": doubtful}, ensure_ascii=False)
            )
            return
        writer = csv.writer(self.stdout, delimiter="\t", lineterminator="\n")
        for pair in pairs:
            writer.writerow([pair["source"], pair["target"], pair["confidence"]])
        if options["keep"]:
            self.stderr.write(gettext("The pairs wait for confirmation in the back office."))
