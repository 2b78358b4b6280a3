package org.tandemvoice.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.sip.Call;

/**
 * Who of some parties hears whom: each says a tone of its own, none of which is in the music of
 * waiting parties.
 */
public final class Voices {

  public static final double ANNA = 1500;
  public static final double BERT = 2100;
  public static final double CARL = 2700;

  private static final List<Double> ALL = List.of(ANNA, BERT, CARL);
  private static final Duration SPAN = Duration.ofMillis(600);
  private static final Duration ENOUGH = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final double RINGING = 440;

  private Voices() {}

  /** The party hears these and none of the others, at the latest in some seconds. */
  public static void assertHears(Call call, Double... tones) {
    List<Double> wanted = Arrays.asList(tones);
    boolean so =
        Waiting.until(
            () -> ALL.stream().allMatch(tone -> hears(call, tone) == wanted.contains(tone)),
            PATIENCE);
    assertThat(so).as("hears %s but %s", wanted, heard(call)).isTrue();
  }

  /** The party hears something, but none of the others. */
  public static void assertHearsMusic(Call call) {
    BooleanSupplier music =
        () ->
            audible(call).compareTo(ENOUGH) > 0
                && ALL.stream().noneMatch(tone -> hears(call, tone))
                && !rings(call);
    assertThat(Waiting.until(music, PATIENCE)).as("music but %s", heard(call)).isTrue();
  }

  /** The party hears that a phone rings elsewhere. */
  public static void assertHearsRinging(Call call) {
    assertThat(Waiting.until(() -> rings(call), PATIENCE))
        .as("ringing but %s", heard(call))
        .isTrue();
  }

  /** Whether somebody says this tone to the party for most of the last moments. */
  private static boolean hears(Call call, double tone) {
    return isAlive(call) && lately(call).toneHeard(tone).compareTo(ENOUGH) >= 0;
  }

  private static boolean rings(Call call) {
    return isAlive(call) && lately(call).toneHeard(RINGING).compareTo(ENOUGH) >= 0;
  }

  private static Duration audible(Call call) {
    return isAlive(call) ? lately(call).audible() : Duration.ZERO;
  }

  /** What was heard lately is old news if nothing comes any more. */
  private static boolean isAlive(Call call) {
    return call.media().recording().silentMs() < SPAN.toMillis();
  }

  private static Sound lately(Call call) {
    return call.media().heard().last(SPAN);
  }

  private static String heard(Call call) {
    return ALL.stream()
            .map(
                tone ->
                    "%.0f Hz for %d ms".formatted(tone, lately(call).toneHeard(tone).toMillis()))
            .collect(Collectors.joining(", "))
        + " in a "
        + lately(call);
  }
}
