package org.tandemvoice.peer.audio;

import edu.cmu.sphinx.api.Configuration;
import edu.cmu.sphinx.api.SpeechResult;
import edu.cmu.sphinx.api.StreamSpeechRecognizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells which sentence of {@code speech/sentences.gram} was said, offline. */
public final class SpeechRecogniser {

  private static final String MODEL = "resource:/edu/cmu/sphinx/models/en-us/";

  private SpeechRecogniser() {}

  /** Every sentence heard, in order; empty when nothing was understood. */
  public static List<String> sentences(Sound telephone) {
    Configuration configuration = new Configuration();
    configuration.setAcousticModelPath(MODEL + "en-us");
    configuration.setDictionaryPath(MODEL + "cmudict-en-us.dict");
    configuration.setGrammarPath("resource:/speech");
    configuration.setGrammarName("sentences");
    configuration.setUseGrammar(true);
    try {
      StreamSpeechRecognizer recognizer = new StreamSpeechRecognizer(configuration);
      // it takes the first sound for noise unless there is silence before
      Sound pause = Sound.silence(Duration.ofSeconds(1));
      Sound padded = pause.then(telephone).then(pause);
      recognizer.startRecognition(new ByteArrayInputStream(at16kHz(padded)));
      List<String> sentences = new ArrayList<>();
      for (SpeechResult result = recognizer.getResult();
          result != null;
          result = recognizer.getResult()) {
        sentences.add(result.getHypothesis());
      }
      recognizer.stopRecognition();
      return sentences.stream().filter(text -> !text.isBlank() && !"<unk>".equals(text)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model was trained at 16 kHz; between two samples goes their mean. */
  private static byte[] at16kHz(Sound sound) {
    short[] samples = sound.samples();
    ByteBuffer out = ByteBuffer.allocate(samples.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.length; i++) {
      short next = samples[Math.min(i + 1, samples.length - 1)];
      out.putShort(samples[i]).putShort((short) ((samples[i] + next) / 2));
    }
    return out.array();
  }
}
