package org.tandemvoice.media.engine.session;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.codec.Pcmu;
import org.tandemvoice.media.engine.rtp.BigEndian;
import org.tandemvoice.media.engine.rtp.RtpPacket;

/** The other end of a leg: a real socket that sends PCMU at 20 ms and keeps all it gets. */
final class Phone implements AutoCloseable {

  private static final long FRAME_NANOS = 20_000_000L;

  private final DatagramSocket socket;
  private final AudioCodec codec;
  private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
  private final Thread reader;
  private volatile boolean closed;
  private volatile InetSocketAddress target;
  private int sequence = 65_500;
  private int timestamp = 1_000;
  private int ssrc = 77;

  Phone() throws IOException {
    this(new Pcmu());
  }

  Phone(AudioCodec codec) throws IOException {
    this.codec = codec;
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(200);
    reader = new Thread(this::read, "phone");
    reader.setDaemon(true);
    reader.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  String offer() {
    return offer("sendrecv");
  }

  String offer(String direction) {
    return "v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
        + port()
        + " RTP/AVP "
        + payloadType()
        + " 101\r\na=rtpmap:101 telephone-event/8000\r\na="
        + direction
        + "\r\n";
  }

  private int payloadType() {
    return codec.staticPayloadType().orElseThrow();
  }

  /** Sends to the port that an SDP names. */
  void connect(String sdp) {
    Matcher matcher = Pattern.compile("m=audio (\\d+)").matcher(sdp);
    if (!matcher.find()) {
      throw new IllegalArgumentException(sdp);
    }
    target =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1)));
  }

  boolean isConnected() {
    return target != null;
  }

  /** Sends so many frames at the pace of a phone; null is a frame lost on its way. */
  void say(int frames, IntFunction<short[]> speech) throws IOException {
    FairTime.CLOCK.paces(Thread.currentThread());
    long due = FairTime.CLOCK.nanos();
    for (int i = 0; i < frames; i++) {
      short[] frame = speech.apply(i);
      if (frame == null) {
        sequence++;
      } else {
        byte[] payload = new byte[frame.length];
        codec.encoder().encode(frame, frame.length, payload, 0);
        send(payloadType(), i == 0, timestamp, payload);
      }
      timestamp += 160;
      due += FRAME_NANOS;
      FairTime.CLOCK.sleepUntil(due);
    }
    FairTime.CLOCK.leaves(Thread.currentThread());
  }

  void sayTone(int frames, double hz) throws IOException {
    short[] tone = Tone.samples(hz, 8000, frames * 160);
    say(frames, i -> Arrays.copyOfRange(tone, i * 160, (i + 1) * 160));
  }

  /** Presses a key for so many packets, with the usual three end packets. */
  void press(int event, int packets) throws IOException {
    long due = FairTime.CLOCK.nanos();
    for (int i = 1; i <= packets + 2; i++) {
      int duration = Math.min(i, packets) * 160;
      byte[] payload = {
        (byte) event, (byte) (i >= packets ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration
      };
      send(101, i == 1, timestamp, payload);
      due += FRAME_NANOS;
      FairTime.CLOCK.sleepUntil(due);
    }
    timestamp += (packets + 2) * 160;
  }

  /** Audio packets so far, decoded and joined. */
  short[] heard() {
    List<short[]> frames = new ArrayList<>();
    AudioDecoder decoder = codec.decoder();
    RtpPacket packet = new RtpPacket();
    for (byte[] bytes : packets()) {
      if (packet.wrap(bytes, 0, bytes.length) && packet.payloadType() == payloadType()) {
        short[] pcm = new short[packet.payloadLength()];
        decoder.decode(bytes, packet.payloadOffset(), packet.payloadLength(), pcm);
        frames.add(pcm);
      }
    }
    return Pcm.joined(frames);
  }

  /** Sends bytes as they are to the engine's RTP port. */
  void sendRaw(byte[] bytes, int length) throws IOException {
    FairTime.CLOCK.sent();
    socket.send(new DatagramPacket(bytes, length, target));
  }

  /** The last RTCP packet of that type that came to the RTP port. */
  Optional<byte[]> report(int type) {
    return packets().stream().filter(p -> (p[1] & 0xFF) == type).reduce((first, last) -> last);
  }

  List<byte[]> packets() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  void forget() {
    received.clear();
  }

  @Override
  public void close() {
    closed = true;
    socket.close();
  }

  private void send(int payloadType, boolean marker, int mediaTime, byte[] payload)
      throws IOException {
    byte[] bytes = new byte[RtpPacket.HEADER_BYTES + payload.length];
    bytes[0] = (byte) 0x80;
    bytes[1] = (byte) (marker ? payloadType | 0x80 : payloadType);
    BigEndian.writeShort(bytes, 2, sequence++);
    BigEndian.writeInt(bytes, 4, mediaTime);
    BigEndian.writeInt(bytes, 8, ssrc);
    System.arraycopy(payload, 0, bytes, RtpPacket.HEADER_BYTES, payload.length);
    FairTime.CLOCK.sent();
    socket.send(new DatagramPacket(bytes, bytes.length, target));
  }

  private void read() {
    byte[] buffer = new byte[2048];
    while (!closed) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        received.add(Arrays.copyOf(buffer, packet.getLength()));
      } catch (SocketTimeoutException e) {
        continue;
      } catch (IOException e) {
        return;
      }
    }
  }
}
