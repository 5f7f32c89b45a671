"""Alignment of documents with omissions, additions and joined sentences."""

import random
from pathlib import Path

from nhipcau.translation.rules.alignment import align

DOCUMENTS = [[]]
for _line in (Path(__file__).parent / "fixtures" / "pairs.txt").read_text().splitlines():
    if not _line.strip():
        DOCUMENTS.append([])
    elif not _line.startswith("#"):
        DOCUMENTS[-1].append(tuple(_line.split(" ||| ")))
DOCUMENTS = [document for document in DOCUMENTS if document]


def damaged(seed):
    """Two documents in a row with sentences left out, added and joined; and the true links."""
    chance = random.Random(seed)
    pairs = [pair for document in chance.sample(DOCUMENTS, 2) for pair in document]
    sources, targets, links = [], [], set()
    skip = False
    for position, (source, target) in enumerate(pairs):
        if skip:
            skip = False
            continue
        event = chance.random()
        if event < 0.03:
            sources.append(source)
        elif event < 0.06:
            targets.append(target)
        elif event < 0.1 and position + 1 < len(pairs):
            sources += [source, pairs[position + 1][0]]
            targets.append(f"{target[:-1]}, and {pairs[position + 1][1]}")
            links |= {(len(sources) - 2, len(targets) - 1), (len(sources) - 1, len(targets) - 1)}
            skip = True
        else:
            sources.append(source)
            targets.append(target)
            links.add((len(sources) - 1, len(targets) - 1))
    return sources, targets, links


def test_sure_pairs_are_right_and_few_are_missed():
    right = given = wanted = 0
    for seed in range(25):
        sources, targets, links = damaged(seed)
        found = {
            (source, target)
            for bead in align(sources, targets, "vi", "en")
            if not bead.is_doubtful
            for source in bead.source
            for target in bead.target
        }
        right, given, wanted = right + len(found & links), given + len(found), wanted + len(links)
    assert right / given >= 0.96
    assert right / wanted >= 0.9


def documents():
    """Sentences of both sides and true links of whole reports, captions and bylines included."""
    text = (Path(__file__).parent / "fixtures" / "document-pairs.txt").read_text()
    for document in text.split("\n\n"):
        sources, targets, links = [], [], set()
        for line in document.splitlines():
            if line.startswith("#"):
                continue
            left, right = ([part for part in side.split("¦") if part] for side in line.split("||"))
            links |= {
                (len(sources) + i, len(targets) + j)
                for i in range(len(left))
                for j in range(len(right))
            }
            sources += left
            targets += right
        yield sources, targets, links


def test_reports_that_were_cut_and_rewritten_are_aligned():
    right = given = wanted = 0
    for sources, targets, links in documents():
        found = {
            (source, target)
            for bead in align(sources, targets, "vi", "en")
            if not bead.is_doubtful
            for source in bead.source
            for target in bead.target
        }
        right, given, wanted = right + len(found & links), given + len(found), wanted + len(links)
    assert right / given >= 0.97
    assert right / wanted >= 0.9


def test_every_sentence_is_in_one_bead_in_order():
    sources, targets, _links = damaged(3)
    beads = align(sources, targets, "vi", "en")
    assert [place for bead in beads for place in bead.source] == list(range(len(sources)))
    assert [place for bead in beads for place in bead.target] == list(range(len(targets)))


def test_direction_does_not_matter():
    sources, targets, _links = damaged(5)
    forth = [(bead.source, bead.target) for bead in align(sources, targets, "vi", "en")]
    back = [(bead.target, bead.source) for bead in align(targets, sources, "en", "vi")]
    assert forth == back


def test_unrelated_documents_give_no_sure_pairs():
    sources = [pair[0] for pair in DOCUMENTS[0]]
    targets = [pair[1] for pair in DOCUMENTS[4]]
    sure = [bead for bead in align(sources, targets, "vi", "en") if not bead.is_doubtful]
    assert len(sure) <= 2
