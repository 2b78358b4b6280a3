package org.tandemvoice.peer.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.rtp.NumberedFrames.Mark;

class NumberedFramesTest {

  @Test
  void findsEveryFrameThatIsWholeAndNoneThatIsNot() {
    NumberedFrames source = NumberedFrames.of(201);
    short[] sound = new short[10 * SoundSource.FRAME];
    PhoneCodec codec = PhoneCodec.of("PCMU/8000");
    for (int i = 0; i < 5; i++) {
      short[] frame = codec.decode(codec.encode(source.nextFrame()));
      System.arraycopy(frame, 0, sound, 33 + 2 * i * SoundSource.FRAME, frame.length);
    }
    int blended = 33 + 2 * SoundSource.FRAME;
    Arrays.fill(sound, blended, blended + 32, (short) 0);
    int broken = 33 + 4 * SoundSource.FRAME;
    Arrays.fill(sound, broken, broken + 33, (short) 0);

    assertThat(NumberedFrames.in(sound))
        .containsExactly(new Mark(201, 0), new Mark(201, 1), new Mark(201, 3), new Mark(201, 4));
  }
}
