package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.method.MethodHandlers;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.Refusal;

/**
 * Session timers (RFC 4028): both sides of a leg agree who refreshes the session and how often, and
 * a leg that is not refreshed in time ends. A side that knows no timers has none.
 */
@ApplicationScoped
public class SessionTimers {

  /** RFC 4028 section 5 calls it so; the SIP Servlet API has no name for it. */
  private static final int INTERVAL_TOO_SMALL = 422;

  @Inject private SipServices container;
  @Inject private SessionTimerSettings settings;
  @Inject private MethodHandlers methods;

  private final SecureRandom random = new SecureRandom();

  /** A wish to refresh more often than we agree to gets a 422 (section 8). */
  Optional<Refusal> refusal(SipServletRequest request) {
    boolean tooSmall =
        RequestRules.lists(request, "Supported", RequestRules.TIMER)
            && SessionInterval.of(request)
                .filter(wish -> wish.seconds() < settings.leastSeconds)
                .isPresent();
    return tooSmall
        ? Optional.of(
            Refusal.of(INTERVAL_TOO_SMALL).with("Min-SE", Integer.toString(settings.leastSeconds)))
        : Optional.empty();
  }

  /** What an INVITE of ours says: the called side may choose who refreshes (section 7.1). */
  void offer(SipServletRequest invite) {
    invite.addHeader("Supported", RequestRules.TIMER);
    invite.setHeader("Session-Expires", Integer.toString(settings.sessionSeconds));
    invite.setHeader("Min-SE", Integer.toString(settings.leastSeconds));
  }

  /** What a 422 wants: the interval of the next INVITE (section 7.3); empty for other responses. */
  Optional<SessionInterval> longer(SipServletResponse refusal) {
    String least = refusal.getHeader("Min-SE");
    if (refusal.getStatus() != INTERVAL_TOO_SMALL || least == null) {
      return Optional.empty();
    }
    try {
      int seconds = Integer.parseInt(least.split(";")[0].strip());
      return Optional.of(
          new SessionInterval(Math.max(seconds, settings.sessionSeconds), Optional.empty()));
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** The same for an interval that the other side has asked for. */
  void offer(SipServletRequest invite, SessionInterval interval) {
    invite.setHeader("Session-Expires", interval.header());
    invite.setHeader("Min-SE", Integer.toString(interval.seconds()));
  }

  /**
   * Agrees, in a 200 of ours, to what the request wishes (section 9). Who asks without a preference
   * refreshes.
   */
  void agree(Leg leg, SipServletRequest request, SipServletResponse ok) {
    leg.note(request);
    if (!RequestRules.lists(request, "Supported", RequestRules.TIMER)) {
      leg.refreshed(Optional.empty());
      return;
    }
    Optional<SessionInterval> wish = SessionInterval.of(request);
    int seconds =
        Math.max(
            leastOf(request),
            Math.min(
                wish.map(SessionInterval::seconds).orElse(settings.sessionSeconds),
                settings.sessionSeconds));
    String refresher = wish.flatMap(SessionInterval::refresher).orElse("uac");
    SessionInterval agreed = new SessionInterval(seconds, Optional.of(refresher));
    ok.setHeader("Session-Expires", agreed.header());
    ok.addHeader("Supported", RequestRules.TIMER);
    if (refresher.equals("uac")) {
      ok.addHeader("Require", RequestRules.TIMER);
    }
    watch(leg, agreed, refresher.equals("uas"));
  }

  private int leastOf(SipServletRequest request) {
    String given = request.getHeader("Min-SE");
    try {
      return given == null
          ? settings.leastSeconds
          : Math.max(settings.leastSeconds, Integer.parseInt(given.split(";")[0].strip()));
    } catch (NumberFormatException unreadable) {
      return settings.leastSeconds;
    }
  }

  /** The other side has agreed, or has not, by its 200 (section 7.2). */
  void agreed(Leg leg, SipServletResponse ok) {
    leg.note(ok);
    Optional<SessionInterval> interval =
        SessionInterval.of(ok).filter(agreed -> agreed.refresher().isPresent());
    if (interval.isPresent()) {
      watch(leg, interval.get(), interval.get().refresher().filter("uac"::equals).isPresent());
    } else {
      leg.refreshed(Optional.empty());
    }
  }

  private void watch(Leg leg, SessionInterval agreed, boolean byUs) {
    long millis = (byUs ? agreed.refreshAfter() : agreed.giveUpAfter()).toMillis();
    leg.refreshed(
        Optional.of(timer(leg, millis, byUs ? LegTimer.REFRESH : LegTimer.SESSION_EXPIRY)));
    leg.interval(agreed);
  }

  private ServletTimer timer(Leg leg, long millis, LegTimer purpose) {
    return container.timers().createTimer(leg.application(), millis, false, purpose);
  }

  /**
   * Our turn to refresh: by UPDATE without an offer, which changes nothing, or, where the other
   * side has not said that it knows UPDATE, by a re-INVITE with the SDP that it has (section 7.4).
   */
  void refresh(Leg leg) throws IOException {
    if (!leg.isTalking() || leg.isChanging()) {
      return;
    }
    if (leg.knowsUpdate()) {
      dressed(leg.request("UPDATE"), leg).send();
    } else {
      SipServletRequest invite = dressed(leg.request("INVITE"), leg);
      invite.setHeader("Allow", methods.allow());
      invite.setContent(leg.described().getBytes(StandardCharsets.UTF_8), "application/sdp");
      long restMs = leg.interval().refreshAfter().toMillis();
      leg.refreshed(Optional.of(timer(leg, restMs, LegTimer.SESSION_EXPIRY)));
      invite.send();
      leg.change(invite);
    }
  }

  private SipServletRequest dressed(SipServletRequest request, Leg leg) {
    SessionInterval mine = new SessionInterval(leg.interval().seconds(), Optional.of("uac"));
    request.setHeader("Supported", RequestRules.TIMER);
    request.setHeader("Session-Expires", mine.header());
    request.setHeader("Min-SE", Integer.toString(settings.leastSeconds));
    return request;
  }

  /**
   * What became of our refresh. A side that refuses it is there all the same, and one that knows no
   * UPDATE gets a re-INVITE; one that knows no such call, or does not respond, is gone (section
   * 10).
   */
  Optional<ReleaseCause> refreshed(Leg leg, SipServletResponse response) throws IOException {
    int status = response.getStatus();
    if (status == SipServletResponse.SC_CALL_LEG_DONE
        || status == SipServletResponse.SC_REQUEST_TIMEOUT) {
      return Optional.of(ReleaseCause.UNREACHABLE);
    }
    if (status < SipServletResponse.SC_MULTIPLE_CHOICES) {
      agreed(leg, response);
    } else if (status == SipServletResponse.SC_REQUEST_PENDING) {
      refreshSoon(leg);
    } else if (leg.knowsUpdate() && isUnknown(status)) {
      leg.knowsNoUpdate();
      refresh(leg);
    } else {
      watch(leg, leg.interval(), true);
    }
    return Optional.empty();
  }

  private static boolean isUnknown(int status) {
    return status == SipServletResponse.SC_METHOD_NOT_ALLOWED
        || status == SipServletResponse.SC_NOT_IMPLEMENTED;
  }

  /**
   * Something of the other side was under way. Both wait for a while that is not the same (RFC 3261
   * section 14.1, RFC 3311 section 5.3): the owner of the Call-ID, which is who called, longer.
   */
  private void refreshSoon(Leg leg) {
    int hundredths = leg instanceof CalledLeg ? random.nextInt(210, 401) : random.nextInt(1, 201);
    leg.refreshed(Optional.of(timer(leg, hundredths * 10L, LegTimer.REFRESH)));
  }
}
