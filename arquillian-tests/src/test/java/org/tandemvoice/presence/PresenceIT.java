package org.tandemvoice.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.Subscription;
import org.tandemvoice.platform.PlatformTest;

/** Phones that watch others: RFC 4235 (busy lamps), RFC 3856 and RFC 3863 (presence). */
@PlatformTest
class PresenceIT {

  @AutoClose private final Office office = Office.open();
  private final SoftPhone desk = office.registered();
  private final SoftPhone lamp = office.registered();

  private static String state(String stage) {
    return "<state>" + stage + "</state>";
  }

  @Test
  void lampFollowsTheCallsOfAnExtension() {
    Subscription watch =
        Subscription.to(lamp, desk.account().addressOfRecord(), "dialog").begin(3600);
    watch.await(notify -> !notify.text().contains("<dialog ") && notify.text().contains("full"));
    assertThat(watch.newest().header("Subscription-State")).startsWith("active;expires=3");
    assertThat(watch.newest().text()).contains("version=\"0\"");
    SoftPhone caller = office.registered();

    OutgoingCall dialling = caller.dial(desk.account().addressOfRecord());
    IncomingCall ringing = desk.expectCall().ring();
    watch.await(notify -> notify.text().contains(state("early")));
    assertThat(watch.newest().text()).contains("direction=\"recipient\"");
    Call talk = ringing.answer();
    dialling.expectAnswer();
    watch.await(notify -> notify.text().contains(state("confirmed")));
    talk.hangUp();
    watch.await(notify -> !notify.text().contains("<dialog "));

    assertThat(watch.versions()).isSorted().doesNotHaveDuplicates();
    watch.end();
    watch.await(notify -> notify.header("Subscription-State").startsWith("terminated"));
    int told = watch.count();
    caller.dial(desk.account().addressOfRecord());
    desk.expectCall().reject(486);
    assertThat(watch.count()).isEqualTo(told);
  }

  @Test
  void presenceFollowsRegistrationsAndTheStatusOfAgents() {
    SoftPhone mobile = office.phone();
    String agent =
        office
            .api()
            .post(
                "/v1.0/agents",
                of(
                    "{'username':'agent-%s','password':'x','addresses':"
                        + "[{'type':'extension','target':'%s'}]}",
                    UUID.randomUUID(), mobile.account().user()))
            .expect(201)
            .object()
            .getString("id");
    Subscription phone =
        Subscription.to(lamp, mobile.account().addressOfRecord(), "presence").begin(600);
    Subscription person =
        Subscription.to(lamp, "sip:agent%3A" + agent + "@" + office.domain(), "presence")
            .begin(600);
    phone.await(notify -> notify.text().contains("<basic>closed</basic>"));
    person.await(notify -> notify.text().contains("<note>offline</note>"));

    mobile.register();
    phone.await(notify -> notify.text().contains("<basic>open</basic>"));
    office.api().put("/v1.0/agents/" + agent + "/status", of("{'status':'available'}")).expect(200);
    person.await(notify -> notify.text().contains("<basic>open</basic>"));
    mobile.unregister();
    phone.await(notify -> notify.text().contains("<basic>closed</basic>"));
    office.api().delete("/v1.0/agents/" + agent).expect(200);
    person.await(
        notify -> notify.header("Subscription-State").equals("terminated;reason=noresource"));
  }

  @Test
  void lampOfAnAgentFollowsTheCallsOfAllItsPhones() {
    SoftPhone mobile = office.registered();
    String agent =
        office
            .api()
            .post(
                "/v1.0/agents",
                of(
                    "{'username':'agent-%s','password':'x','addresses':"
                        + "[{'type':'extension','target':'%s'},{'type':'extension','target':'%s'}]}",
                    UUID.randomUUID(), desk.account().user(), mobile.account().user()))
            .expect(201)
            .object()
            .getString("id");
    Subscription watch =
        Subscription.to(lamp, "sip:agent%3A" + agent + "@" + office.domain(), "dialog").begin(600);
    watch.await(notify -> !notify.text().contains("<dialog "));
    SoftPhone caller = office.registered();

    for (SoftPhone phone : new SoftPhone[] {desk, mobile}) {
      OutgoingCall dialling = caller.dial(phone.account().addressOfRecord());
      Call talk = phone.expectCall().answer();
      dialling.expectAnswer();
      watch.await(notify -> notify.text().contains(state("confirmed")));
      talk.hangUp();
      watch.await(notify -> !notify.text().contains("<dialog "));
    }
  }

  @Test
  void subscriptionsEndByThemselves() {
    Subscription watch = Subscription.to(lamp, desk.account().addressOfRecord(), "dialog").begin(2);

    watch.await(notify -> notify.header("Subscription-State").equals("terminated;reason=timeout"));
    assertThat(watch.refresh(600).status()).isEqualTo(481);
    Subscription once = Subscription.to(lamp, desk.account().addressOfRecord(), "dialog").begin(0);
    once.await(notify -> notify.header("Subscription-State").startsWith("terminated"));
    assertThat(once.newest().text()).contains("dialog-info");
  }

  @Test
  void refusesWhatCannotBeWatched() {
    String desks = desk.account().addressOfRecord();
    assertThat(Subscription.to(lamp, desks, "weather").ask(600).status()).isEqualTo(489);
    assertThat(Subscription.to(lamp, "sip:nobody@" + office.domain(), "dialog").ask(600).status())
        .isEqualTo(404);
    try (Office other = Office.open()) {
      SoftPhone stranger = other.registered();
      assertThat(Subscription.to(stranger, desks, "dialog").ask(600).status()).isIn(403, 404, 407);
    }
    assertThat(lamp.options("sip:" + office.domain()).header("Allow")).contains("SUBSCRIBE");
  }
}
