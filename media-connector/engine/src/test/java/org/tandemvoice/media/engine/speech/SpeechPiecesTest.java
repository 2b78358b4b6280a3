package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.SpeechMarkup;

class SpeechPiecesTest {

  private static List<String> text(String text, int most) {
    return SpeechPieces.ofText(text, piece -> piece.length() <= most);
  }

  private static List<String> document(String document, int most) throws SpeechException {
    return SpeechPieces.ofDocument(document, piece -> piece.length() <= most);
  }

  @Test
  void leavesAloneWhatFits() throws Exception {
    assertThat(text("One. Two.", 9)).containsExactly("One. Two.");
    assertThat(document("<speak>One. Two.</speak>", 24))
        .containsExactly("<speak>One. Two.</speak>");
  }

  @Test
  void dividesAtTheEndsOfSentences() {
    assertThat(text("One two. Three four. Five six. Seven.", 22))
        .containsExactly("One two. Three four.", "Five six. Seven.");
  }

  @Test
  void dividesALongSentenceBetweenWordsAndALongWordAnywhere() {
    assertThat(text("one two three four five", 10))
        .containsExactly("one two", "three four", "five");
    assertThat(text("a bcdefghijkl m", 5)).containsExactly("a", "bcdef", "ghijk", "l m");
  }

  @Test
  void opensInEachDocumentWhatWasOpen() throws Exception {
    String document =
        "<speak><prosody rate=\"slow\">One &amp; two. Three four.</prosody> Five six.</speak>";

    assertThat(document(document, 62))
        .containsExactly(
            "<speak><prosody rate=\"slow\">One &amp; two. </prosody></speak>",
            "<speak><prosody rate=\"slow\">Three four.</prosody></speak>",
            "<speak> Five six.</speak>")
        .allMatch(SpeechMarkup::isMarkup)
        .allMatch(piece -> SpeechMarkup.fault(piece).isEmpty());
  }

  @Test
  void keepsWholeWhatMeansSomethingOnlyAsAWhole() throws Exception {
    String document =
        "<speak xml:lang=\"en-US\">Call <say-as interpret-as=\"telephone\">1. 2. 3</say-as>."
            + "<break time=\"1s\"/>Then <sub alias=\"Mister. Smith.\">Mr</sub>.</speak>";

    List<String> pieces = document(document, 90);

    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(String.join("", pieces).replaceAll("</?speak[^>]*>", ""))
        .contains("<say-as interpret-as=\"telephone\">1. 2. 3</say-as>")
        .contains("<break time=\"1s\"></break>")
        .contains("<sub alias=\"Mister. Smith.\">Mr</sub>");
    assertThat(pieces).allMatch(piece -> piece.startsWith("<speak xml:lang=\"en-US\">"));
  }
}
