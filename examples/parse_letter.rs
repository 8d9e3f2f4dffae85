//! Who wrote to whom, when, and who signed: `cargo run --example parse_letter [FILE]`.

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or("seeds/cd-letter-2006-08-16.txt".to_owned());
    let parsed = verbale::parse(&std::fs::read_to_string(path)?);
    for finding in &parsed.diagnostics {
        eprintln!("{}: {}", finding.code.as_str(), finding.message);
    }
    let Some(letter) = parsed.document.as_letter() else {
        println!("no letter but a {}", parsed.document.document_type());
        return Ok(());
    };
    println!("date  {}", letter.document_date.as_ref().map_or("-".into(), |d| d.date.to_string()));
    for party in &letter.senders {
        println!("from  {}", party.name);
    }
    for party in &letter.addressees {
        println!("to    {}", party.name);
    }
    for signatory in &letter.signatories {
        let state = signatory.state.as_ref().map_or("-", |state| state.alpha3.as_str());
        println!("sign  {} ({state})", signatory.name.as_ref().map_or("-", |n| n.printed.as_str()));
    }
    Ok(())
}
