package org.tandemvoice.peer.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.audio.Sound;

/** One media leg: speaks a {@link SoundSource}, records what comes, sends digits. */
public final class RtpPeer implements AutoCloseable {

  /** The pairs of ports from 26004 on, which are above the servers' ranges. */
  private static final int FIRST_PAIR = 13_002;

  private static final int PAIRS = 3_381;

  /**
   * Pairs are taken in turn: a call that a closed phone has left alone still sends to its port for
   * up to a minute.
   */
  private static final AtomicInteger TURN =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PAIRS));

  private final DatagramChannel rtp;
  private final DatagramChannel rtcp;
  private final Future<?> speaking;
  private final RtpRecording recording = new RtpRecording();
  private final DigitReceiver digits = new DigitReceiver();
  private final DigitSender digitSender = new DigitSender();
  private final RtcpCounter reports = new RtcpCounter();
  private final long ssrc = ThreadLocalRandom.current().nextLong(1, 0xFFFFFFFFL);
  private final List<InetSocketAddress> sources = new ArrayList<>();
  private volatile SoundSource source = SoundSource.silence();
  private volatile Sdp agreed;
  private volatile boolean sending;
  private volatile long packetsSent;
  private volatile Loss loss = Loss.none();
  private final Speech speech = new Speech();
  private volatile Optional<PacketLog> log = Optional.empty();
  private volatile int packetMs = 20;
  private String heardIn = "";
  private PhoneCodec ear;
  private int sequence = ThreadLocalRandom.current().nextInt(0, 0x8000);
  private long timestamp = ThreadLocalRandom.current().nextLong(0, 0x7FFFFFFFL);

  private RtpPeer(DatagramChannel rtp, DatagramChannel rtcp) {
    this.rtp = rtp;
    this.rtcp = rtcp;
    RtpThreads.SHARED.hear(rtp, this::receive);
    RtpThreads.SHARED.hear(rtcp, (bytes, length, from, arrivalNs) -> reports.add(bytes, length));
    speaking = RtpThreads.SHARED.speak(this::send);
  }

  /** Binds an even port and the next one (RFC 3550 11) and starts to listen. */
  public static RtpPeer open() {
    for (int attempt = 0; attempt < 50; attempt++) {
      int port = 2 * (FIRST_PAIR + Math.floorMod(TURN.getAndIncrement(), PAIRS));
      try {
        DatagramChannel rtp = bind(port);
        try {
          return new RtpPeer(rtp, bind(port + 1));
        } catch (IOException e) {
          rtp.close();
        }
      } catch (IOException e) {
        continue; // taken: try another
      }
    }
    throw new AssertionError("No free pair of RTP ports on loopback");
  }

  private static DatagramChannel bind(int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.configureBlocking(false);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  public InetSocketAddress address() {
    try {
      return (InetSocketAddress) rtp.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException("This phone has hung up", e);
    }
  }

  /** Sends to the far side as its description says; {@code own} is what this side offered. */
  public void connect(Sdp far, Sdp own) {
    agreed = far.spokenBy(own);
    packetMs = own.packetMs();
    sending = own.direction().sends() && far.direction().receives() && far.port() > 0;
  }

  /** Loses that share of what it sends from now on, at random but the same in every run. */
  public void lose(double share) {
    loss = Loss.of(share);
  }

  /** Packets that were lost directly after another. */
  public int lostInARow() {
    return loss.inARow();
  }

  /** Keeps every packet from now on. */
  public PacketLog keepPackets() {
    PacketLog kept = new PacketLog();
    log = Optional.of(kept);
    return kept;
  }

  public void stopSending() {
    sending = false;
  }

  public void say(SoundSource newSource) {
    source = newSource;
  }

  public void sayTone(double frequency) {
    say(SoundSource.tone(frequency));
  }

  /** Sends RFC 4733 digits one after the other, each with three end packets. */
  public void sendDigits(String text, Duration each) {
    digitSender.queue(text, each);
  }

  public String digits() {
    return digits.received();
  }

  public List<DigitReceiver.Digit> digitEvents() {
    return digits.events();
  }

  public RtpRecording recording() {
    return recording;
  }

  public Sound heard() {
    return recording.sound();
  }

  public long packetsSent() {
    return packetsSent;
  }

  public RtcpCounter reports() {
    return reports;
  }

  /** Sends a sender report with one report block about what is received (RFC 3550 6.4.1). */
  public void sendReport() {
    byte[] report = RtcpCounter.senderReport(ssrc, timestamp, packetsSent, recording);
    InetSocketAddress far = agreed.rtpAddress();
    write(rtcp, report, new InetSocketAddress(far.getAddress(), far.getPort() + 1));
  }

  /** The tone must be heard for that long within the last seconds, at the latest in time. */
  public void awaitTone(double frequency, Duration length, Duration patience) {
    Predicate<Sound> there =
        sound -> sound.last(length.multipliedBy(2)).toneHeard(frequency).compareTo(length) >= 0;
    if (!Waiting.until(() -> there.test(heard()), patience)) {
      AudioAssertions.assertThat(heard().last(length.multipliedBy(2)))
          .as("%s, the last packet %d ms ago", recording.account(), recording.silentMs())
          .hearsTone(frequency, length);
    }
  }

  /**
   * Within that length the tone must stand that far above everything else, at the latest in time: a
   * machine that is busy, or that has not compiled a codec yet, loses frames for a while.
   */
  public void awaitCleanTone(double frequency, double leastDb, Duration length, Duration patience) {
    DoubleSupplier decibels = () -> heard().last(length).toneAboveNoiseDb(frequency);
    if (!Waiting.until(() -> decibels.getAsDouble() > leastDb, patience)) {
      throw new AssertionError(
          "%.0f Hz stands %.1f dB above the noise at last, not %.1f"
              .formatted(frequency, decibels.getAsDouble(), leastDb));
    }
  }

  /** Nothing audible for that length, at the latest in time: silence or no packets at all. */
  public void awaitSilence(Duration length, Duration patience) {
    boolean quiet =
        Waiting.until(
            () ->
                recording.silentMs() >= length.toMillis()
                    || heard().length().compareTo(length) >= 0
                        && heard().last(length).audible().isZero(),
            patience);
    if (!quiet) {
      AudioAssertions.assertThat(heard().last(length)).isSilent();
    }
  }

  public void awaitDigits(String text, Duration patience) {
    if (!Waiting.until(() -> digits().equals(text), patience)) {
      throw new AssertionError("Expected digits " + text + " but got '" + digits() + "'");
    }
  }

  private void send() {
    Sdp far = agreed;
    if (far != null && sending) {
      if (digitSender.active()) {
        speech.pause();
        send(digitSender.next(far, sequence, timestamp, ssrc), far);
      } else {
        speak(far);
      }
    }
    timestamp += SoundSource.FRAME;
  }

  private void speak(Sdp far) {
    int type = far.audioType();
    speech.in(far.encodings().get(type));
    for (Speech.Piece piece : speech.add(source.nextFrame(), timestamp, packetMs)) {
      log.ifPresent(kept -> kept.said(piece.payload()));
      boolean isFirst = packetsSent == 0;
      send(new RtpPacket(isFirst, type, sequence, piece.timestamp(), ssrc, piece.payload()), far);
    }
  }

  private void send(RtpPacket packet, Sdp far) {
    sequence = sequence + 1 & 0xFFFF;
    packetsSent++;
    if (!loss.takesNext()) {
      write(rtp, packet.encode(), far.rtpAddress());
    }
  }

  private static void write(DatagramChannel channel, byte[] bytes, InetSocketAddress to) {
    try {
      channel.send(ByteBuffer.wrap(bytes), to);
    } catch (IOException e) {
      if (channel.isOpen()) {
        throw new UncheckedIOException("RTP to " + to, e);
      }
    }
  }

  private void receive(byte[] bytes, int length, InetSocketAddress from, long arrivalNs) {
    noteSource(from);
    RtpPacket packet = RtpPacket.decode(bytes, length);
    log.ifPresent(kept -> kept.heard(packet));
    String encoding = encodingOf(packet.payloadType());
    if (encoding.isEmpty() || Sdp.isDigits(encoding)) {
      recording.add(packet, new short[0], arrivalNs, 1);
      digits.add(packet, encoding.isEmpty() ? 1 : PhoneCodec.ticksPerSample(encoding));
    } else {
      recording.add(
          packet, decode(packet, encoding), arrivalNs, PhoneCodec.ticksPerSample(encoding));
    }
  }

  private void noteSource(InetSocketAddress from) {
    synchronized (sources) {
      if (!sources.contains(from)) {
        sources.add(from);
      }
    }
  }

  /** Where media came from: a symmetric sender has one address, the one in its SDP. */
  public List<InetSocketAddress> sources() {
    synchronized (sources) {
      return List.copyOf(sources);
    }
  }

  /** Empty for what is unknown. G.711 needs no agreement: early media comes before it. */
  private String encodingOf(int payloadType) {
    Sdp far = agreed;
    if (far == null) {
      return payloadType == 0 || payloadType == 8 ? Sdp.name(payloadType) : "";
    }
    return far.encodings().getOrDefault(payloadType, "");
  }

  private short[] decode(RtpPacket packet, String encoding) {
    if (!encoding.equals(heardIn)) {
      heardIn = encoding;
      ear = PhoneCodec.of(encoding);
    }
    return ear.decode(packet.payload());
  }

  @Override
  public void close() {
    speaking.cancel(false);
    try {
      rtp.close();
      rtcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing a phone's media", e);
    }
    RtpThreads.SHARED.closed();
  }
}
