package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** The other outbound tutorials of the seeds (001): speech; speech and connect; speech and keys. */
@PlatformTest
class OutboundTutorialsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final String SPEECH =
      """
      {
        "source": {
          "type": "tel",
          "target": "OWN"
        },
        "destinations": [
          {
            "type": "tel",
            "target": "FIRST"
          }
        ],
        "actions": [
          {
            "type": "talk",
            "option": {
              "text": "hello. welcome to voipbin. This is test message. This audio file is \
      generated dynamically by the tts module. Please enjoy the voipbin service. Thank you. Bye",
              "language": "en-US"
            }
          }
        ]
      }
      """;

  private static final String SPEECH_AND_CONNECT =
      """
      {
        "source": {
          "type": "tel",
          "target": "OWN"
        },
        "destinations": [
          {
            "type": "tel",
            "target": "FIRST"
          }
        ],
        "actions": [
          {
            "type": "talk",
            "option": {
              "text": "hello. welcome to voipbin. This is test message. This audio file is \
      generated dynamically by the tts module. Please enjoy the voipbin service.",
              "language": "en-US"
            }
          },
          {
            "type": "connect",
            "option": {
              "source": {
                "type": "tel",
                "target": "OWN"
              },
              "destinations": [
                {
                  "type": "tel",
                  "target": "SECOND"
                }
              ]
            }
          }
        ]
      }
      """;

  private static final String SPEECH_AND_KEYS =
      """
      {
        "source": {
          "type": "tel",
          "target": "OWN"
        },
        "destinations": [
          {
            "type": "tel",
            "target": "FIRST"
          }
        ],
        "actions": [
          {
            "type": "talk",
            "option": {
              "text": "This is dtmf send test call. Please wait.",
              "language": "en-US"
            }
          },
          {
            "type": "dtmf_send",
            "option": {
              "dtmfs": "1234567890",
              "duration": 500,
              "interval": 500
            }
          },
          {
            "type": "talk",
            "option": {
              "text": "Thank you. DTMF send test has done.",
              "language": "en-US"
            }
          }
        ]
      }
      """;

  @AutoClose private final TutorialTenant tenant = new TutorialTenant();
  private final SoftPhone phone = tenant.carrier().peer();
  private final String first = tenant.number();

  @Test
  void speaks() {
    JsonObject made = tenant.paste(SPEECH.replace("FIRST", first));

    Call call = phone.expectCall().ring().answer();
    call.awaitEnd(PATIENCE);

    assertThat(call.media().heard().audible()).isGreaterThan(Duration.ofSeconds(5));
    tenant.endedWell(made);
  }

  @Test
  void speaksAndConnects() {
    String second = tenant.number();
    JsonObject made =
        tenant.paste(SPEECH_AND_CONNECT.replace("FIRST", first).replace("SECOND", second));

    Call call = phone.expectCall().answer();
    call.media().sayTone(1_500);
    Call connected = phone.expectCall(PATIENCE).ring().answer();
    connected.media().sayTone(2_100);

    call.media().awaitTone(2_100, Duration.ofMillis(400), PATIENCE);
    connected.media().awaitTone(1_500, Duration.ofMillis(400), PATIENCE);
    connected.hangUp();
    call.awaitEnd();
    tenant.endedWell(made);
  }

  @Test
  void speaksAndPressesKeys() {
    JsonObject made = tenant.paste(SPEECH_AND_KEYS.replace("FIRST", first));

    Call call = phone.expectCall().answer();
    call.awaitEnd(PATIENCE);

    assertThat(call.media().digits()).isEqualTo("1234567890");
    Sound heard = call.media().heard();
    AudioAssertions.assertThat(heard).isAudibleFor(Duration.ofSeconds(3), Duration.ofSeconds(9));
    tenant.endedWell(made);
  }
}
