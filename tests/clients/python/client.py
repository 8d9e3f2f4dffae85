"""Reads documents through the generated types and prints what the other clients print."""

import re
import sys
from pathlib import Path

from verbale_types import (
    CitationMention,
    Document,
    IdenticalLettersDocument,
    LetterDocument,
    MemberStateMention,
    NoteDocument,
    NoteVerbaleDocument,
    Offsets,
    Signatory,
    Span,
    Text,
)

Letter = LetterDocument | IdenticalLettersDocument | NoteVerbaleDocument | NoteDocument


def signatories(document: Document) -> list[Signatory]:
    """Who signed the document and what it carries; adopted texts are not signed."""
    root = document.root
    found: list[Signatory] = []
    if (
        root.document_type != "resolution"
        and root.document_type != "draft_resolution"
        and root.document_type != "decision"
        and root.document_type != "presidential_statement"
    ):
        found += root.signatories
    for attachment in root.content.attachments:
        found += signatories(attachment.document)
    return found


def texts(document: Document) -> list[Text]:
    content = document.root.content
    found = [block.text for block in content.blocks]
    found += [note.text for note in content.footnotes]
    for attachment in content.attachments:
        found += texts(attachment.document)
    return found


def main(folder: Path) -> None:
    for path in sorted(folder.glob("*.json")):
        name = path.stem
        document = Document.model_validate_json(path.read_text(encoding="utf-8"))
        source = path.with_suffix(".txt").read_bytes().decode("utf-8")

        def line(*cells: str) -> None:
            print("\t".join((name, *cells)))

        matched = total = 0

        def words(span: Span, printed: str) -> str:
            nonlocal matched, total
            there = re.sub(r"[ \t\r\n\f]+", " ", source[span.start : span.end])
            total += 1
            matched += there == printed
            return there

        line("type", document.root.document_type)
        # Python slices by code points; where all is ASCII, all units are the same.
        sliceable = document.root.offsets == Offsets.CODEPOINT or source.isascii()
        line("sliceable", "yes" if sliceable else f"no: {document.root.offsets}")
        if isinstance(document.root, Letter):
            for party in document.root.senders:
                state = party.state.alpha3 if party.state else "-"
                line("sender", party.name, state, words(party.span, party.printed))
        for signatory in signatories(document):
            signed = signatory.name
            state = signatory.state.short_name if signatory.state else "-"
            line("signatory", words(signed.span, signed.printed) if signed else "-", state)
        for text in texts(document):
            for mention in text.mentions:
                found = mention.root
                if isinstance(found, CitationMention):
                    line("citation", found.canonical, words(found.span, found.printed))
                elif isinstance(found, MemberStateMention):
                    named = found.member_state
                    line("state", named.alpha3, words(named.span, named.printed))
        line("matched", str(matched), str(total))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
