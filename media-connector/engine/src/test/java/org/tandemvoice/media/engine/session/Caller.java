package org.tandemvoice.media.engine.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.Sine;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.codec.AudioEncoder;
import org.tandemvoice.media.engine.rtp.BigEndian;
import org.tandemvoice.media.engine.rtp.RtpPacket;

/** A phone of any one codec that says tones and measures what it hears. */
final class Caller implements AutoCloseable {

  private static final int DYNAMIC = 98;
  private static final int EVENT = 99;
  private static final long FRAME_NANOS = 20_000_000L;

  private final AudioCodec codec;
  private final AudioEncoder encoder;
  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private volatile InetSocketAddress target;
  private int sequence = 65_530;
  private int timestamp = -5_000;

  Caller(AudioCodec codec) throws IOException {
    this.codec = codec;
    this.encoder = codec.encoder();
    Thread reader = new Thread(this::read, "caller");
    reader.setDaemon(true);
    reader.start();
  }

  String offer() {
    String channels = codec.channels() == 1 ? "" : "/" + codec.channels();
    return "v=0\r\no=caller 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
        + socket.getLocalPort()
        + (" RTP/AVP " + payloadType() + " " + EVENT + "\r\na=rtpmap:" + payloadType() + " ")
        + (codec.encodingName() + "/" + codec.clockRateHz() + channels + "\r\na=rtpmap:" + EVENT)
        + (" telephone-event/" + codec.clockRateHz() + "\r\n");
  }

  void connect(String sdp) {
    Matcher matcher = Pattern.compile("m=audio (\\d+)").matcher(sdp);
    if (!matcher.find()) {
      throw new IllegalArgumentException(sdp);
    }
    target =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1)));
  }

  /** Says a tone, or silence for 0, at the pace of a phone. */
  CompletableFuture<Void> say(double hz, int frames) {
    int samples = codec.sampleRateHz() / 50;
    short[] tone = Sine.samples(hz, hz == 0 ? 0 : 8_000, frames * samples, codec.sampleRateHz());
    return CompletableFuture.runAsync(
        () -> {
          byte[] payload = new byte[1_400];
          FairTime.CLOCK.paces(Thread.currentThread());
          long due = FairTime.CLOCK.nanos();
          for (int i = 0; i < frames; i++) {
            short[] frame = Arrays.copyOfRange(tone, i * samples, (i + 1) * samples);
            int bytes = encoder.encode(frame, samples, payload, 0);
            sent.add(hex(payload, 0, bytes));
            send(payloadType(), timestamp, Arrays.copyOf(payload, bytes));
            timestamp += codec.clockRateHz() / 50;
            due += FRAME_NANOS;
            FairTime.CLOCK.sleepUntil(due);
          }
          FairTime.CLOCK.leaves(Thread.currentThread());
        });
  }

  /** Presses a key for so many packets. */
  void press(int event, int packets) {
    int step = codec.clockRateHz() / 50;
    long due = FairTime.CLOCK.nanos();
    for (int i = 1; i <= packets + 2; i++) {
      int duration = Math.min(i, packets) * step;
      byte end = (byte) (i >= packets ? 0x8A : 0x0A);
      byte[] payload = {(byte) event, end, (byte) (duration >> 8), (byte) duration};
      send(EVENT, timestamp, payload);
      due += FRAME_NANOS;
      FairTime.CLOCK.sleepUntil(due);
    }
    timestamp += (packets + 2) * step;
  }

  /** Level of that tone in the second half, where it was loudest. */
  double heard(double hz) {
    return windows().mapToDouble(w -> Sine.amplitude(w, hz, codec.sampleRateHz())).max().orElse(0);
  }

  /** Signal to noise of that tone in the second half, where it was purest. */
  double noise(double hz) {
    return windows()
        .mapToDouble(w -> Sine.signalToNoise(w, hz, codec.sampleRateHz()))
        .max()
        .orElse(0);
  }

  void forget() {
    received.clear();
  }

  /** Payloads sent, as text. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  /** Payloads of sound received, as text. */
  List<String> payloads() {
    return List.copyOf(received).stream()
        .filter(p -> (p[1] & 0x7F) == payloadType())
        .map(p -> hex(p, RtpPacket.HEADER_BYTES, p.length))
        .toList();
  }

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.of().formatHex(bytes, from, to);
  }

  /** Durations in the end packets of events. */
  List<Integer> eventEnds() {
    synchronized (received) {
      return received.stream()
          .filter(p -> (p[1] & 0x7F) == EVENT && p[13] < 0)
          .map(p -> BigEndian.readShort(p, 14))
          .toList();
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  /** Pieces of a fifth of a second. */
  private Stream<short[]> windows() {
    AudioDecoder decoder = codec.decoder();
    RtpPacket packet = new RtpPacket();
    int fifth = codec.sampleRateHz() / 5;
    short[] pcm = new short[fifth];
    List<short[]> frames = new ArrayList<>();
    for (byte[] bytes : List.copyOf(received)) {
      if (packet.wrap(bytes, 0, bytes.length) && packet.payloadType() == payloadType()) {
        int samples = decoder.decode(bytes, packet.payloadOffset(), packet.payloadLength(), pcm);
        frames.add(Arrays.copyOf(pcm, samples));
      }
    }
    short[] all = Pcm.joined(frames);
    return IntStream.range(all.length / fifth / 2, all.length / fifth)
        .mapToObj(i -> Arrays.copyOfRange(all, i * fifth, (i + 1) * fifth));
  }

  private int payloadType() {
    return codec.staticPayloadType().orElse(DYNAMIC);
  }

  private void send(int payloadType, int mediaTime, byte[] payload) {
    byte[] bytes = new byte[RtpPacket.HEADER_BYTES + payload.length];
    bytes[0] = (byte) 0x80;
    bytes[1] = (byte) payloadType;
    BigEndian.writeShort(bytes, 2, sequence++);
    BigEndian.writeInt(bytes, 4, mediaTime);
    BigEndian.writeInt(bytes, 8, 4_711);
    System.arraycopy(payload, 0, bytes, RtpPacket.HEADER_BYTES, payload.length);
    try {
      FairTime.CLOCK.sent();
      socket.send(new DatagramPacket(bytes, bytes.length, target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    byte[] buffer = new byte[2_048];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        received.add(Arrays.copyOf(buffer, packet.getLength()));
      } catch (IOException e) {
        return;
      }
    }
  }
}
