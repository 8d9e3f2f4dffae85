// Reads documents through the generated types and prints what the other clients print.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Document, Signatory, Span, Text } from "./verbale";

/** Who signed the document and what it carries; adopted texts are not signed. */
function signatories(document: Document): Signatory[] {
  const own = "signatories" in document ? document.signatories : [];
  return own.concat(...document.content.attachments.map((a) => signatories(a.document)));
}

function texts(document: Document): Text[] {
  const { blocks, footnotes, attachments } = document.content;
  const own = [...blocks.map((block) => block.text), ...footnotes.map((note) => note.text)];
  return own.concat(...attachments.map((attachment) => texts(attachment.document)));
}

const folder = process.argv[2] ?? ".";
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
for (const file of names.sort()) {
  const name = file.slice(0, -".json".length);
  const document = JSON.parse(readFileSync(join(folder, file), "utf8")) as Document;
  const source = readFileSync(join(folder, `${name}.txt`)).toString("utf8");
  const line = (...cells: string[]) => console.log([name, ...cells].join("\t"));
  let matched = 0;
  let total = 0;
  const words = (span: Span, printed: string): string => {
    const there = source.slice(span.start, span.end).replace(/[ \t\r\n\f]+/g, " ");
    total += 1;
    matched += there === printed ? 1 : 0;
    return there;
  };
  line("type", document.document_type);
  // JavaScript slices by UTF-16; where all is ASCII, all units are the same.
  const sliceable = document.offsets === "utf16" || /^[\x00-\x7f]*$/.test(source);
  line("sliceable", sliceable ? "yes" : `no: ${document.offsets ?? "utf8"}`);
  if ("senders" in document) {
    for (const party of document.senders) {
      line("sender", party.name, party.state?.alpha3 ?? "-", words(party.span, party.printed));
    }
  }
  for (const { name: signed, state } of signatories(document)) {
    line("signatory", signed ? words(signed.span, signed.printed) : "-", state?.short_name ?? "-");
  }
  for (const mention of texts(document).flatMap((text) => text.mentions)) {
    if (mention.kind === "citation") {
      line("citation", mention.canonical, words(mention.span, mention.printed));
    } else if (mention.kind === "member_state") {
      const named = mention.member_state;
      line("state", named.alpha3, words(named.span, named.printed));
    }
  }
  line("matched", String(matched), String(total));
}
