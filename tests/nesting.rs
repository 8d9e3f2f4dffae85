//! No text is nested so deeply that its reading overflows the stack or its JSON cannot be read back.

use verbale::{Document, coverage, parse};

/// What Rust gives a thread; a main one has four times as much.
const STACK: usize = 2 * 1024 * 1024;

#[test]
fn deep_texts_are_read_on_the_stack_of_a_thread() {
    let letter = "Letter dated 3 May 2031 from the Permanent Representative of Norway to the United \
                  Nations addressed to the Secretary-General\n\nI have the honour to transmit it.\n\n\
                  (Signed) Ada Byron\n\n";
    let texts = [
        ("letters that carry letters", letter.repeat(300)),
        ("annexes of annexes", "Annex\n\nEnclosure\n\nAppendix\n\nText of it.\n\n".repeat(2000)),
        ("lists in lists", "(a) One;\n(i) Two;\na. Three;\n- Four;\n1) Five:\n".repeat(2000)),
        ("parts of parts", "I\nA\n1.\nThe General Assembly,\nRecalling it,\n".repeat(2000)),
        ("brackets", "(".repeat(50_000)),
        ("quotations", "“The text “of ".repeat(10_000)),
        ("definitions", "the Council (hereinafter “the Body of ".repeat(5_000)),
        (
            "annexes of citations",
            format!("{}resolution 1540 (2004).", "annex I to ".repeat(10_000)),
        ),
        ("modifiers", format!("Recalling {}its text,", "also further ".repeat(10_000))),
        ("emphasis", "*_".repeat(20_000)),
        ("cells", "| ".repeat(20_000) + "|\n| a |\n"),
    ];
    for (name, text) in texts {
        let read = move || {
            let parsed = parse(&text);
            let document = parsed.document;
            assert!(coverage(&text, &document).is_complete(), "{name}");
            assert!(depth(&document) <= 13, "{name}: {}", depth(&document));
            let json = serde_json::to_string(&document).expect("a document is JSON");
            let again: Document = serde_json::from_str(&json).expect("its JSON is a document");
            assert_eq!(again, document, "{name}");
        };
        let thread = std::thread::Builder::new().stack_size(STACK).spawn(read);
        thread.expect("a thread starts").join().expect(name);
    }
}

/// How deep texts carry texts.
fn depth(document: &Document) -> usize {
    let carried = document.content().attachments.iter();
    1 + carried.map(|attachment| depth(&attachment.document)).max().unwrap_or(0)
}
