"""What editors and meeting tools keep: words in blocks, or words beside paragraphs.

Sources: BBC Digital Paper Edit and Kaldi, Vosk, Gentle, autoEdit, Happy Scribe, Trint, Sonix,
Recall.ai, Fireflies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..naming import speaker_of
from ..pieces import Piece, Shape, first_of, has, inside, is_text, objects, words_of
from ..sentences import spell
from ..timing import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

START = (
    'start startTime start_time start_timestamp startTimestamp data_start start_ms startMs ts '
    'time begin offset timestamp'
).split()
END = 'end endTime end_time end_timestamp endTimestamp data_end end_ms endMs end_ts'.split()
_WORD = 'punctuated_word text word value punct content'.split()
_WORDS = ('words', 'elements', 'sentences', 'items', 'tokens')
_BLOCKS = ('transcript', 'segments', 'paragraphs', 'blocks', 'monologues', 'text')


def _paper_edit(document: Any) -> Iterable[Piece] | None:
    """Return words, each with the speaker of the paragraph that it stands in."""
    words, paragraphs = (objects(inside(document, key)) for key in ('words', 'paragraphs'))
    if not words or not has(words, 'text', 'start') or not has(paragraphs, 'start', 'speaker'):
        return None
    return _beside(
        words, [(number(item['start']), speaker_of(item)) for item in paragraphs if 'start' in item]
    )


def _beside(words: Iterable[dict[str, Any]], starts: list[tuple[float | None, Any]]) -> list[Piece]:
    """Return words with the speaker whose time has come."""
    changes = sorted((start, index) for index, (start, _) in enumerate(starts) if start is not None)
    pieces = []
    at = -1
    for item in words:
        start = first_of(item, START)
        place = number(start)
        while place is not None and at + 1 < len(changes) and changes[at + 1][0] <= place + 0.001:
            at += 1
        speaker = starts[changes[at][1]][1] if at >= 0 else None
        text = first_of(item, ('punct', 'text', 'word'))
        pieces.append(Piece(start, first_of(item, END), text, speaker))
    return words_of(pieces)


def _kaldi(document: Any) -> Iterable[Piece] | None:
    words = objects(inside(document, 'words'))
    if not words or not has(words, 'word', 'punct'):
        return None
    parts = objects(inside(document, 'segmentation', 'segments'))
    return _beside(words, [(number(part.get('start')), speaker_of(part)) for part in parts])


def _vosk(document: Any) -> Iterable[Piece] | None:
    results = objects(document if isinstance(document, list) else [document])
    results = [
        best if isinstance(best := inside(item, 'alternatives', 0), dict) else item
        for item in results
    ]
    known = {'result', 'text', 'partial', 'spk', 'spk_frames', 'confidence', 'alternatives'}
    if not results or not all(item.keys() <= known for item in results):
        return None
    if not any('result' in item or 'partial' in item for item in results):
        return None
    pieces = []
    for item in results:
        words = objects(item.get('result'))
        text = item.get('text')
        start, end = (words[0].get('start'), words[-1].get('end')) if words else (None, None)
        if not is_text(text):
            text = ' '.join(str(word['word']) for word in words if 'word' in word)
        source = words[0].get('word') if words else ''
        pieces.append(Piece(start, end, text, source=source if isinstance(source, str) else ''))
    return pieces


def _gentle(document: Any) -> Iterable[Piece] | None:
    words = objects(inside(document, 'words'))
    if not words or not has(words, 'word', 'case') or not is_text(inside(document, 'transcript')):
        return None
    pieces = [
        Piece(item.get('start'), item.get('end'), item['word'])
        for item in words
        if is_text(item.get('word'))
    ]
    return spell(document['transcript'], pieces) or words_of(pieces)


def _autoedit(document: Any) -> Iterable[Piece] | None:
    blocks = [
        (block, paragraph)
        for block in objects(inside(document, 'text'))
        for paragraph in objects(block.get('paragraph'))
    ]
    if not blocks:
        return None
    return [
        piece
        for block, paragraph in blocks
        for piece in _block_words(objects(paragraph.get('line')), speaker_of(block))
    ]


def _blocks(document: Any) -> Iterable[Piece] | None:
    """Return what is said in blocks of one speaker, word for word."""
    found = document
    if isinstance(document, dict):
        found = next((v for key in _BLOCKS if isinstance(v := document.get(key), list)), None)
    blocks = objects(found)
    words = [objects(first_of(block, _WORDS)) for block in blocks]
    if not any(map(_are_words, words)) or not all(_are_words(of) for of in words if of):
        return None
    if any(is_text(block.get('text')) for block, of in zip(blocks, words, strict=True) if not of):
        return None
    return [
        piece
        for block, of in zip(blocks, words, strict=True)
        for piece in _block_words(of, speaker_of(block))
    ]


def _are_words(items: Sequence[dict[str, Any]]) -> bool:
    return (
        bool(items)
        and all(isinstance(first_of(item, _WORD), str | None) for item in items)
        and any(is_text(first_of(item, _WORD)) for item in items)
        and any(first_of(item, START) is not None for item in items)
    )


def _block_words(items: Iterable[dict[str, Any]], speaker: Any) -> list[Piece]:
    pieces = []
    for item in items:
        start, end = first_of(item, START), first_of(item, END)
        length = number(item.get('duration'))
        if end is None and length is not None and (begin := number(start)) is not None:
            end = begin + length
        # In some, a word says itself who speaks it
        own = speaker_of(item) if speaker is None else speaker
        pieces.append(Piece(start, end, first_of(item, _WORD), own))
    return words_of(pieces)


def _recall(document: Any) -> Iterable[Piece] | None:
    blocks = objects(document)
    if not blocks or not any(isinstance(block.get('participant'), dict) for block in blocks):
        return None
    return _blocks(document)


def _sentences(document: Any) -> Iterable[Piece] | None:
    """Return the sentences of Fireflies, as its interface and its export write them."""
    is_export = isinstance(document, list)
    items = objects(document if is_export else inside(document, 'sentences'))
    keys = ('text', 'raw_text', 'sentence')
    if not items or not has(items, 'sentence' if is_export else 'speaker_name'):
        return None
    return [
        Piece(
            first_of(item, START), first_of(item, END), first_of(item, keys),
            speaker_of(item),
        )
        for item in items
    ]  # fmt: skip


EDITORS = (
    Shape(
        'BBC Digital Paper Edit', 'words[].text and paragraphs[].speaker', 'seconds', _paper_edit
    ),
    Shape('Kaldi of the BBC', 'words[].punct', 'seconds', _kaldi),
    Shape('Vosk', 'result[].word', 'seconds', _vosk),
    Shape('Gentle', 'transcript and words[].case', 'seconds', _gentle),
    Shape('autoEdit 2', 'text[].paragraph[].line[]', 'seconds', _autoedit),
    Shape('Fireflies', 'sentences[].speaker_name, or a list with sentence', 'seconds', _sentences),
    Shape('Recall.ai', 'a list with participant and words[]', 'seconds', _recall),
    Shape(
        'Happy Scribe, Sonix, Trint',
        'a list of blocks with words[]; in transcript, segments or paragraphs, too',
        'seconds',
        _blocks,
    ),
)
