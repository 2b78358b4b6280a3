package org.tandemvoice.media.engine.speech;

import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.relp.LPCResult;
import java.io.ByteArrayOutputStream;
import org.tandemvoice.media.engine.audio.Pcm;

/**
 * Takes the place of FreeTTS's output thread: renders each utterance at once, on the caller's
 * thread, into memory.
 */
final class SpeechCapture extends OutputQueue {

  private final ByteArrayOutputStream wave = new ByteArrayOutputStream();
  private int sampleRateHz = 16_000;

  void start() {
    wave.reset();
  }

  @Override
  public synchronized void post(Utterance utterance) {
    LPCResult result = (LPCResult) utterance.getObject("target_lpcres");
    if (result != null) {
      sampleRateHz = result.getSampleRate();
      wave.writeBytes(result.getWaveSamples());
    }
    if (utterance.isLast()) {
      utterance.getSpeakable().completed();
    }
  }

  Pcm finish() {
    byte[] bytes = wave.toByteArray();
    short[] samples = new short[bytes.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xFF);
    }
    return new Pcm(sampleRateHz, samples);
  }
}
