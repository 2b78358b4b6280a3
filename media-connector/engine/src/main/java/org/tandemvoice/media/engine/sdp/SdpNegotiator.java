package org.tandemvoice.media.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.engine.codec.AudioCodecs;

/**
 * The offer/answer state of one session (RFC 3264). Either method that takes a remote description
 * gives what was agreed or throws and changes nothing. Not for use by two threads at once.
 */
public final class SdpNegotiator {

  private static final int OPUS_PAYLOAD_TYPE = 111;
  private static final int EVENT_PAYLOAD_TYPE = 101;
  private static final int FAST_EVENT_PAYLOAD_TYPE = 110;
  private static final int CLOCK_RATE = 8_000;
  private static final int FAST_CLOCK_RATE = 48_000;
  private static final String PLAIN = "RTP/AVP";

  private final LocalEndpoint local;
  private final long sessionId;
  private long version;
  private Optional<String> pendingOffer = Optional.empty();
  private Optional<NegotiatedMedia> agreed = Optional.empty();
  private List<MediaDescription> remoteMedia = List.of();
  private List<Format> described = ourFormats();
  private int audioIndex;
  private boolean switchedOff;
  private boolean offeredLast;

  public SdpNegotiator(LocalEndpoint local, long sessionId) {
    this.local = local;
    this.sessionId = sessionId;
    this.version = sessionId;
  }

  /** An answer to an offer, and what it means. */
  public record Answer(String sdp, NegotiatedMedia media) {}

  /** Our offer; the same text until it is answered. */
  public String offer() {
    if (pendingOffer.isEmpty()) {
      version++;
      offeredLast = true;
      switchedOff = false;
      described = ourFormats();
      pendingOffer = Optional.of(write(described, PLAIN, Direction.SENDRECV, false));
    }
    return pendingOffer.get();
  }

  /**
   * Answers an offer. The same offer again gives the same answer but for its version.
   *
   * @throws MediaException {@code NOT_ACCEPTABLE}
   */
  public Answer answer(String sdpOffer) {
    return refusing(() -> answerParsed(SessionDescription.parse(sdpOffer)));
  }

  /**
   * Takes the answer to our last offer; also one that comes again or changes its mind (RFC 3261
   * section 13.2.1).
   *
   * @throws MediaException {@code NOT_ACCEPTABLE}
   */
  public NegotiatedMedia accept(String sdpAnswer) {
    return refusing(() -> acceptParsed(SessionDescription.parse(sdpAnswer)));
  }

  /**
   * Takes the answer to our last offer or answer, which has been offered once more as it was.
   *
   * @throws MediaException {@code NOT_ACCEPTABLE}
   */
  public NegotiatedMedia confirm(String sdpAnswer) {
    return refusing(
        () -> switchedOff ? agreed.orElseThrow() : agree(SessionDescription.parse(sdpAnswer)));
  }

  /** Whether a session without history could answer that offer. */
  public static boolean canAnswer(String sdpOffer, LocalEndpoint local) {
    try {
      new SdpNegotiator(local, 1).answer(sdpOffer);
      return true;
    } catch (MediaException e) {
      return false;
    }
  }

  private Answer answerParsed(SessionDescription offer) {
    int index = chooseAudio(offer);
    MediaDescription audio = offer.media().get(index);
    List<Format> formats = onlyFirst(Format.spoken(audio));
    boolean isOff = audio.port() == 0;
    NegotiatedMedia media =
        isOff
            ? RemoteStream.off(agreed.orElseThrow())
            : new RemoteStream(offer, audio, local).agree(formats, formats);
    version++;
    remoteMedia = offer.media();
    audioIndex = index;
    offeredLast = false;
    switchedOff = isOff;
    described = formats;
    pendingOffer = Optional.empty();
    agreed = Optional.of(media);
    String answer =
        isOff
            ? writeAllOff()
            : write(
                formats,
                audio.protocol(),
                media.stream().direction(),
                media.transport().multiplexed());
    return new Answer(answer, media);
  }

  private NegotiatedMedia acceptParsed(SessionDescription answer) {
    if (!offeredLast) {
      throw new SdpException("There is no offer of ours to answer");
    }
    return agree(answer);
  }

  private NegotiatedMedia agree(SessionDescription answer) {
    int expected = Math.max(1, remoteMedia.size());
    if (answer.media().size() != expected) {
      throw new SdpException(
          "The answer has " + answer.media().size() + " media, the offer had " + expected);
    }
    MediaDescription audio = answer.media().get(audioIndex);
    if (!audio.isPlainAudio() || audio.port() == 0) {
      throw new SdpException("The answer refuses our audio stream");
    }
    List<Format> theirs = Format.spoken(audio);
    NegotiatedMedia media = new RemoteStream(answer, audio, local).agree(theirs, described);
    pendingOffer = Optional.empty();
    agreed = Optional.of(media);
    return media;
  }

  /**
   * The first audio stream with a codec of ours; one that is switched off only if we had agreed on
   * audio before.
   */
  private int chooseAudio(SessionDescription offer) {
    for (int i = 0; i < offer.media().size(); i++) {
      MediaDescription media = offer.media().get(i);
      if (media.isPlainAudio() && media.port() != 0 && hasCodec(media)) {
        return i;
      }
    }
    if (agreed.isPresent()
        && audioIndex < offer.media().size()
        && offer.media().get(audioIndex).isPlainAudio()
        && offer.media().get(audioIndex).port() == 0) {
      return audioIndex;
    }
    throw new SdpException(
        "The offer has no RTP/AVP audio stream with Opus, G722, PCMU, PCMA or G729");
  }

  private static boolean hasCodec(MediaDescription media) {
    return Format.spoken(media).stream().anyMatch(f -> !f.isTelephoneEvent());
  }

  private static List<Format> onlyFirst(List<Format> formats) {
    List<Format> kept = new ArrayList<>();
    for (Format format : formats) {
      boolean isKnown = kept.stream().anyMatch(format::means);
      if (!isKnown) {
        kept.add(format);
      }
    }
    return kept;
  }

  private static List<Format> ourFormats() {
    List<Format> formats = new ArrayList<>();
    AudioCodecs.all()
        .forEach(c -> formats.add(Format.of(c.staticPayloadType().orElse(OPUS_PAYLOAD_TYPE), c)));
    // RFC 4733 section 2.1: events go by the clock of the audio they stand in for.
    formats.add(Format.telephoneEvent(EVENT_PAYLOAD_TYPE, CLOCK_RATE));
    formats.add(Format.telephoneEvent(FAST_EVENT_PAYLOAD_TYPE, FAST_CLOCK_RATE));
    return formats;
  }

  private String write(
      List<Format> formats, String protocol, Direction direction, boolean multiplexed) {
    SdpWriter writer = new SdpWriter(local.address(), sessionId, version);
    int count = Math.max(1, remoteMedia.size());
    for (int i = 0; i < count; i++) {
      if (i == audioIndex) {
        writer.audio(local.rtpPort(), protocol, formats, direction, multiplexed);
      } else {
        // RFC 3264 sections 6 and 8: every stream keeps its place, unwanted ones with port zero.
        writer.refused(remoteMedia.get(i));
      }
    }
    return writer.text();
  }

  private String writeAllOff() {
    SdpWriter writer = new SdpWriter(local.address(), sessionId, version);
    remoteMedia.forEach(writer::refused);
    return writer.text();
  }

  private static <T> T refusing(Supplier<T> exchange) {
    try {
      return exchange.get();
    } catch (SdpException e) {
      throw new MediaException(MediaException.Reason.NOT_ACCEPTABLE, e.getMessage());
    }
  }
}
