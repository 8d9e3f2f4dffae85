//! A document with all that it carries, as deep as it goes: `cargo run --example walk_annexes [FILE]`.

use verbale::Document;

fn walk(document: &Document, depth: usize) {
    let indent = "  ".repeat(depth);
    let title = document.title().map_or("(no title)", |title| title.printed.as_str());
    println!("{indent}{}: {title}", document.document_type());
    for signatory in document.signatories() {
        println!(
            "{indent}  signed {}",
            signatory.name.as_ref().map_or("-", |n| n.printed.as_str())
        );
    }
    for attachment in document.attachments() {
        if let Some(label) = &attachment.label {
            println!("{indent}  {}", label.printed);
        }
        walk(&attachment.document, depth + 1);
    }
}

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or("seeds/cd-letter-2006-08-16.txt".to_owned());
    walk(&verbale::parse(&std::fs::read_to_string(path)?).document, 0);
    Ok(())
}
