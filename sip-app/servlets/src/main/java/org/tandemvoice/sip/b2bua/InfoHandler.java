package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.CallKeys;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.status.Refusal;

/**
 * INFO with a key that was pressed ({@code application/dtmf-relay}, {@code application/dtmf}). It
 * counts like one that comes by RTP. An INFO without a body asks whether the call is there.
 */
@ApplicationScoped
public class InfoHandler implements MethodHandler {

  @Inject private CallKeys keys;

  @Override
  public String method() {
    return "INFO";
  }

  @Override
  public void handle(SipServletRequest info) throws IOException {
    Optional<Leg> leg = Leg.of(info).filter(known -> known.isDialog(info.getSession()));
    if (leg.isEmpty()) {
      Refusal.of(SipServletResponse.SC_CALL_LEG_DONE).send(info);
      return;
    }
    if (info.getContentLength() > 0) {
      Optional<PressedKey> key =
          PressedKey.of(
              String.valueOf(info.getContentType()),
              new String(info.getRawContent(), StandardCharsets.UTF_8));
      if (key.isEmpty()) {
        Refusal.of(SipServletResponse.SC_UNSUPPORTED_MEDIA_TYPE)
            .with("Accept", PressedKey.TYPES)
            .send(info);
        return;
      }
      keys.digitSignaled(leg.get().id(), key.get().digit(), key.get().durationMs());
    }
    info.createResponse(SipServletResponse.SC_OK).send();
  }
}
