use super::super::{furniture, lines};
use super::*;

/// The notes as marker and text, the markers in the text with the words before them.
fn read(source: &str) -> (Vec<(String, String)>, Vec<String>) {
    let lines = lines(source);
    let mut furniture = furniture(source, &lines);
    let layout = Layout::of(source, lines.iter().copied());
    let found = notes(source, &lines, &mut furniture, layout);
    let text = |note: &Note| {
        let words: Vec<&str> = note.lines.iter().map(|line| line.text(source)).collect();
        (note.marker.clone(), words.join(" "))
    };
    let before = |cut: &NoteCut| {
        let before = source[..cut.span.start as usize].trim_end();
        let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
        format!("{word}|{}", cut.marker)
    };
    (found.all.iter().map(text).collect(), found.cuts.iter().map(before).collect())
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn a_marker_glued_to_a_word_proves_the_note() {
    let source = "LETTER FROM CHINA1 AND OTHERS IN THE SAME LINE\n\n1  First issued as A/1.\nText";
    let (notes, cuts) = read(source);
    assert_eq!(notes, pairs(&[("1", "First issued as A/1.")]));
    assert_eq!(cuts, ["CHINA|1"]);
}

#[test]
fn a_numbered_line_that_nothing_refers_to_is_no_note() {
    assert_eq!(read("Members:\n\n1  Austria\n2  Bhutan").0, vec![]);
    assert_eq!(read("Members:\n\n1\nAustria\n2\nBhutan").0, vec![]);
    assert_eq!(read("Members of 1 group.\n\n1. Austria\n2. Bhutan").0, vec![]);
}

#[test]
fn under_a_rule_a_note_needs_no_marker_in_the_text() {
    let (notes, cuts) = read("Some text.\n\n________\n1 A/78/1.\n2 A/78/2.");
    assert_eq!(notes, pairs(&[("1", "A/78/1."), ("2", "A/78/2.")]));
    assert!(cuts.is_empty());
}

#[test]
fn numbers_in_symbols_and_after_abbreviations_are_no_markers() {
    let source = "See A/60/L.1, Add.1 and para.1 of the report.1\n________\n1 A note.";
    assert_eq!(read(source).1, ["report.|1"]);
}

#[test]
fn a_marker_torn_from_its_note_finds_it() {
    let source = "Recalling the Declaration, 1 the Plan 2 and on 3 May its report, 3\n\n\
        __________________\n\nReport of the Conference, Oslo, 3-14 June,\nannex I.\n2\nIbid., annex \
        II.\n3\nA/86/1.\n1\n\n31-10000 (E)\n\n*3110000*\n\n\x0CA/86/L.1\n\nMore text.";
    let (notes, cuts) = read(source);
    assert_eq!(
        notes,
        pairs(&[
            ("1", "Report of the Conference, Oslo, 3-14 June, annex I."),
            ("2", "Ibid., annex II."),
            ("3", "A/86/1."),
        ])
    );
    assert_eq!(cuts, ["Declaration,|1", "Plan|2", "report,|3"]);
}

#[test]
fn markers_that_stand_together_are_parted() {
    let source = "The text, 4 and more. 5\n__________________\n4\n5\n\n2/3\n\nIbid., annex I.\n\
        Ibid., para. 16.\n31-10000\n\n\x0CThe head\n\nA/86/L.1\n\nMore text.";
    let (notes, cuts) = read(source);
    assert_eq!(notes, pairs(&[("4", "Ibid., annex I."), ("5", "Ibid., para. 16.")]));
    assert_eq!(cuts, ["text,|4", "more.|5"]);
}

#[test]
fn the_text_below_a_rule_stays_text() {
    assert_eq!(read("The end of it.\n\n-----\n\nAnother text\nthat follows.\n\n2").0, vec![]);
}

#[test]
fn notes_of_web_copies() {
    let source = "The message [1], and the reply. [2]\n\n _\n\n1 Document 40.\n\n2 i.e. the reply.\n\n_\n\nEnd";
    let (notes, cuts) = read(source);
    assert_eq!(notes, pairs(&[("1", "Document 40."), ("2", "i.e. the reply.")]));
    assert_eq!(cuts, ["message|1", "reply.|2"]);
    let source = "The report.[1]\nMore.[2](#f2)\n\n1. See A/1.\n2. Ibid.";
    let (notes, cuts) = read(source);
    assert_eq!(notes, pairs(&[("1", "See A/1."), ("2", "Ibid.")]));
    assert_eq!(cuts, ["report.|1", "More.|2"]);
    let source = "The text,2 as read.\n\n---\n\n[^1]: Resolution 1.\n\n[^2]: A/2.";
    assert_eq!(read(source).0, pairs(&[("1", "Resolution 1."), ("2", "A/2.")]));
}

#[test]
fn notes_of_typescripts() {
    let source = "resolution 242 (1967) 1/ and the text. 2/\n\n1/ Official Records.\n2/ Ibid.";
    let (notes, cuts) = read(source);
    assert_eq!(notes, pairs(&[("1", "Official Records."), ("2", "Ibid.")]));
    assert_eq!(cuts, ["(1967)|1", "text.|2"]);
}

#[test]
fn a_number_is_a_mark_where_its_note_is_due() {
    // The real 3 States and the year 2031 stand where other notes are due.
    let source = "Of the 3 lakes of 20311 and 2032, two of the Plan 2 and 5 States.\nThe Decade \
        2030\u{2013}2040,3 in 2035 4 the last, said 3 States.\n\n________\n1 A/86/1.\n2 A/86/2.\n3 \
        A/86/3.\n4 A/86/4.\n\n\x0CMore of 2 and 1 lakes in 2035,6 in 2036,5\nin 2036 6 of them.\n\
        ________\n5 A/86/5.\n6 A/86/6.";
    let (notes, cuts) = read(source);
    let markers: Vec<&str> = notes.iter().map(|(marker, _)| marker.as_str()).collect();
    assert_eq!(markers, ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(cuts, ["2031|1", "Plan|2", "2030\u{2013}2040,|3", "2035|4", "2036,|5", "2036|6"]);
}

#[test]
fn numbering_that_begins_anew_is_due_on_its_own_page() {
    let notes = "________\n1 A/86/1.\n2 A/86/2.";
    let source = format!(
        "The sea of 2031,1 and of 20322 too.\n{notes}\n\x0COf lakes in 2033,1 of 2 in 20342 too.\n{notes}"
    );
    let (_, cuts) = read(&source);
    assert_eq!(cuts, ["2031,|1", "2032|2", "2033,|1", "2034|2"]);
}

#[test]
fn the_comma_between_two_marks_is_of_the_first() {
    let source = "In a single war,1,2 and in 2031,3,4\n________\n1 A/1.\n2 A/2.\n3 A/3.\n4 A/4.";
    let lines = lines(source);
    let layout = Layout::of(source, lines.iter().copied());
    let found = notes(source, &lines, &mut furniture(source, &lines), layout);
    let cut = |cut: &NoteCut| cut.span.slice(source).to_owned();
    assert_eq!(found.cuts.iter().map(cut).collect::<Vec<_>>(), ["1,", "2", "3,", "4"]);
}

#[test]
fn a_row_at_the_end_is_notes_where_one_of_them_is() {
    let source = "Of the statement of 4 May 1982 65 on the dams and of the letter, 66 it\nnotes all. \
        68\n\nAdopted at the 12th meeting.\n\n64 S/15440.\n65 See S/15441.\n66 ibid., document\n\
        S/15442.\n67 fbid.\n68 S/15443";
    let (notes, cuts) = read(source);
    let expected = [
        ("64", "S/15440."),
        ("65", "See S/15441."),
        ("66", "ibid., document S/15442."),
        ("67", "fbid."),
        ("68", "S/15443"),
    ];
    assert_eq!(notes, pairs(&expected));
    assert_eq!(cuts, ["1982|65", "letter,|66", "all.|68"]);
}

#[test]
fn a_row_in_the_text_is_notes_where_one_of_them_is() {
    let source = "The report1 of the lakes, and of 12 rivers of the north that are long.\n\n1 See \
        A/86/1.\n2 See A/86/2.\n\nThe text goes on.";
    assert_eq!(read(source).0, pairs(&[("1", "See A/86/1."), ("2", "See A/86/2.")]));
    assert_eq!(read("The lakes.\n\n1 Austria\n2 Bhutan\n\nThe text goes on.").0, vec![]);
}

#[test]
fn the_cells_of_a_table_are_no_notes() {
    let source = "The lakes,1 the rivers2 and the staff, 3 of 2031.\n\n________\n1 A/86/1.\n2 \
        A/86/2.\n\n\x0CGrade\nP-5\n2\nDirector\n3\nTotal\n2\nAll";
    assert_eq!(read(source).0, pairs(&[("1", "A/86/1."), ("2", "A/86/2.")]));
}

#[test]
fn marks_in_capitals_whose_notes_are_lost() {
    let source = "EXCHANGE OF NOTES CONSTITUTING AN AGREEMENT1 ON THE LAKES, SIGNED AT OSLO\nON 17 MAY \
        1961.2 OSLO, 16 MAY 1964\n\nThe map attached hereto.3 Of 4 lakes.";
    let (notes, cuts) = read(source);
    assert_eq!(notes, vec![]);
    assert_eq!(cuts, ["AGREEMENT|1", "1961.|2", "hereto.|3"]);
    assert_eq!(read("CONVENTION* ON THE LAKES\n").1, ["CONVENTION|*"]);
    for none in [
        "ARTICLE1 OF THE ACT",
        "SDG1 AND G7",
        "*OSLO* AND PARIS",
        "The Treaty1 of Oslo",
        "粮食和营养1 000",
    ] {
        assert_eq!(read(none).1, Vec::<String>::new(), "{none}");
    }
}

#[test]
fn a_bracket_alone_on_its_line_is_a_mark() {
    let source = "The members of your delegation.\n\n[1]\n\nEnds.\n\n _\n\n1 See Document 4.\n\n_";
    let (notes, cuts) = read(source);
    assert_eq!(notes, pairs(&[("1", "See Document 4.")]));
    assert_eq!(cuts, ["delegation.|1"]);
}
