package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.audio.Pcm;

class SpeechSynthesisTest {

  private final SpeechSynthesis embedded = new SpeechSynthesis(List.of(new FreeTtsProvider()));

  @Test
  void speaksASentenceOfPlausibleLengthAndLoudness() throws Exception {
    short[] samples =
        embedded.speak(speech("The quick brown fox jumps over the lazy dog.")).samples();

    assertThat(samples.length / 8000.0).as("seconds").isBetween(2.0, 4.5);
    assertThat(rms(samples)).isBetween(500.0, 12_000.0);
  }

  @Test
  void longerTextTakesLonger() throws Exception {
    int one = embedded.speak(speech("One sentence.")).samples().length;
    int three =
        embedded.speak(speech("One sentence. One sentence. One sentence.")).samples().length;

    assertThat(three).isBetween(2 * one, 4 * one);
  }

  @Test
  void honoursBreaks() throws Exception {
    int without =
        embedded.speak(speech("<speak>Hello <break time='0ms'/> you</speak>")).samples().length;
    int with =
        embedded.speak(speech("<speak>Hello <break time='2s'/> you</speak>")).samples().length;

    assertThat(with - without).isEqualTo(16_000);
  }

  @Test
  void speaksEveryKindOfText() throws Exception {
    for (String text :
        new String[] {
          "",
          "!",
          "12:30, $5.20 & 3/4",
          "\u201cquoted\u201d \u2014 na\u00efve",
          "\u00e4\u00f6",
          "a".repeat(300),
          "Dr. Smith's no. 5",
          "http://example.com/?a=b",
          "\u0000\u0007",
          "one\ntwo\tthree",
          "WWW BBC 1999 2nd IV"
        }) {
      assertThat(embedded.speak(speech(text)).samples().length).isLessThan(8_000 * 120);
    }
  }

  @Test
  void saysWhichLanguageItCannotSpeak() {
    assertThatThrownBy(() -> embedded.speak(new Prompt.Speech("Annyeong", "ko-KR", "", "")))
        .isInstanceOf(SpeechException.class)
        .hasMessage("No voice of this server speaks the language 'ko-KR'");
  }

  @Test
  void takesAnyEnglishAndNoLanguageAtAll() throws Exception {
    assertThat(embedded.speak(new Prompt.Speech("Hello", "en-GB", "gcp", "x")).samples())
        .isNotEmpty();
    assertThat(embedded.speak(new Prompt.Speech("Hello", "", "", "")).samples()).isNotEmpty();
  }

  @Test
  void prefersTheNamedProviderAndFallsBack() throws Exception {
    Recording google = new Recording("gcp", "ko");
    Recording amazon = new Recording("aws", "en");
    SpeechSynthesis synthesis = new SpeechSynthesis(List.of(amazon, google));

    synthesis.speak(new Prompt.Speech("a", "ko-KR", "aws", ""));
    synthesis.speak(new Prompt.Speech("b", "en-US", "gcp", ""));
    google.fails = true;

    assertThat(google.spoken).containsExactly("a");
    assertThat(amazon.spoken).containsExactly("b");
    assertThatThrownBy(() -> synthesis.speak(new Prompt.Speech("c", "ko-KR", "gcp", "")))
        .hasMessage("out of order");
  }

  @Test
  void speaksTheSameThingOnce() throws Exception {
    Recording provider = new Recording("x", "en");
    SpeechSynthesis synthesis = new SpeechSynthesis(List.of(provider));

    synthesis.speak(speech("again"));
    synthesis.speak(speech("again"));
    synthesis.speak(new Prompt.Speech("again", "en-US", "", "another voice"));

    assertThat(provider.spoken).containsExactly("again", "again");
  }

  @Test
  void cacheDropsTheLongestUnused() {
    SpeechCache cache = new SpeechCache(100);
    for (int i = 0; i < 4; i++) {
      cache.keep(speech("s" + i), new short[25]);
    }
    assertThat(cache.find(speech("s0"))).isPresent();

    cache.keep(speech("s4"), new short[20]);
    cache.keep(speech("too long"), new short[26]);

    assertThat(cache.find(speech("s0"))).isPresent();
    assertThat(cache.find(speech("s1"))).isEmpty();
    assertThat(cache.find(speech("too long"))).isEmpty();
  }

  @Test
  void servesManyCallersAtOnce() {
    List<CompletableFuture<Integer>> callers =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> length("Number " + i % 4)))
            .toList();

    for (int i = 0; i < callers.size(); i++) {
      assertThat(callers.get(i).join()).isEqualTo(length("Number " + i % 4));
    }
  }

  private int length(String text) {
    try {
      return embedded.speak(speech(text)).samples().length;
    } catch (SpeechException e) {
      throw new AssertionError(e);
    }
  }

  private static Prompt.Speech speech(String text) {
    return new Prompt.Speech(text, "en-US", "", "");
  }

  private static double rms(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  private static final class Recording implements SpeechProvider {
    private final String name;
    private final String language;
    private final List<String> spoken = new ArrayList<>();
    private boolean fails;

    Recording(String name, String language) {
      this.name = name;
      this.language = language;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean speaks(String tag) {
      return tag.startsWith(language);
    }

    @Override
    public Pcm synthesize(String text, String tag, String voiceId) throws SpeechException {
      if (fails) {
        throw new SpeechException("out of order");
      }
      spoken.add(text);
      return new Pcm(8_000, new short[10]);
    }
  }

  @Test
  void speaksSlowerAndLouderInProsody() throws Exception {
    SpeechSynthesis synthesis = new SpeechSynthesis(List.of(new FreeTtsProvider()));

    short[] plain = spoken(synthesis, "Please hold the line");
    short[] slow =
        spoken(synthesis, "<speak><prosody rate='x-slow'>Please hold the line</prosody></speak>");
    short[] loud =
        spoken(synthesis, "<speak><prosody volume='loud'>Please hold the line</prosody></speak>");

    assertThat(slow.length).isGreaterThan(plain.length * 3 / 2);
    assertThat(energy(loud)).isGreaterThan(1.8 * energy(plain));
    assertThat(spoken(synthesis, "Please hold the line again").length)
        .isLessThan(plain.length * 3 / 2);
  }

  private static short[] spoken(SpeechSynthesis synthesis, String text) throws SpeechException {
    return synthesis.speak(new Prompt.Speech(text, "en-US", "", "")).samples();
  }

  private static double energy(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return sum;
  }
}
