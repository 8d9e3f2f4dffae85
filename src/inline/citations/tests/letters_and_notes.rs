//! Letters by their dates, and what notes cite: treaty series and the note before.

use super::*;

#[test]
fn letters_by_date_and_sender() {
    // With its symbol a letter is one citation, from `my` to the parenthesis.
    let text = "as said in my letter dated 27 October 2031 (S/2031/687), and in the letter dated \
                10 June 2031 from the Secretary-General addressed to the President of the \
                Security Council (S/2031/375).";
    let found = read(text);
    let seen: Vec<(&str, &str, String)> = found
        .iter()
        .map(|c| (&text[c.range.clone()], c.canonical.as_str(), c.date.unwrap().to_string()))
        .collect();
    assert_eq!(
        seen,
        [
            ("my letter dated 27 October 2031 (S/2031/687)", "S/2031/687", "2031-10-27".to_owned()),
            (
                "letter dated 10 June 2031 from the Secretary-General addressed to the President \
                 of the Security Council (S/2031/375)",
                "S/2031/375",
                "2031-06-10".to_owned()
            ),
        ]
    );
    check(&[
        // Without one it is known by its date, and by its sender where the text says who that is.
        ("in my letter dated 3 May 2031, I said", &["letter of 2031-05-03"]),
        (
            "the note verbale dated 3 May 2031 from the Permanent Mission of Chad addressed to",
            &["note verbale of 2031-05-03 from Permanent Mission of Chad"],
        ),
        ("your letter of 3 May 2031", &["letter of 2031-05-03"]),
        ("his letters dated 3 and 5 May 2031", &["letter of 2031-05-03", "letter of 2031-05-05"]),
        // A number before the parenthesis is a reference of its own.
        (
            "the letter dated 3 May 2031 concerning resolution 1373 (2001) (S/2031/4)",
            &["letter of 2031-05-03", "S/RES/1373(2001)", "S/2031/4"],
        ),
        // The label of what a letter carries, its own heading, and other things that have dates.
        ("Annex to the letter dated 3 May 2031 from the Permanent Representative of Chad", &[]),
        ("Letter dated 3 May 2031 from the Permanent Representative of Chad", &[]),
        ("a report dated 3 May 2031; the letter was sent", &[]),
    ]);
}

#[test]
fn places_in_treaty_series() {
    check(&[
        ("United Nations, Treaty Series, vol. 2187, No. 38544.", &["UNTS vol. 2187, No. 38544"]),
        ("United Nations, *Treaty Series*, vol. 75, Nos. 970-973", &["UNTS vol. 75, No. 970-973"]),
        (
            "League of Nations, Treaty Series, vol. XCIV (1929), No. 2138",
            &["LNTS vol. XCIV, No. 2138"],
        ),
        ("1155 UNTS 331; 2187 U.N.T.S. 3", &["UNTS vol. 1155, p. 331", "UNTS vol. 2187, p. 3"]),
        ("the Treaty Series of the United Nations, UNTS in short", &[]),
    ]);
    let mut memory = Memory::default();
    read_with(&mut memory, "United Nations, Treaty Series, vol. 999, No. 14668.");
    let note: Vec<_> = read_with(&mut memory, "Ibid., vol. 993, No. 14531.")
        .into_iter()
        .map(|c| (c.canonical, c.status))
        .collect();
    assert_eq!(note, [("UNTS vol. 993, No. 14531".to_owned(), Status::Inferred)]);
}

#[test]
fn what_writers_outside_the_house_use_for_ibid() {
    for text in ["op. cit., para. 4", "Loc. cit.", "Idem, para. 4"] {
        let mut memory = Memory::default();
        read_with(&mut memory, "See A/60/973.");
        let found: Vec<_> =
            read_with(&mut memory, text).into_iter().map(|c| (c.canonical, c.status)).collect();
        assert_eq!(found, [("A/60/973".to_owned(), Status::Inferred)], "{text}");
    }
}

#[test]
fn ibid_means_the_note_before() {
    let mut memory = Memory::default();
    let mut next = |text: &str| -> Vec<String> {
        read_with(&mut memory, text).into_iter().map(|c| c.canonical).collect()
    };
    assert_eq!(next("A/73/334."), ["A/73/334"]);
    assert_eq!(next("Ibid., para. 5."), ["A/73/334"]);
    let treaty = ["UNTS vol. 2271, No. 40446"];
    assert_eq!(next("United Nations, Treaty Series, vol. 2271, No. 40446."), treaty);
    assert_eq!(next("Ibid., p. 6."), treaty);
}
