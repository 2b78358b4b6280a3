package org.tandemvoice.peer.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.WavFile;

/** A voice that is not the platform's own: what people and machines say in tests. */
public final class Flite {

  private Flite() {}

  /** The text, spoken at the rate of a telephone. */
  public static Sound say(String text) {
    RealPeers.require("flite");
    try {
      Path folder = Files.createTempDirectory("flite");
      Path file = folder.resolve("speech.wav");
      try (PeerProcess flite =
          PeerProcess.start(
              folder, List.of("flite", "-voice", "kal", "-t", text, "-o", file.toString()))) {
        if (flite.awaitExit(Duration.ofSeconds(20)) != 0) {
          throw new AssertionError("flite failed: " + flite.output());
        }
      }
      return WavFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
