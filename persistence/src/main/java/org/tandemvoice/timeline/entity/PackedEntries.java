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

/** A trace as few bytes: their headers repeat each other, so they are deflated together. */
final class PackedEntries {

  private PackedEntries() {}

  static byte[] pack(List<TraceEntry> entries) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
      out.writeInt(entries.size());
      for (TraceEntry entry : entries) {
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        out.writeByte(entry.kind().ordinal());
        out.writeUTF(entry.source());
        out.writeUTF(entry.destination());
        out.writeUTF(entry.method());
        byte[] text = entry.text().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return packed.toByteArray();
  }

  static List<TraceEntry> unpack(byte[] packed) {
    List<TraceEntry> entries = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
      for (int left = in.readInt(); left > 0; left--) {
        Instant at = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        TraceKind kind = TraceKind.values()[in.readByte()];
        String source = in.readUTF();
        String destination = in.readUTF();
        String method = in.readUTF();
        String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        entries.add(new TraceEntry(at, kind, source, destination, method, text));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return entries;
  }
}
