package org.tandemvoice.media.engine.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.speech.VoiceCatalogue.Voice;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.PollyClientBuilder;
import software.amazon.awssdk.services.polly.model.DescribeVoicesRequest;
import software.amazon.awssdk.services.polly.model.DescribeVoicesResponse;
import software.amazon.awssdk.services.polly.model.InvalidSsmlException;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.PollyException;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import software.amazon.awssdk.services.polly.model.TextType;

/**
 * Amazon Polly by its SDK. Voices are those of the account's region; each speaks with the preferred
 * engine if it can, else with one it has.
 */
public final class PollyProvider implements CatalogueProvider {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final int MOST_CHARACTERS = 6_000;
  private static final int MOST_SPOKEN = 3_000;
  private static final String STANDARD = "standard";

  private final SpeechSettings.Polly settings;
  private final VoiceCatalogue voices = new VoiceCatalogue(this::load);
  private PollyClient client;

  public PollyProvider(SpeechSettings.Polly settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public VoiceCatalogue voices() {
    return voices;
  }

  /** Tags cost nothing and count towards the whole. */
  @Override
  public boolean takes(String input, boolean isMarkup) {
    String spoken = isMarkup ? input.replaceAll("<[^>]*>", "") : input;
    return input.length() <= MOST_CHARACTERS && spoken.length() <= MOST_SPOKEN;
  }

  @Override
  public Pcm synthesize(String text, Speaker speaker, Manner manner) throws SpeechException {
    Voice voice = voice(speaker);
    try {
      return speak(text, TextType.TEXT, voice.id(), engine(voice));
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  /** Neural voices know less markup than standard ones, so those get a second chance. */
  @Override
  public Optional<Pcm> synthesizeMarkup(String document, Speaker speaker) throws SpeechException {
    Voice voice = voice(speaker);
    List<String> engines = new ArrayList<>(List.of(engine(voice)));
    if (!engines.contains(STANDARD) && List.of(voice.kind().split(" ")).contains(STANDARD)) {
      engines.add(STANDARD);
    }
    for (String engine : engines) {
      try {
        return Optional.of(speak(document, TextType.SSML, voice.id(), engine));
      } catch (InvalidSsmlException notInThisEngine) {
        continue;
      } catch (SdkException e) {
        throw failure(e);
      }
    }
    return Optional.empty();
  }

  private Pcm speak(String text, TextType type, String voiceId, String engine) {
    byte[] sound =
        client()
            .synthesizeSpeechAsBytes(
                SynthesizeSpeechRequest.builder()
                    .text(text)
                    .textType(type)
                    .voiceId(voiceId)
                    .engine(engine)
                    .outputFormat(OutputFormat.PCM)
                    .sampleRate(Integer.toString(Pcm.ENGINE_RATE_HZ))
                    .build())
            .asByteArrayUnsafe();
    short[] samples = new short[sound.length / 2];
    ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return new Pcm(Pcm.ENGINE_RATE_HZ, samples);
  }

  private String engine(Voice voice) {
    List<String> engines = List.of(voice.kind().split(" "));
    return engines.contains(settings.engine()) ? settings.engine() : engines.get(0);
  }

  private List<Voice> load() throws SpeechException {
    List<Voice> found = new ArrayList<>();
    try {
      String next = null;
      do {
        DescribeVoicesResponse page =
            client().describeVoices(DescribeVoicesRequest.builder().nextToken(next).build());
        page.voices()
            .forEach(
                v ->
                    found.add(
                        new Voice(
                            v.idAsString(),
                            v.languageCodeAsString(),
                            Speaker.Gender.of(v.genderAsString()),
                            String.join(" ", v.supportedEnginesAsStrings()))));
        next = page.nextToken();
      } while (next != null);
    } catch (SdkException e) {
      throw failure(e);
    }
    return found;
  }

  /** Made when first needed, for that takes a second. */
  private synchronized PollyClient client() {
    if (client == null) {
      PollyClientBuilder builder =
          PollyClient.builder()
              .region(Region.of(settings.region()))
              .credentialsProvider(credentials())
              .httpClientBuilder(
                  UrlConnectionHttpClient.builder()
                      .connectionTimeout(CONNECT_TIMEOUT)
                      .socketTimeout(TIMEOUT))
              .overrideConfiguration(
                  o -> o.apiCallTimeout(TIMEOUT).retryStrategy(DefaultRetryStrategy.doNotRetry()));
      settings.endpoint().ifPresent(builder::endpointOverride);
      client = builder.build();
    }
    return client;
  }

  private AwsCredentialsProvider credentials() {
    return settings.accessKeyId().isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKeyId(), settings.secretAccessKey()));
  }

  private static SpeechException failure(SdkException e) {
    if (e instanceof PollyException refusal) {
      String message = "Amazon Polly refused the text with status " + refusal.statusCode();
      return refusal.statusCode() == 400
          ? new SpeechException(message, e)
          : SpeechException.outage(message, e);
    }
    return SpeechException.outage(
        e instanceof SdkClientException ? "Amazon Polly does not answer" : "Amazon Polly failed",
        e);
  }
}
