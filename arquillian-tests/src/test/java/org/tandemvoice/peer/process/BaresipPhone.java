package org.tandemvoice.peer.process;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.WavFile;
import org.tandemvoice.peer.sip.Account;

/** Baresip without sound card: sends a tone from a file, records what it hears to a file. */
public final class BaresipPhone implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final PeerProcess process;
  private final Socket control;
  private final StringBuffer events = new StringBuffer();

  private BaresipPhone(Path folder, PeerProcess process, Socket control) {
    this.folder = folder;
    this.process = process;
    this.control = control;
  }

  /** Starts it; it registers at once with the server and sends that tone in every call. */
  public static BaresipPhone start(
      Path folder, InetSocketAddress server, Account account, double frequency) {
    int controlPort = PeerProcess.freePort();
    WavFile.write(Sound.tone(frequency, 0.25, Duration.ofMinutes(2)), folder.resolve("tone.wav"));
    write(folder.resolve("config"), config(folder, controlPort));
    write(folder.resolve("accounts"), accountLine(server, account));
    write(folder.resolve("contacts"), "");
    PeerProcess process = PeerProcess.start(folder, List.of("baresip", "-f", folder.toString()));
    process.awaitOutput("baresip is ready", PATIENCE);
    BaresipPhone phone = new BaresipPhone(folder, process, connect(controlPort));
    Thread reader = new Thread(phone::readEvents, "baresip-" + controlPort);
    reader.setDaemon(true);
    reader.start();
    return phone;
  }

  private static String config(Path folder, int controlPort) {
    return """
        module_path /usr/lib/baresip/modules
        net_interface 127.0.0.1
        sip_listen 127.0.0.1:%d
        ctrl_tcp_listen 127.0.0.1:%d
        rtp_ports 33000-37000
        audio_source aufile,%s/tone.wav
        audio_player aubridge,none
        audio_alert aubridge,alert
        audio_path %s
        snd_path %s
        module g711.so
        module aufile.so
        module aubridge.so
        module sndfile.so
        module_tmp account.so
        module_app menu.so
        module_app ctrl_tcp.so
        """
        .formatted(PeerProcess.freePort(), controlPort, folder, folder, folder);
  }

  private static String accountLine(InetSocketAddress server, Account account) {
    return "<%s>;auth_user=%s;auth_pass=%s;outbound=\"sip:127.0.0.1:%d\";regint=120;audio_codecs=pcmu\n"
        .formatted(account.addressOfRecord(), account.user(), account.password(), server.getPort());
  }

  private static Socket connect(int port) {
    try {
      return new Socket("127.0.0.1", port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readEvents() {
    byte[] buffer = new byte[4096];
    try {
      int count = control.getInputStream().read(buffer);
      while (count > 0) {
        events.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        count = control.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      events.append("(control connection lost)");
    }
  }

  /** Sends a command as ctrl_tcp wants it: JSON in a netstring. */
  private void command(String name, String parameters) {
    String json =
        Json.createObjectBuilder()
            .add("command", name)
            .add("params", parameters)
            .build()
            .toString();
    try {
      byte[] frame = (json.length() + ":" + json + ",").getBytes(StandardCharsets.UTF_8);
      control.getOutputStream().write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void awaitRegistered() {
    process.awaitOutput("200 OK", PATIENCE);
  }

  public void dial(String uri) {
    command("dial", uri);
  }

  public void awaitRinging() {
    awaitEvent("CALL_INCOMING");
  }

  public void accept() {
    command("accept", "");
    awaitEvent("CALL_ESTABLISHED");
  }

  public void awaitAnswer() {
    awaitEvent("CALL_ESTABLISHED");
  }

  /** Hands the other party over by REFER. */
  public void transfer(String uri) {
    command("transfer", uri);
  }

  public void sendDigit(char digit) {
    command("sndcode", Character.toString(digit));
  }

  public void awaitDigit(char digit) {
    awaitEvent("CALL_DTMF_START");
    if (events.indexOf("\"param\":\"" + digit + '"') < 0) {
      throw new AssertionError("Not the digit " + digit + " in " + events);
    }
  }

  public void hangUp() {
    command("hangup", "");
    awaitEvent("CALL_CLOSED");
  }

  public void awaitEnd() {
    awaitEvent("CALL_CLOSED");
  }

  private void awaitEvent(String type) {
    if (!Waiting.until(() -> events.indexOf('"' + type + '"') >= 0, PATIENCE)) {
      throw new AssertionError(
          "No " + type + " from baresip; events: " + events + "; log: " + process.output());
    }
  }

  public String log() {
    return process.output();
  }

  /** What was heard in the one call, complete after its end. */
  public Sound heard() {
    try (Stream<Path> files = Files.list(folder)) {
      Path recording =
          files
              .filter(file -> file.toString().endsWith("-dec.wav"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("baresip recorded nothing: " + log()));
      return WavFile.read(recording);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    try {
      control.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
