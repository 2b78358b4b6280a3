package org.tandemvoice.media.engine.speech;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tandemvoice.media.engine.audio.AudioFormatException;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.WavReader;
import org.tandemvoice.media.engine.speech.VoiceCatalogue.Voice;

/**
 * A MaryTTS server of the operator's, by its HTTP interface: {@code /voices} lists what it has,
 * {@code /process} speaks text and SSML.
 */
public final class MaryTtsProvider implements CatalogueProvider {

  private static final int CONNECT_TIMEOUT_MS = 2_000;
  private static final int READ_TIMEOUT_MS = 10_000;
  private static final int MAX_BYTES = 32 * 1024 * 1024;
  private static final Pattern ROOT = Pattern.compile("<speak(\\s[^>]*)?>");

  private final URI server;
  private final VoiceCatalogue voices = new VoiceCatalogue(this::load);

  public MaryTtsProvider(URI server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "marytts";
  }

  @Override
  public VoiceCatalogue voices() {
    return voices;
  }

  @Override
  public void warmUp() throws SpeechException {
    synthesize("Ready.", Speaker.of("en-US", ""), Manner.NORMAL);
  }

  @Override
  public Pcm synthesize(String text, Speaker speaker, Manner manner) throws SpeechException {
    return speak(text, "TEXT", speaker);
  }

  @Override
  public Optional<Pcm> synthesizeMarkup(String document, Speaker speaker) throws SpeechException {
    // It insists on a root with version, name space and language (SSML 1.1 section 3.1.1).
    Matcher root = ROOT.matcher(document);
    String whole =
        root.replaceFirst(
            Matcher.quoteReplacement(
                "<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\""
                    + voice(speaker).language().replace('_', '-')
                    + "\">"));
    try {
      return Optional.of(speak(whole, "SSML", speaker));
    } catch (SpeechException e) {
      if (e.isOutage()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Pcm speak(String text, String type, Speaker speaker) throws SpeechException {
    Voice voice = voice(speaker);
    Map<String, String> form = new TreeMap<>();
    form.put("INPUT_TEXT", text);
    form.put("INPUT_TYPE", type);
    form.put("OUTPUT_TYPE", "AUDIO");
    form.put("AUDIO", "WAVE_FILE");
    form.put("LOCALE", voice.language());
    form.put("VOICE", voice.id());
    try {
      return WavReader.read(post("/process", form));
    } catch (AudioFormatException e) {
      throw new SpeechException("The MaryTTS server's sound cannot be read", e);
    }
  }

  /** One line for each voice: name, locale, gender, kind. */
  private List<Voice> load() throws SpeechException {
    String list = new String(post("/voices", Map.of()), StandardCharsets.UTF_8);
    List<Voice> found = new ArrayList<>();
    for (String line : list.lines().toList()) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length >= 4) {
        found.add(new Voice(columns[0], columns[1], Speaker.Gender.of(columns[2]), columns[3]));
      }
    }
    return found;
  }

  private byte[] post(String path, Map<String, String> form) throws SpeechException {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    try {
      URI target = URI.create(server.toString().replaceAll("/+$", "") + path);
      HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
      connection.setConnectTimeout(CONNECT_TIMEOUT_MS);
      connection.setReadTimeout(READ_TIMEOUT_MS);
      if (!form.isEmpty()) {
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
      }
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new SpeechException("The MaryTTS server refused the text with status " + status);
      }
      try (InputStream in = connection.getInputStream()) {
        return in.readNBytes(MAX_BYTES);
      }
    } catch (IOException e) {
      throw SpeechException.outage("The MaryTTS server does not answer", e);
    }
  }
}
