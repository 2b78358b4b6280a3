package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** The branch tutorial of the seeds (001), driven by keys of each kind and by none. */
@PlatformTest
class BranchTutorialIT {

  private static final Duration KEY = Duration.ofMillis(120);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration SONG = Duration.ofSeconds(40);
  private static final Duration ALL_ROUNDS = Duration.ofSeconds(90);
  private static final String MENU = "b8781e56-c524-11ec-889f-d37b0dbb7eb8";
  private static final String ONE = "c3eb8e62-c524-11ec-94c5-abafec8af561";
  private static final String TWO = "dc87123e-c524-11ec-89c6-5fb18da14034";
  private static final String THREE = "e70fb030-c524-11ec-b657-ebec72f097ef";
  private static final String DEFAULT = "ed9705ca-c524-11ec-a3fb-8feb7731ad45";

  private static final String TUTORIAL =
      """
      {
        "source": {
          "type": "tel",
          "target": "OWN"
        },
        "destinations": [
          {
            "type": "tel",
            "target": "NUMBER"
          }
        ],
        "actions": [
          {
            "id": "b8781e56-c524-11ec-889f-d37b0dbb7eb8",
            "type": "talk",
            "option": {
              "text": "Hello. This is branch test. Press 1 for show must go on. Press 2 for \
      bohemian rhapsody. Press 3 for another one bites the dust",
              "language": "en-US"
            }
          },
          {
            "type": "digits_receive",
            "option": {
              "duration": 5000,
              "length": 1
            }
          },
          {
            "type": "branch",
            "option": {
              "default_target_id": "ed9705ca-c524-11ec-a3fb-8feb7731ad45",
              "target_ids": {
                "1": "c3eb8e62-c524-11ec-94c5-abafec8af561",
                "2": "dc87123e-c524-11ec-89c6-5fb18da14034",
                "3": "e70fb030-c524-11ec-b657-ebec72f097ef"
              }
            }
          },
          {
            "id": "c3eb8e62-c524-11ec-94c5-abafec8af561",
            "type": "talk",
            "option": {
              "text": "Empty spaces, what are we living for? Abandoned places, I guess we know the \
      score, on and on. Does anybody know what we are looking for? Another hero, another mindless \
      crime. Behind the curtain, in the pantomime",
              "language": "en-US"
            }
          },
          {
            "type": "hangup"
          },
          {
            "id": "dc87123e-c524-11ec-89c6-5fb18da14034",
            "type": "talk",
            "option": {
              "text": "Mama, Just killed a man. Put a gun against his head, pulled my trigger. Now \
      he's dead. Mama, life had just begun, But now I've gone and thrown it all away.",
              "language": "en-US"
            }
          },
          {
            "type": "hangup"
          },
          {
            "id": "e70fb030-c524-11ec-b657-ebec72f097ef",
            "type": "talk",
            "option": {
              "text": "Steve walks warily down the street. With his brim pulled way down low. \
      Ain't no sound but the sound of his feet. Machine guns ready to go. Are you ready hey are you \
      ready for this?",
              "language": "en-US"
            }
          },
          {
            "type": "hangup"
          },
          {
            "id": "ed9705ca-c524-11ec-a3fb-8feb7731ad45",
            "type": "talk",
            "option": {
              "text": "You didn't choose the correct number. Default selected.",
              "language": "en-US"
            }
          },
          {
            "type": "goto",
            "option": {
              "target_id": "b8781e56-c524-11ec-889f-d37b0dbb7eb8",
              "loop_count": 2
            }
          },
          {
            "type": "talk",
            "option": {
              "text": "Loop over. Hangup the call. Thank you, good bye.",
              "language": "en-US"
            }
          },
          {
            "type": "hangup"
          }
        ]
      }
      """;

  @AutoClose private final TutorialTenant tenant = new TutorialTenant();
  @AutoClose private final Carrier withoutEvents = Carrier.known();

  /** A call and its phone. */
  private record Caller(JsonObject made, Call call) {}

  /** Everything is said to the end, so the four calls run at once. */
  @Test
  void takesTheWayOfEachKeyAndOfNone() {
    withoutEvents.peer().withoutEvents();
    Caller one = called(tenant.carrier());
    Caller two = called(withoutEvents);
    Caller three = called(withoutEvents);
    Caller none = called(tenant.carrier());

    one.call().media().sendDigits("1", KEY);
    Sound soundOfTwo = Sound.tone(697, 0.2, KEY).with(Sound.tone(1_336, 0.2, KEY));
    two.call().media().say(SoundSource.once(soundOfTwo));
    three.call().tellKey('3');
    // A key that leads nowhere is as good as none, which is what the other two rounds bring.
    none.call().media().sendDigits("7", KEY);

    assertWay(one, "1", ONE);
    assertWay(two, "2", TWO);
    assertWay(three, "3", THREE);
    none.call().awaitEnd(ALL_ROUNDS);
    JsonObject run = tenant.endedWell(none.made());
    List<String> executed = FlowTenant.executed(run);
    assertThat(executed).filteredOn(MENU::equals).hasSize(3);
    assertThat(executed).filteredOn(DEFAULT::equals).hasSize(3);
    // Three rounds of talk, receive, branch, talk and goto; the good-bye and the hangup.
    assertThat(executed).hasSize(17).doesNotContain(ONE, TWO, THREE);
    assertThat(run.getJsonObject("loop_counts").values()).hasToString("[2]");
  }

  /** Answers at that provider and hears the menu begin. */
  private Caller called(Carrier provider) {
    JsonObject made = tenant.paste(TUTORIAL.replace("NUMBER", tenant.numberBy(provider)));
    Call call = provider.peer().expectCall().ring().answer();
    Platform.await("the menu", PATIENCE, () -> call.media().heard().audible().toMillis() > 200);
    return new Caller(made, call);
  }

  private void assertWay(Caller caller, String key, String way) {
    caller.call().awaitEnd(SONG);
    JsonObject run = tenant.endedWell(caller.made());
    assertThat(FlowTenant.executed(run)).containsSubsequence(List.of(MENU, way)).hasSize(5);
    assertThat(run.getJsonObject("variables").getString("voipbin.call.digits")).isEqualTo(key);
    assertThat(caller.call().media().heard().audible()).isGreaterThan(Duration.ofSeconds(10));
  }
}
