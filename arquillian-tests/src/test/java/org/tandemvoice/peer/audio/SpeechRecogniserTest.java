package org.tandemvoice.peer.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.peer.process.PeerProcess;
import org.tandemvoice.peer.process.RealPeers;

class SpeechRecogniserTest {

  @Test
  void tellsSentencesApart(@TempDir Path folder) {
    RealPeers.require("flite");

    assertThat(said(folder, "i need help with my order"))
        .containsExactly("i need help with my order");
    assertThat(said(folder, "please leave a message after the tone"))
        .containsExactly("please leave a message after the tone");
  }

  @Test
  void understandsNothingInATone() {
    Sound tone = Sound.tone(440, 0.2, Duration.ofSeconds(2));

    assertThat(SpeechRecogniser.sentences(tone)).isEmpty();
  }

  private static List<String> said(Path folder, String text) {
    Path file = folder.resolve("said.wav");
    List<String> command = List.of("flite", "-voice", "kal", "-t", text, "-o", file.toString());
    try (PeerProcess flite = PeerProcess.start(folder, command)) {
      assertThat(flite.awaitExit(Duration.ofSeconds(10))).isZero();
    }
    return SpeechRecogniser.sentences(WavFile.read(file));
  }
}
