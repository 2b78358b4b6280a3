package org.tandemvoice.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.timeline.entity.TraceEntry;

/**
 * Holds the SIP messages, keys and measurements of calls until they are stored. A message may come
 * before it is known which call its Call-ID belongs to; what never belongs to one is forgotten. It
 * keeps a bounded number: a flood costs the trace its end, not the server its memory.
 */
@ApplicationScoped
public class SipTraceBook {

  /** For how long what belongs to no call, or comes after its end, may wait: 64*T1. */
  private static final Duration PATIENCE = Duration.ofSeconds(32);

  private static final int MOST_DIALOGS = 50_000;
  private static final int MOST_WAITING = 200;
  private static final int LONGEST_METHOD = 32;

  private static final class Dialog {
    private CallId call;
    private boolean over;
    private Instant last;
    private List<TraceEntry> waiting = new ArrayList<>();
  }

  private record Note(CallId call, TraceEntry entry) {}

  private final Queue<Note> notes = new LinkedBlockingQueue<>(MOST_DIALOGS);
  private final ConcurrentMap<String, Dialog> dialogs = new ConcurrentHashMap<>();
  private Clock clock;
  private SipTraceSettings settings;

  protected SipTraceBook() {}

  @Inject
  public SipTraceBook(Clock clock, SipTraceSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /** Whether anything is kept. */
  public boolean isOpen() {
    return settings.isOn();
  }

  /** A message with this Call-ID has passed; its secrets are taken out here. */
  public void passed(String sipCallId, TraceEntry message) {
    if (!settings.isOn()) {
      return;
    }
    Dialog dialog = dialog(sipCallId);
    if (dialog == null) {
      return;
    }
    synchronized (dialog) {
      dialog.last = message.at();
      if (dialog.waiting.size() < MOST_WAITING) {
        dialog.waiting.add(fit(message));
      }
    }
  }

  private Dialog dialog(String sipCallId) {
    Dialog known = dialogs.get(sipCallId);
    if (known != null || dialogs.size() >= MOST_DIALOGS) {
      return known;
    }
    return dialogs.computeIfAbsent(sipCallId, any -> open());
  }

  private Dialog open() {
    Dialog dialog = new Dialog();
    dialog.last = clock.instant();
    return dialog;
  }

  private static TraceEntry fit(TraceEntry message) {
    String method = message.method();
    return new TraceEntry(
        message.at(),
        message.kind(),
        message.source(),
        message.destination(),
        method.substring(0, Math.min(LONGEST_METHOD, method.length())),
        SipSecrets.redact(message.text()));
  }

  /** Something of the call that is no SIP message. */
  public void note(CallId call, TraceEntry entry) {
    if (settings.isOn()) {
      notes.offer(new Note(call, entry));
    }
  }

  /** What has this Call-ID belongs to the call. */
  public void begins(String sipCallId, CallId call) {
    if (!settings.isOn()) {
      return;
    }
    Dialog dialog = dialog(sipCallId);
    if (dialog != null) {
      synchronized (dialog) {
        dialog.call = call;
        dialog.over = false;
      }
    }
  }

  /** Little more will come with this Call-ID. */
  public void ends(String sipCallId) {
    Dialog dialog = dialogs.get(sipCallId);
    if (dialog != null) {
      synchronized (dialog) {
        dialog.over = true;
      }
    }
  }

  /** Hands out what waits to be stored, oldest first for each call, and forgets what is over. */
  public Map<CallId, List<TraceEntry>> take() {
    Instant limit = clock.instant().minus(PATIENCE);
    Map<CallId, List<TraceEntry>> taken = new LinkedHashMap<>();
    for (Iterator<Dialog> each = dialogs.values().iterator(); each.hasNext(); ) {
      Dialog dialog = each.next();
      synchronized (dialog) {
        if (dialog.call != null && !dialog.waiting.isEmpty()) {
          taken.computeIfAbsent(dialog.call, any -> new ArrayList<>()).addAll(dialog.waiting);
          dialog.waiting = new ArrayList<>();
        }
        if ((dialog.call == null || dialog.over) && dialog.last.isBefore(limit)) {
          each.remove();
        }
      }
    }
    for (Note note = notes.poll(); note != null; note = notes.poll()) {
      taken.computeIfAbsent(note.call(), any -> new ArrayList<>()).add(note.entry());
    }
    return taken;
  }
}
