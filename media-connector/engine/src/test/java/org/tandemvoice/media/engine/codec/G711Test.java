package org.tandemvoice.media.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values of ITU-T G.711 tables 1 and 2, scaled to 16 bits as in the ITU's software tool library
 * (G.191).
 */
class G711Test {

  private final Pcmu muLaw = new Pcmu();
  private final Pcma aLaw = new Pcma();

  @ParameterizedTest
  @CsvSource({
    "0x00, -32124", "0x0F, -16764", "0x10, -15996", "0x1F, -8316", "0x20, -7932", "0x40, -1884",
    "0x7E, -8", "0x7F, 0", "0x80, 32124", "0x8F, 16764", "0x90, 15996", "0x9F, 8316",
    "0xC0, 1884", "0xEF, 132", "0xF0, 120", "0xFE, 8", "0xFF, 0"
  })
  void decodesMuLawAsTheTable(String code, int linear) {
    assertThat(decode(muLaw, Integer.decode(code))).isEqualTo(linear);
  }

  @ParameterizedTest
  @CsvSource({
    "0xD5, 8",
    "0x55, -8",
    "0xD4, 24",
    "0x54, -24",
    "0xC5, 264",
    "0xAA, 32256",
    "0x2A, -32256",
    "0xAB, 31232",
    "0xBA, 16128",
    "0x3A, -16128",
    "0x80, 5504",
    "0x00, -5504",
    "0xE5, 1056"
  })
  void decodesALawAsTheTable(String code, int linear) {
    assertThat(decode(aLaw, Integer.decode(code))).isEqualTo(linear);
  }

  @Test
  void encodesEveryDecodedValueToItsCode() {
    for (int code = 0; code < 256; code++) {
      boolean isNegativeZero = code == 0x7F;
      assertThat(encode(muLaw, decode(muLaw, code))).isEqualTo(isNegativeZero ? 0xFF : code);
      assertThat(encode(aLaw, decode(aLaw, code))).isEqualTo(code);
    }
  }

  @Test
  void staysWithinHalfAStepOfEverySample() {
    for (int sample = -32_000; sample <= 32_000; sample++) {
      int magnitude = Math.abs(sample);
      assertThat(Math.abs(decode(muLaw, encode(muLaw, sample)) - sample))
          .as("mu-law of %s", sample)
          .isLessThanOrEqualTo(Math.max(8, (magnitude + 132) / 32 + 4));
      assertThat(Math.abs(decode(aLaw, encode(aLaw, sample)) - sample))
          .as("A-law of %s", sample)
          .isLessThanOrEqualTo(Math.max(8, magnitude / 32 + 8));
    }
  }

  @Test
  void encodesTheExtremesAndSilence() {
    assertThat(encode(muLaw, 32_767)).isEqualTo(0x80);
    assertThat(encode(muLaw, -32_768)).isEqualTo(0x00);
    assertThat(encode(muLaw, 0)).isEqualTo(0xFF);
    assertThat(encode(aLaw, 32_767)).isEqualTo(0xAA);
    assertThat(encode(aLaw, -32_768)).isEqualTo(0x2A);
    assertThat(encode(aLaw, 0)).isEqualTo(0xD5);
  }

  @Test
  void decodesNoMoreThanThereIsRoomFor() {
    short[] pcm = new short[4];

    assertThat(muLaw.decoder().decode(new byte[10], 0, 10, pcm)).isEqualTo(4);
  }

  private static int decode(AudioCodec codec, int code) {
    short[] pcm = new short[1];
    codec.decoder().decode(new byte[] {(byte) code}, 0, 1, pcm);
    return pcm[0];
  }

  private static int encode(AudioCodec codec, int sample) {
    byte[] payload = new byte[1];
    codec.encoder().encode(new short[] {(short) sample}, 1, payload, 0);
    return payload[0] & 0xFF;
  }
}
