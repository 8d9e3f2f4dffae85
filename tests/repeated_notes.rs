//! Notes that begin anew on every page: a mark refers to the note of its own page.

#[test]
fn a_mark_refers_to_the_next_note_below_it() {
    let page =
        |n: u32| format!("The lakes1 of page {n} are deep.\n_____\n1 Note of page {n}.\n\n\u{C}");
    let source: String = (1..=3).map(page).collect();
    let document = verbale::parse(&source).document;
    let notes = document.content().footnotes.iter().map(|note| {
        let marks = note.anchors.iter().map(|mark| mark.span.start as usize);
        (note.text.text.as_str(), marks.collect::<Vec<_>>())
    });
    let marks: Vec<usize> = source.match_indices("lakes1").map(|(at, _)| at + 5).collect();
    assert_eq!(
        notes.collect::<Vec<_>>(),
        [
            ("Note of page 1.", vec![marks[0]]),
            ("Note of page 2.", vec![marks[1]]),
            ("Note of page 3.", vec![marks[2]]),
        ]
    );
}
