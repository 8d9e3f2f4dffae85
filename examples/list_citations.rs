//! What a text cites, with the place of each citation: `cargo run --example list_citations [FILE]`.

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or("seeds/cd-letter-2006-08-16.txt".to_owned());
    let source = std::fs::read_to_string(path)?;
    for citation in verbale::parse(&source).document.citations() {
        let span = citation.span;
        println!("{}..{}\t{}\t{}", span.start, span.end, citation.canonical, citation.printed);
    }
    // A sentence needs no document.
    for citation in verbale::citations("Recalling its resolution 1540 (2004),") {
        println!("sentence\t{}\t{}", citation.canonical, citation.printed);
    }
    Ok(())
}
