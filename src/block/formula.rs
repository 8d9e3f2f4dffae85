//! Fixed phrases of letters: salutations, complimentary closes, first words of sentences.
//!
//! Source: the Correspondence Manual's forms of address and closing.

/// The opening address on a line of its own: `Sir,`, `Excellency,`, `Mr. President,`, `Mr President`.
pub(crate) fn is_salutation(text: &str) -> bool {
    const ADDRESSES: [&str; 15] = [
        "sir",
        "madam",
        "excellency",
        "excellencies",
        "your excellency",
        "your excellencies",
        "your majesty",
        "ladies and gentlemen",
        "distinguished delegates",
        "distinguished colleagues",
        "dear colleague",
        "dear colleagues",
        "dear friends",
        "dear sir",
        "dear madam",
    ];
    const STYLES: [&str; 6] = ["mr. ", "mr ", "mister ", "madam ", "madame ", "mme "];
    const OFFICES: [&str; 9] = [
        "president",
        "secretary-general",
        "chairman",
        "chair",
        "chairperson",
        "chairwoman",
        "speaker",
        "minister",
        "ambassador",
    ];
    let text = text.trim_end_matches([',', ':', '.', ';', '!', ' ']).trim_start();
    if text.len() > 60 {
        return false;
    }
    let lower = text.to_lowercase();
    let styled = |office: &str| OFFICES.contains(&office);
    ADDRESSES.contains(&lower.as_str())
        || STYLES.iter().any(|style| lower.strip_prefix(style).is_some_and(styled))
        || (lower.starts_with("dear ") && lower.split_whitespace().count() <= 6)
}

/// The complimentary close: `Accept, Sir, the assurances of my highest consideration.`
pub(crate) fn is_closing(text: &str) -> bool {
    let lower: String = text.chars().take(400).collect::<String>().to_lowercase();
    let assures = lower.contains("assurance") && lower.contains("consideration");
    let begins = ["accept", "please accept", "please, accept"].iter().any(|p| lower.starts_with(p));
    // Treaty series print "Accept, Sir, etc."
    let shortened = begins && lower.len() < 60 && lower.trim_end_matches('.').ends_with("etc");
    let avails = lower.contains("avail") && lower.contains("of this opportunity");
    let renews = lower.contains(" renew");
    // "I have the honour to be, Sir, Your obedient servant,"
    let serves = lower.len() < 120 && lower.contains("obedient servant");
    let signs_off = [
        "yours sincerely",
        "yours faithfully",
        "yours truly",
        "sincerely",
        "sincerely yours",
        "respectfully",
        "with my best regards",
        "with highest consideration",
        "highest consideration",
    ];
    shortened
        || serves
        || (assures && (begins || avails || renews))
        || (lower.len() < 60 && signs_off.contains(&lower.trim_end_matches([',', '.']).trim()))
}

/// Whether a sentence begins as a paragraph does: with a formula of letters, or with a word that
/// ties it to the whole of what stands before.
pub(crate) fn opens_paragraph(text: &str) -> bool {
    const OPENINGS: [&str; 24] = [
        "I should be grateful",
        "I would be grateful",
        "I should appreciate",
        "I would appreciate",
        "I shall be grateful",
        "We should be grateful",
        "We would be grateful",
        "I have the hono",
        "I also have the hono",
        "Accept, ",
        "Please accept",
        "I avail myself",
        "I request ",
        "I kindly request",
        "Accordingly,",
        "Moreover,",
        "Furthermore,",
        "In addition,",
        "In light of",
        "In view of",
        "For these reasons",
        "For this reason",
        "In conclusion",
        "Finally,",
    ];
    OPENINGS.iter().any(|opening| text.starts_with(opening))
}

/// Whether the line begins as the first sentence of a letter's body does, and as no second line of
/// a heading or title does.
pub(crate) fn begins_sentence(text: &str) -> bool {
    const FIRST_WORDS: [&str; 41] = [
        "I",
        "We",
        "On",
        "Upon",
        "With",
        "As",
        "In",
        "It",
        "Pursuant",
        "Further",
        "At",
        "Acting",
        "Please",
        "The",
        "My",
        "Following",
        "Having",
        "Reference",
        "Attached",
        "Enclosed",
        "This",
        "You",
        "Your",
        "Since",
        "After",
        "Today",
        "Dear",
        "Sir",
        "Excellency",
        "Madam",
        "Allow",
        "Referring",
        "Under",
        "A",
        "By",
        "Mr",
        "These",
        "For",
        "Accept",
        "There",
        "Recently",
    ];
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    FIRST_WORDS.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salutations_stand_alone() {
        assert!(
            ["Sir,", "Excellency,", "Mr. President,", "Mr President", "Dear Mr. Smith,"]
                .iter()
                .all(|s| is_salutation(s))
        );
        assert!(!is_salutation("Mr. Minister of Finance,"));
        assert!(!is_salutation("Sir, I have the honour to transmit the note."));
    }

    #[test]
    fn closes_assure_of_consideration_or_sign_off() {
        assert!(is_closing("Accept, Sir, the assurances of my highest consideration."));
        assert!(is_closing("Yours sincerely,"));
        assert!(is_closing("Accept, Sir, etc."));
        assert!(is_closing("I have the honour to be, Sir, Your obedient servant,"));
        assert!(is_closing(
            "The Embassy renews to the Ministry the assurances of its highest consideration."
        ));
        assert!(!is_closing("We accept the assurances given by the Government."));
    }
}
