package org.tandemvoice.peer.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.WavFile;
import org.tandemvoice.peer.sip.Account;

/**
 * The console phone of Linphone without sound card: sends a tone from a file, records to a file.
 */
public final class LinphonePhone implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final PeerProcess process;

  private LinphonePhone(Path folder, PeerProcess process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts it with that account at that server; it sends that tone in every call. */
  public static LinphonePhone start(
      Path folder, InetSocketAddress server, Account account, double frequency) {
    WavFile.write(Sound.tone(frequency, 0.25, Duration.ofMinutes(2)), folder.resolve("tone.wav"));
    try {
      Files.createDirectories(folder.resolve(".local/share/linphone"));
      Files.writeString(folder.resolve("rc"), config(server, account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PeerProcess process = PeerProcess.start(folder, List.of("linphonec", "-c", "rc"));
    LinphonePhone phone = new LinphonePhone(folder, process);
    process.awaitOutput("linphonec>", PATIENCE);
    process.type("ipv6 disable");
    process.type("soundcard use files");
    process.awaitOutput("Using wav files", PATIENCE);
    process.type("play tone.wav");
    process.type("record heard.wav");
    return phone;
  }

  /** No network monitor, or it would see none and not even call: there is only loopback. */
  private static String config(InetSocketAddress server, Account account) {
    return """
        [sip]
        default_proxy=0
        sip_port=%1$d
        sip_tcp_port=0
        sip_tls_port=0
        auto_net_state_mon=0
        use_ipv6=0
        use_info=0
        use_rfc2833=1
        [rtp]
        audio_rtp_port=%2$d
        [video]
        enabled=0
        capture=0
        display=0
        automatically_initiate=0
        automatically_accept=0
        [proxy_0]
        reg_proxy=<sip:127.0.0.1:%3$d>
        reg_route=<sip:127.0.0.1:%3$d;lr>
        reg_identity=%4$s
        reg_sendregister=0
        [auth_info_0]
        username=%5$s
        passwd=%6$s
        realm=%7$s
        """
        .formatted(
            PeerProcess.freePort(),
            PeerProcess.freePort(),
            server.getPort(),
            account.addressOfRecord(),
            account.user(),
            account.password(),
            account.domain());
  }

  public void dial(String uri) {
    process.type("call " + uri);
  }

  public void awaitAnswer() {
    process.awaitOutput("connected", PATIENCE);
  }

  public void sendDigit(char digit) {
    process.type(Character.toString(digit));
  }

  public void hangUp() {
    process.type("terminate");
    awaitEnd();
  }

  public void awaitEnd() {
    process.awaitOutput("ended", PATIENCE);
  }

  public String log() {
    return process.output();
  }

  /** Turns the phone off, so that its recording is complete, and tells what was heard. */
  public Sound heard() {
    process.type("quit");
    process.awaitExit(PATIENCE);
    return WavFile.read(folder.resolve("heard.wav"));
  }

  @Override
  public void close() {
    process.close();
  }
}
