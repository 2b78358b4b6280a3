package org.tandemvoice.media.engine.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.engine.codec.Pcmu;

/** Three phones and their sessions in one engine. */
final class Parties implements AutoCloseable {

  /** How long everybody talks. */
  static final int FRAMES = 40;

  private static final int[] HZ = {1_160, 840, 1_500};

  private final EngineRig rig;
  private final List<Phone> phones = new ArrayList<>();
  private final List<MediaSession> sessions = new ArrayList<>();

  Parties(Path folder) throws Exception {
    rig = new EngineRig(folder);
    for (int i = 0; i < 3; i++) {
      Phone phone = new Phone(new Pcmu());
      MediaSession session = rig.engine().open(UUID.randomUUID());
      phone.connect(session.answer(phone.offer()));
      phones.add(phone);
      sessions.add(session);
    }
  }

  EngineRig rig() {
    return rig;
  }

  List<Phone> phones() {
    return phones;
  }

  List<MediaSession> sessions() {
    return sessions;
  }

  /** Every phone says its own tone for less than a second. */
  void talk() {
    List<CompletableFuture<Void>> sayings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sayings.add(saying(i, Tone.samples(hz(i), 8_000, FRAMES * 160)));
    }
    sayings.forEach(CompletableFuture::join);
  }

  CompletableFuture<Void> saying(int phone, short[] sound) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            phones
                .get(phone)
                .say(sound.length / 160, i -> Arrays.copyOfRange(sound, i * 160, i * 160 + 160));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** How loud one phone hears another's tone at the end. */
  double tone(int listener, int speaker) {
    short[] heard = phones.get(listener).heard();
    return Tone.typicalAmplitude(
        Arrays.copyOfRange(heard, heard.length - 3_200, heard.length - 800), hz(speaker));
  }

  /** None is a note of the music that is held with, or twice one, or near one. */
  static int hz(int phone) {
    return HZ[phone];
  }

  @Override
  public void close() {
    phones.forEach(Phone::close);
    rig.close();
  }
}
