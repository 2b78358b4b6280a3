package org.tandemvoice.media.engine.speech;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.media.engine.audio.AudioFormatException;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.WavReader;
import org.tandemvoice.media.engine.speech.VoiceCatalogue.Voice;

/** Google Cloud Text-to-Speech by its REST interface, version 1. */
public final class GoogleSpeechProvider implements CatalogueProvider {

  private static final int CONNECT_TIMEOUT_MS = 2_000;
  private static final int READ_TIMEOUT_MS = 8_000;
  private static final int MOST_BYTES = 5_000;
  private static final int BAD_REQUEST = 400;
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private final SpeechSettings.Google settings;
  private final VoiceCatalogue voices = new VoiceCatalogue(this::load);
  private HttpRequestFactory requests;

  public GoogleSpeechProvider(SpeechSettings.Google settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "gcp";
  }

  @Override
  public VoiceCatalogue voices() {
    return voices;
  }

  @Override
  public boolean takes(String input, boolean isMarkup) {
    return input.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  @Override
  public Pcm synthesize(String text, Speaker speaker, Manner manner) throws SpeechException {
    try {
      return speak("text", text, speaker);
    } catch (HttpResponseException e) {
      throw refusal(e);
    }
  }

  @Override
  public Optional<Pcm> synthesizeMarkup(String document, Speaker speaker) throws SpeechException {
    try {
      return Optional.of(speak("ssml", document, speaker));
    } catch (HttpResponseException e) {
      if (e.getStatusCode() == BAD_REQUEST) {
        return Optional.empty();
      }
      throw refusal(e);
    }
  }

  private Pcm speak(String kind, String text, Speaker speaker)
      throws SpeechException, HttpResponseException {
    Voice chosen = voice(speaker);
    JsonObject voice = new JsonObject();
    voice.addProperty("languageCode", chosen.language());
    voice.addProperty("name", chosen.id());
    JsonObject input = new JsonObject();
    input.addProperty(kind, text);
    JsonObject audio = new JsonObject();
    audio.addProperty("audioEncoding", "LINEAR16");
    audio.addProperty("sampleRateHertz", Pcm.ENGINE_RATE_HZ);
    JsonObject body = new JsonObject();
    body.add("input", input);
    body.add("voice", voice);
    body.add("audioConfig", audio);
    JsonObject answer = ask("/v1/text:synthesize", Optional.of(body));
    try {
      return WavReader.read(Base64.getDecoder().decode(answer.get("audioContent").getAsString()));
    } catch (AudioFormatException | RuntimeException e) {
      throw new SpeechException("Google's sound cannot be read", e);
    }
  }

  private List<Voice> load() throws SpeechException {
    List<Voice> found = new ArrayList<>();
    try {
      JsonObject answer = ask("/v1/voices", Optional.empty());
      for (JsonElement element : answer.getAsJsonArray("voices")) {
        JsonObject voice = element.getAsJsonObject();
        for (JsonElement language : voice.getAsJsonArray("languageCodes")) {
          found.add(
              new Voice(
                  voice.get("name").getAsString(),
                  language.getAsString(),
                  Speaker.Gender.of(voice.get("ssmlGender").getAsString()),
                  ""));
        }
      }
    } catch (HttpResponseException e) {
      throw refusal(e);
    } catch (RuntimeException e) {
      throw SpeechException.outage("Google's list of voices cannot be read", e);
    }
    return found;
  }

  private JsonObject ask(String path, Optional<JsonObject> body)
      throws SpeechException, HttpResponseException {
    try {
      GenericUrl url = new GenericUrl(settings.endpoint().resolve(path));
      HttpRequestFactory factory = requests();
      HttpRequest request =
          body.isPresent()
              ? factory.buildPostRequest(
                  url, ByteArrayContent.fromString("application/json", body.get().toString()))
              : factory.buildGetRequest(url);
      request.setConnectTimeout(CONNECT_TIMEOUT_MS).setReadTimeout(READ_TIMEOUT_MS);
      settings.apiKey().ifPresent(key -> request.getHeaders().set("X-Goog-Api-Key", key));
      HttpResponse response = request.execute();
      try {
        return JsonParser.parseString(response.parseAsString()).getAsJsonObject();
      } finally {
        response.disconnect();
      }
    } catch (HttpResponseException e) {
      throw e;
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw SpeechException.outage("Google's speech service does not answer", e);
    }
  }

  private synchronized HttpRequestFactory requests() throws IOException {
    if (requests == null) {
      HttpRequestInitializer signer = request -> {};
      if (settings.credentials().isPresent()) {
        try (InputStream file = Files.newInputStream(settings.credentials().get())) {
          signer =
              new HttpCredentialsAdapter(GoogleCredentials.fromStream(file).createScoped(SCOPE));
        }
      }
      requests = new NetHttpTransport().createRequestFactory(signer);
    }
    return requests;
  }

  private static SpeechException refusal(HttpResponseException e) {
    String message = "Google's speech service refused the text with status " + e.getStatusCode();
    return e.getStatusCode() == BAD_REQUEST
        ? new SpeechException(message, e)
        : SpeechException.outage(message, e);
  }
}
