package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.pace.NanoClock;

class SpeechSynthesisTest {

  private final SpeechSynthesis embedded = synthesis(new FreeTtsProvider());

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
    SpeechSynthesis synthesis = synthesis(amazon, google);

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
    SpeechSynthesis synthesis = synthesis(provider);

    synthesis.speak(speech("again"));
    synthesis.speak(speech("again"));
    synthesis.speak(new Prompt.Speech("again", "en-US", "", "another voice"));

    assertThat(provider.spoken).containsExactly("again", "again");
  }

  @Test
  void cacheDropsTheLongestUnused() throws Exception {
    SpeechCache cache = new SpeechCache(100);
    for (int i = 0; i < 4; i++) {
      cache.get(key("s" + i), () -> new short[25]);
    }
    cache.get(key("s0"), SpeechSynthesisTest::notAgain);

    cache.get(key("s4"), () -> new short[20]);
    cache.get(key("too long"), () -> new short[26]);

    cache.get(key("s0"), SpeechSynthesisTest::notAgain);
    cache.get(key("s4"), SpeechSynthesisTest::notAgain);
    assertThat(cache.statistics()).isEqualTo(new SpeechStatistics(3, 6));
    assertThat(cache.get(key("s1"), () -> new short[1])).hasSize(1);
    assertThat(cache.get(key("too long"), () -> new short[1])).hasSize(1);
  }

  @Test
  void fallsBackWithTheDefaultVoice() throws Exception {
    Recording google = new Recording("gcp", "en");
    Recording amazon = new Recording("aws", "en");
    SpeechSynthesis synthesis = synthesis(amazon, google);
    google.fails = true;

    synthesis.speak(new Prompt.Speech("Hello", "en-US", "gcp", "en-US-Neural2-C"));
    synthesis.speak(new Prompt.Speech("Hello", "en-US", "gcp", "female"));

    assertThat(amazon.speakers)
        .containsExactly(
            new Speaker("en-US", "", Speaker.Gender.ANY),
            new Speaker("en-US", "", Speaker.Gender.FEMALE));
  }

  @Test
  void asksTheProviderThatHasTheVoice() throws Exception {
    Recording google = new Recording("gcp", "en");
    Recording amazon = new Recording("aws", "en");
    amazon.voice = "Joanna";

    synthesis(google, amazon).speak(new Prompt.Speech("Hello", "en-US", "", "Joanna"));

    assertThat(google.spoken).isEmpty();
    assertThat(amazon.speakers).containsExactly(new Speaker("en-US", "Joanna", Speaker.Gender.ANY));
  }

  @Test
  void leavesAProviderThatIsOutOfOrderAloneForAWhile() throws Exception {
    AtomicLong now = new AtomicLong();
    Recording google = new Recording("gcp", "en");
    Recording amazon = new Recording("aws", "en");
    SpeechSynthesis synthesis = new SpeechSynthesis(List.of(google, amazon), now::get);
    google.isOut = true;

    synthesis.speak(speech("one"));
    google.isOut = false;
    synthesis.speak(speech("two"));
    now.addAndGet(Duration.ofSeconds(15).toNanos());
    synthesis.speak(speech("three"));

    assertThat(amazon.spoken).containsExactly("one", "two");
    assertThat(google.spoken).containsExactly("three");
  }

  @Test
  void saysWhyEveryProviderFailed() {
    Recording google = new Recording("gcp", "en");
    Recording amazon = new Recording("aws", "en");
    google.isOut = true;
    amazon.fails = true;

    assertThatThrownBy(() -> synthesis(google, amazon).speak(speech("Hello")))
        .hasMessage("out of reach; out of order");
  }

  @Test
  void speaksOnceWhatManyWantAtTheSameTime() {
    Recording provider = new Recording("x", "en");
    SpeechSynthesis synthesis = synthesis(provider);

    List<CompletableFuture<Integer>> callers =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> length(synthesis, "same")))
            .toList();
    callers.forEach(CompletableFuture::join);

    assertThat(provider.spoken).containsExactly("same");
    assertThat(synthesis.statistics()).isEqualTo(new SpeechStatistics(39, 1));
  }

  @Test
  void handsMarkupToWhoReadsIt() throws Exception {
    Recording reader = new Recording("x", "en");
    reader.readsMarkup = true;
    String document = "<speak>Hello <emphasis>you</emphasis></speak>";

    synthesis(reader).speak(speech(document));
    synthesis(reader).speak(speech("<speak>Hello <break time='1s'/><audio src='f'/></speak>"));

    assertThat(reader.spoken).containsExactly(document, "Hello");
  }

  @Test
  void beginsAtOnceUnlessABreakComesFirst() throws Exception {
    short[] plain = embedded.speak(speech("Please hold the line")).samples();
    short[] late =
        embedded.speak(speech("<speak><break time='1s'/>Please hold the line</speak>")).samples();

    assertThat(IntStream.range(0, 60).anyMatch(i -> Math.abs(plain[i]) >= 100)).isTrue();
    assertThat(IntStream.range(0, 8_000).allMatch(i -> late[i] == 0)).isTrue();
  }

  @Test
  void speaksHigherAsAWoman() throws Exception {
    SpeechSynthesis synthesis = synthesis(new FreeTtsProvider());

    short[] man = synthesis.speak(speech("Please hold the line")).samples();
    short[] woman =
        synthesis.speak(new Prompt.Speech("Please hold the line", "en-US", "", "female")).samples();

    assertThat(pitchHz(man)).isBetween(85, 125);
    assertThat(pitchHz(woman)).isBetween(150, 210);
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

  private static SpeechSynthesis synthesis(SpeechProvider... providers) {
    return new SpeechSynthesis(List.of(providers), NanoClock.system());
  }

  private static SpeechCache.Key key(String text) {
    return new SpeechCache.Key(text, Speaker.of("en-US", ""), "x");
  }

  private static short[] notAgain() {
    throw new AssertionError("it was spoken again");
  }

  /** The strongest repetition from 70 to 250 Hz. */
  private static int pitchHz(short[] samples) {
    int best = 0;
    double strongest = 0;
    for (int lag = 32; lag <= 114; lag++) {
      double sum = 0;
      for (int i = lag; i < samples.length; i++) {
        sum += (double) samples[i] * samples[i - lag];
      }
      if (sum > strongest) {
        strongest = sum;
        best = lag;
      }
    }
    return 8000 / best;
  }

  private int length(String text) {
    return length(embedded, text);
  }

  private static int length(SpeechSynthesis synthesis, String text) {
    try {
      return synthesis.speak(speech(text)).samples().length;
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
    private final List<Speaker> speakers = new ArrayList<>();
    private boolean fails;
    private boolean isOut;
    private boolean readsMarkup;
    private String voice = "";

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
    public boolean hasVoice(String voiceId) {
      return voiceId.equals(voice);
    }

    @Override
    public synchronized Pcm synthesize(String text, Speaker speaker, Manner manner)
        throws SpeechException {
      if (isOut) {
        throw SpeechException.outage("out of reach", null);
      }
      if (fails) {
        throw new SpeechException("out of order");
      }
      spoken.add(text);
      speakers.add(speaker);
      return new Pcm(8_000, new short[10]);
    }

    @Override
    public Optional<Pcm> synthesizeMarkup(String document, Speaker speaker) throws SpeechException {
      return readsMarkup
          ? Optional.of(synthesize(document, speaker, Manner.NORMAL))
          : Optional.empty();
    }
  }

  @Test
  void speaksSlowerAndLouderInProsody() throws Exception {
    SpeechSynthesis synthesis = synthesis(new FreeTtsProvider());

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
