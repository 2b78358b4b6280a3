package org.tandemvoice.conference.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.command.PlayPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.conference.entity.Conferencecall;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;

/** Says something to everybody who is in a conference now; meanwhile they hear nothing else. */
@Stateless
public class ConferenceAnnouncements {

  private static final int LONGEST = 255;
  private static final int LONGEST_TEXT = 10_000;
  private static final Set<String> SCHEMES = Set.of("http", "https", "file");

  @Inject private AfterCommit afterCommit;
  @Inject private Calls calls;
  @Inject private Conferences conferences;
  @Inject private Conferencecalls stays;
  @Inject private Event<AnnouncementSpoken> spoken;
  @Inject private TimeOrderedIds ids;

  /**
   * Speaks {@code text} in {@code language}, by {@code provider} and {@code voice_id}.
   *
   * @throws PlatformException {@code CONFERENCE_NOT_FOUND}, {@code INVALID_ARGUMENT}, {@code
   *     INSUFFICIENT_BALANCE}, {@code ACCOUNT_FROZEN}
   */
  public void talk(CustomerId customer, UUID id, JsonFields fields) {
    String language = fields.text("language", LONGEST);
    announce(
        customer,
        id,
        new Prompt.Speech(
            fields.requiredText("text", LONGEST_TEXT),
            language.isEmpty() ? "en-US" : language,
            fields.text("provider", LONGEST),
            fields.text("voice_id", LONGEST)));
  }

  /**
   * Plays the files of {@code stream_urls}.
   *
   * @throws PlatformException {@code CONFERENCE_NOT_FOUND}, {@code INVALID_ARGUMENT}
   */
  public void play(CustomerId customer, UUID id, JsonFields fields) {
    List<URI> uris = new ArrayList<>();
    for (String text : fields.texts("stream_urls")) {
      uris.add(uri(fields, text));
    }
    if (uris.isEmpty()) {
      throw fields.invalid("stream_urls", "is missing: give at least one URL");
    }
    announce(customer, id, new Prompt.Files(uris));
  }

  private static URI uri(JsonFields fields, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
        return uri;
      }
      throw fields.invalid("stream_urls", "has \"" + text + "\": give an http, https or file URL");
    } catch (URISyntaxException notUri) {
      throw fields.invalid("stream_urls", "has no URI: " + notUri.getMessage());
    }
  }

  private void announce(CustomerId customer, UUID id, Prompt prompt) {
    Conference conference =
        conferences
            .find(customer, id)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.CONFERENCE_NOT_FOUND, "there is no conference " + id));
    List<Call> parties =
        stays.in(conference).stream()
            .map(Conferencecall::callId)
            .flatMap(call -> calls.find(call).stream())
            .toList();
    if (prompt instanceof Prompt.Speech speech && !parties.isEmpty()) {
      spoken.fire(new AnnouncementSpoken(customer, id, speech.text()));
    }
    parties.forEach(call -> afterCommit.send(new PlayPrompt(call, ids.next(), prompt)));
  }
}
