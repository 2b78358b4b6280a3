package org.tandemvoice.timeline.entity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** SIP messages as few bytes: their headers repeat each other, so they are deflated together. */
final class PackedMessages {

  private PackedMessages() {}

  static byte[] pack(List<SipMessage> messages) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
      out.writeInt(messages.size());
      for (SipMessage message : messages) {
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, message.at()));
        out.writeBoolean(message.sent());
        out.writeUTF(message.source());
        out.writeUTF(message.destination());
        out.writeUTF(message.method());
        byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return packed.toByteArray();
  }

  static List<SipMessage> unpack(byte[] packed) {
    List<SipMessage> messages = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
      for (int left = in.readInt(); left > 0; left--) {
        Instant at = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        boolean sent = in.readBoolean();
        String source = in.readUTF();
        String destination = in.readUTF();
        String method = in.readUTF();
        String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        messages.add(new SipMessage(at, sent, source, destination, method, text));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return messages;
  }
}
