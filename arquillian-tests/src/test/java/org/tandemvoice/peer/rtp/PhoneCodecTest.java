package org.tandemvoice.peer.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.audio.Sound;

class PhoneCodecTest {

  @ParameterizedTest
  @ValueSource(strings = {"PCMU/8000", "PCMA/8000", "G722/8000", "G729/8000", "OPUS/48000/2"})
  void givesBackWhatWasSaid(String encoding) {
    PhoneCodec speaker = PhoneCodec.of(encoding);
    PhoneCodec listener = PhoneCodec.of(encoding);
    SoundSource tone = SoundSource.tone(1000);
    short[] heard = new short[50 * SoundSource.FRAME];

    for (int frame = 0; frame < 50; frame++) {
      short[] audio = listener.decode(speaker.encode(tone.nextFrame()));
      System.arraycopy(audio, 0, heard, frame * SoundSource.FRAME, audio.length);
    }

    Sound sound = new Sound(heard, Sound.TELEPHONE_RATE);
    assertThat(sound.toneHeard(1000).toMillis()).isGreaterThanOrEqualTo(900);
  }
}
