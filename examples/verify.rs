//! Does a reading hold against its text? `cargo run --example verify [FILE RESULT.json]`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or("seeds/cd-letter-2006-08-16.txt".to_owned());
    let source = std::fs::read_to_string(path)?;
    let reading = if let Some(result) = arguments.next() {
        serde_json::from_str(&std::fs::read_to_string(result)?)?
    } else {
        // Without a reading: our own, with a lie in it.
        let mut reading = serde_json::to_value(verbale::parse(&source).document)?;
        reading["document_date"]["date"] = "2006-08-17".into();
        reading
    };
    let verification = verbale::verify_json(&source, &reading);
    for finding in verification.false_fields.iter().chain(&verification.missing) {
        println!("{} {}: {}", finding.code.as_str(), finding.pointer, finding.message);
    }
    println!("{}", if verification.is_complete() { "holds" } else { "does not hold" });
    Ok(())
}
