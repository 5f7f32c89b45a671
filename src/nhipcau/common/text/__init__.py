"""Vietnamese text: normal forms, folding, slugs, order, sentences, dates and numbers."""

from nhipcau.common.text.collation import sort_key
from nhipcau.common.text.folding import fold, nfc, slug
from nhipcau.common.text.sentences import Sentence, sentence_spans, sentences
from nhipcau.common.text.spelling import old_tone_placement
from nhipcau.common.text.tokens import NORMALISER_VERSION, masked, token_spans, tokens

__all__ = [
    "NORMALISER_VERSION",
    "Sentence",
    "fold",
    "masked",
    "nfc",
    "old_tone_placement",
    "sentence_spans",
    "sentences",
    "slug",
    "sort_key",
    "token_spans",
    "tokens",
]
