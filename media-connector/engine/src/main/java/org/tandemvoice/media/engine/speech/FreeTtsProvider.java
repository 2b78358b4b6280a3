package org.tandemvoice.media.engine.speech;

import com.sun.speech.freetts.Age;
import com.sun.speech.freetts.Gender;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.CMUDiphoneVoice;
import com.sun.speech.freetts.en.us.CMULexicon;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.Locale;
import org.tandemvoice.media.engine.audio.Pcm;

/**
 * The embedded voice: FreeTTS with kevin16, American English, 16 kHz, no files outside its jar. The
 * voice is built directly, because FreeTTS's own search looks at system properties and files that a
 * container does not have.
 */
public final class FreeTtsProvider implements SpeechProvider {

  /** The voice's own way. */
  private static final double WORDS_PER_MINUTE = 150;

  private static final double PITCH_HZ = 100;
  private static final double FEMALE_PITCH_HZ = 180;

  private Voice voice;
  private SpeechCapture capture;

  @Override
  public String name() {
    return "freetts";
  }

  @Override
  public boolean speaks(String language) {
    return Speaker.primary(language).equals("en");
  }

  @Override
  public boolean hasVoice(String voiceId) {
    return voiceId.equals("kevin16");
  }

  @Override
  public void warmUp() throws SpeechException {
    synthesize("Ready.", Speaker.of("en-US", ""), Manner.NORMAL);
  }

  @Override
  public synchronized Pcm synthesize(String text, Speaker speaker, Manner manner)
      throws SpeechException {
    try {
      load();
      voice.setRate((float) (WORDS_PER_MINUTE * manner.rate()));
      voice.setPitch((float) (pitchHz(speaker) * manner.pitch()));
      capture.start();
      voice.speak(speakable(text));
      return capture.finish();
    } catch (RuntimeException | Error e) {
      // FreeTTS reports a missing lexicon as an Error; a voice in an unknown state is not used
      // again.
      voice = null;
      throw new SpeechException("The embedded voice could not speak this text", e);
    }
  }

  /** There is one voice; as a woman's it speaks higher. */
  private static double pitchHz(Speaker speaker) {
    return speaker.gender() == Speaker.Gender.FEMALE ? FEMALE_PITCH_HZ : PITCH_HZ;
  }

  private void load() {
    if (voice == null) {
      Voice kevin =
          new CMUDiphoneVoice(
              "kevin16",
              Gender.MALE,
              Age.YOUNGER_ADULT,
              "default 16-bit diphone voice",
              Locale.US,
              "general",
              "cmu",
              new CMULexicon("cmulex"),
              KevinVoiceDirectory.class.getResource("cmu_us_kal16.bin"));
      capture = new SpeechCapture();
      kevin.setOutputQueue(capture);
      // Its tables are shared by all voices and filled without a guard.
      synchronized (FreeTtsProvider.class) {
        kevin.allocate();
      }
      voice = kevin;
    }
  }

  /** Its tokenizer knows ASCII only. */
  private static String speakable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.append(ascii(c)));
    return out.toString();
  }

  private static char ascii(int codePoint) {
    return switch (codePoint) {
      case 0x2018, 0x2019 -> '\'';
      case 0x201C, 0x201D -> '"';
      case 0x2013, 0x2014 -> '-';
      default -> codePoint > ' ' && codePoint < 0x7F ? (char) codePoint : ' ';
    };
  }
}
