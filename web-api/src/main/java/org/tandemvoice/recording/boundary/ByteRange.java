package org.tandemvoice.recording.boundary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a client asks for (RFC 9110 section 14). Only one range is understood; a
 * request for several, or of another unit, is answered by the whole file, as section 14.2 allows.
 *
 * @param first of the bytes, counted from 0
 * @param length of the part; 0 if the file has no such part
 */
record ByteRange(long first, long length) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** What the header asks of a file of that size; empty for the whole file. */
  static Optional<ByteRange> of(String header, long size) {
    Matcher range = ONE.matcher(header == null ? "" : header.strip());
    if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long wanted = Math.min(size, Long.parseLong(range.group(2)));
      return Optional.of(new ByteRange(size - wanted, wanted));
    }
    long first = Long.parseLong(range.group(1));
    long last =
        range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
    if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
  }

  boolean isSatisfiable() {
    return length > 0;
  }

  /** The value of Content-Range (RFC 9110 section 14.4). */
  String contentRange(long size) {
    return isSatisfiable()
        ? "bytes " + first + "-" + (first + length - 1) + "/" + size
        : "bytes */" + size;
  }
}
