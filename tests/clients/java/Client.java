// Reads documents through the generated types and prints what the other clients print.

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import verbale.*;

public final class Client {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final String name;
  private final String source;
  private int matched = 0;
  private int total = 0;

  private Client(String name, String source) {
    this.name = name;
    this.source = source;
  }

  public static void main(String[] arguments) throws Exception {
    ObjectMapper mapper =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    File[] files = new File(arguments[0]).listFiles((folder, name) -> name.endsWith(".json"));
    Arrays.sort(files);
    for (File file : files) {
      String name = file.getName().substring(0, file.getName().length() - ".json".length());
      File text = new File(file.getParentFile(), name + ".txt");
      String source = Files.readString(text.toPath(), StandardCharsets.UTF_8);
      new Client(name, source).print(mapper.readValue(file, Document.class));
    }
  }

  private void print(Document document) {
    line("type", document.getDocumentType());
    // Java slices by UTF-16; where all is ASCII, all units are the same.
    boolean ascii = source.chars().allMatch(unit -> unit < 128);
    Offsets unit = common(document).offsets();
    boolean sliceable = unit == Offsets.UTF16 || ascii;
    line("sliceable", sliceable ? "yes" : "no: " + unit);
    for (Party party : senders(document)) {
      MemberState state = party.getState();
      String code = state == null ? "-" : state.getAlpha3();
      line("sender", party.getName(), code, words(party.getSpan(), party.getPrinted()));
    }
    for (Signatory signatory : signatories(document)) {
      Printed signed = signatory.getName();
      String who = signed == null ? "-" : words(signed.getSpan(), signed.getPrinted());
      MemberState state = signatory.getState();
      line("signatory", who, state == null ? "-" : state.getShortName());
    }
    for (Text text : texts(document)) {
      for (Mention mention : text.getMentions()) {
        if (mention instanceof CitationMention citation) {
          String there = words(citation.getSpan(), citation.getPrinted());
          line("citation", citation.getCanonical(), there);
        } else if (mention instanceof MemberStateMention named) {
          MemberState state = named.getMemberState();
          line("state", state.getAlpha3(), words(state.getSpan(), state.getPrinted()));
        }
      }
    }
    line("matched", String.valueOf(matched), String.valueOf(total));
  }

  private static List<Party> senders(Document document) {
    if (document instanceof LetterDocument letter) return letter.getSenders();
    if (document instanceof IdenticalLettersDocument letter) return letter.getSenders();
    if (document instanceof NoteVerbaleDocument note) return note.getSenders();
    if (document instanceof NoteDocument note) return note.getSenders();
    return List.of();
  }

  /** Who signed the document and what it carries; adopted texts are not signed. */
  private static List<Signatory> signatories(Document document) {
    List<Signatory> found = new ArrayList<>();
    if (document instanceof LetterDocument d) found.addAll(d.getSignatories());
    if (document instanceof IdenticalLettersDocument d) found.addAll(d.getSignatories());
    if (document instanceof NoteVerbaleDocument d) found.addAll(d.getSignatories());
    if (document instanceof NoteDocument d) found.addAll(d.getSignatories());
    if (document instanceof StatementDocument d) found.addAll(d.getSignatories());
    if (document instanceof DeclarationDocument d) found.addAll(d.getSignatories());
    if (document instanceof CommuniqueDocument d) found.addAll(d.getSignatories());
    if (document instanceof SpeechDocument d) found.addAll(d.getSignatories());
    if (document instanceof MemorandumDocument d) found.addAll(d.getSignatories());
    if (document instanceof PressReleaseDocument d) found.addAll(d.getSignatories());
    if (document instanceof ReportDocument d) found.addAll(d.getSignatories());
    if (document instanceof TreatyDocument d) found.addAll(d.getSignatories());
    if (document instanceof ExchangeOfNotesDocument d) found.addAll(d.getSignatories());
    if (document instanceof VerbatimRecordDocument d) found.addAll(d.getSignatories());
    if (document instanceof SummaryRecordDocument d) found.addAll(d.getSignatories());
    if (document instanceof AgendaDocument d) found.addAll(d.getSignatories());
    if (document instanceof OtherDocument d) found.addAll(d.getSignatories());
    for (Attachment attachment : common(document).content().getAttachments()) {
      found.addAll(signatories(attachment.getDocument()));
    }
    return found;
  }

  private static List<Text> texts(Document document) {
    List<Text> found = new ArrayList<>();
    Content content = common(document).content();
    for (Block block : content.getBlocks()) found.add(block.getText());
    for (Footnote note : content.getFootnotes()) found.add(note.getText());
    for (Attachment attachment : content.getAttachments()) {
      found.addAll(texts(attachment.getDocument()));
    }
    return found;
  }

  /** What all kinds of documents have. */
  private record Common(Content content, Offsets offsets) {}

  private static Common common(Document document) {
    if (document instanceof LetterDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof IdenticalLettersDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof NoteVerbaleDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof NoteDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof StatementDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof ResolutionDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof DraftResolutionDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof DecisionDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof PresidentialStatementDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof DeclarationDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof CommuniqueDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof SpeechDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof MemorandumDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof PressReleaseDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof ReportDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof TreatyDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof ExchangeOfNotesDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof VerbatimRecordDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof SummaryRecordDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof AgendaDocument d) return new Common(d.getContent(), d.getOffsets());
    if (document instanceof OtherDocument d) return new Common(d.getContent(), d.getOffsets());
    throw new IllegalArgumentException(document.getDocumentType());
  }

  private String words(Span span, String printed) {
    String there = source.substring(span.getStart(), span.getEnd()).replaceAll("[ \t\r\n\f]+", " ");
    total += 1;
    matched += there.equals(printed) ? 1 : 0;
    return there;
  }

  private void line(String... cells) {
    out.println(name + "\t" + String.join("\t", cells));
  }
}
