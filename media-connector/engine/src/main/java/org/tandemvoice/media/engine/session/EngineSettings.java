package org.tandemvoice.media.engine.session;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.tandemvoice.media.engine.speech.SpeechSettings;

/**
 * What an operator decides about the engine.
 *
 * @param minPort first port of the RTP range
 * @param maxPort last port of the RTP range
 * @param bindAddress address the RTP sockets are bound to
 * @param publicAddress address written into SDP
 * @param rtpSilence silence after which {@code RtpSilent} is sent; zero for never
 * @param folders where files lie
 * @param allowPrivateTargets whether prompts may be fetched from private addresses
 * @param speech which voices there are
 */
public record EngineSettings(
    int minPort,
    int maxPort,
    InetAddress bindAddress,
    InetAddress publicAddress,
    Duration rtpSilence,
    Folders folders,
    boolean allowPrivateTargets,
    SpeechSettings speech) {

  /**
   * Folders of the engine.
   *
   * @param media where {@code file:} prompts and the operator's music lie
   * @param recordings where recordings are written
   */
  public record Folders(Path media, Path recordings) {}
}
