//! Fixed phrases of letters: salutations, complimentary closes, first words of sentences.
//!
//! Source: the Correspondence Manual's forms of address and closing.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::formulas::turns_to_house;
use crate::text::beginning;

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
    if turns_to_house(text) {
        return true;
    }
    // "Mr. President [of Togo], Distinguished members of the Council, Excellencies,"
    if text.len() <= 200 && text.contains(", ") && greets_several(text) {
        return true;
    }
    let text = text.trim_end_matches([',', ':', '.', ';', '!', ' ']).trim_start();
    let begins = |byte: &u8| b"sSmMeEyYlLdD".contains(byte);
    if text.len() > 60 || !text.as_bytes().first().is_some_and(begins) {
        return false;
    }
    let office = |style: &&str| text.get(style.len()..).filter(|_| starts_in_any_case(text, style));
    let styled = |office: &str| OFFICES.iter().any(|known| known.eq_ignore_ascii_case(office));
    ADDRESSES.iter().any(|address| address.eq_ignore_ascii_case(text))
        || STYLES.iter().filter_map(office).any(styled)
        || (starts_in_any_case(text, "dear ") && text.split_whitespace().count() <= 6)
}

/// Whether all that a line holds are salutations.
fn greets_several(text: &str) -> bool {
    let parts = text.trim_end_matches([',', ':', '.', ';', '!', ' ']).split(", ");
    let mut parts = parts.map(|part| part.trim_start_matches("and ")).peekable();
    let first = parts.peek().is_some_and(|part| part.starts_with(char::is_uppercase));
    let greets = |part: &str| {
        let bare = part.split(" [").next().unwrap_or(part);
        let guests = starts_in_any_case(bare, "distinguished ") && bare.split(' ').count() <= 6;
        guests || !bare.contains(", ") && is_salutation(bare)
    };
    first && parts.all(greets)
}

fn starts_in_any_case(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words))
}

fn ends_in_any_case(text: &str, words: &str) -> bool {
    let at = text.len().checked_sub(words.len());
    at.and_then(|at| text.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(words))
}

/// Whether a text has the words, in any case, which are searched by the letter at `rare`.
pub(super) fn says(text: &str, words: &str, rare: usize) -> bool {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    memchr::memchr2_iter(words[rare], words[rare].to_ascii_uppercase(), text).any(|at| {
        let found = at.checked_sub(rare).and_then(|start| text.get(start..start + words.len()));
        found.is_some_and(|found| found.eq_ignore_ascii_case(words))
    })
}

/// The complimentary close: `Accept, Sir, the assurances of my highest consideration.`
pub(crate) fn is_closing(text: &str) -> bool {
    const LONGEST: usize = 400;
    // "Consideration", and as telegrams have it.
    const WORDS: [&str; 2] = ["onsideration", "ONSIDERATION"];
    static FINDERS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| WORDS.map(Finder::new));
    let text = beginning(text, LONGEST);
    let begins = ["accept", "please accept", "please, accept"];
    let begins = || begins.iter().any(|opening| starts_in_any_case(text, opening));
    // Treaty series print "Accept, Sir, etc."
    let shortened = || ends_in_any_case(text.trim_end_matches('.'), "etc");
    let avails = || says(text, "avail", 1) && says(text, "of this opportunity", 9);
    let renews = || says(text, " renew", 5);
    // Most texts assure nobody of any consideration.
    let assures = || {
        FINDERS.iter().any(|finder| finder.find(text.as_bytes()).is_some())
            && says(text, "assurance", 4)
    };
    // "I have the honour to be, Sir, Your obedient servant,"
    // Its first line alone: "I have the honour to be, with the highest consideration, Sir,"
    let is_servant = || says(text, "honour to be,", 4) || says(text, "honor to be,", 4);
    let serves = || {
        text.len() < 120
            && (says(text, "obedient servant", 1)
                || (text.ends_with(',') || shortened()) && is_servant())
    };
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
    let close = || text.trim_end_matches([',', '.']).trim();
    let signs_off = || {
        let close = close();
        signs_off.iter().any(|words| words.eq_ignore_ascii_case(close))
    };
    text.len() < 60 && (signs_off() || shortened() && begins())
        || serves()
        || assures() && (begins() || avails() || renews())
}

/// Whether a speaker takes leave: `Thank you, Mr. President.`, `I thank you for your attention.`
pub(crate) fn takes_leave(text: &str) -> bool {
    const LONGEST: usize = 60;
    let text = text.trim_end_matches(['.', '!', ' ']);
    let openings = ["I thank you", "Thank you", "We thank you", "THANK YOU", "I THANK YOU"];
    let rest = openings.iter().find_map(|words| text.strip_prefix(words));
    let thanked = ["all", "very much", "so much", "for your attention", "for your kind attention"];
    text.len() <= LONGEST
        && rest.is_some_and(|rest| {
            let rest = rest.trim_start_matches([',', ' ']);
            let chair = rest.strip_prefix("very much, ").unwrap_or(rest);
            chair.is_empty() || is_salutation(chair) || thanked.contains(&rest)
        })
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

/// Whether a text begins as a sentence with its subject does, and as no heading: `We welcome`, `Let me`.
pub(crate) fn begins_with_subject(text: &str) -> bool {
    const SUBJECTS: [&str; 9] = ["I", "We", "It", "You", "They", "He", "She", "There", "Let"];
    let mut words = text.split(' ');
    let subject = words.next().is_some_and(|word| SUBJECTS.contains(&word));
    subject && words.next().is_some_and(|word| word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salutations_stand_alone() {
        assert!(is_salutation("Mr. President [of Norway], Distinguished members, Excellencies,"));
        assert!(!is_salutation("Excellencies, the lakes have risen,"));
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
        assert!(takes_leave("I thank you, Mr. President."));
        assert!(takes_leave("Thank you very much."));
        assert!(!takes_leave("Thank you for convening this meeting."));
        assert!(is_closing("Accept, Sir, etc."));
        assert!(is_closing("I have the honour to be, Sir, Your obedient servant,"));
        assert!(is_closing("I have the honour to be, etc."));
        assert!(is_closing(
            "The Embassy renews to the Ministry the assurances of its highest consideration."
        ));
        assert!(!is_closing("We accept the assurances given by the Government."));
    }
}
