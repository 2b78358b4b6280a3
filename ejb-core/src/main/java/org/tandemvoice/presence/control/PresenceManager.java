package org.tandemvoice.presence.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.ContactBindings;
import org.tandemvoice.extension.control.ExtensionLookup;
import org.tandemvoice.extension.control.Extensions;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.extension.entity.ExtensionReach;
import org.tandemvoice.json.control.JsonFields;

/** Says who can be watched, and what is known of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PresenceManager {

  private static final String AGENT = "agent:";

  @Inject private Agents agents;
  @Inject private Calls calls;
  @Inject private Extensions extensions;
  @Inject private ExtensionLookup lookup;
  @Inject private ContactBindings bindings;
  @Inject private SipDomains domains;
  @Inject private Clock clock;

  /**
   * An extension by its value, name or id, or an agent as {@code agent:<id>}.
   *
   * @param dialled the user part of the Request-URI, decoded
   */
  public Optional<WatchedParty> find(CustomerId customer, String dialled) {
    if (dialled.startsWith(AGENT)) {
      return JsonFields.uuidOf(dialled.substring(AGENT.length()))
          .flatMap(id -> agents.find(customer, id))
          .map(agent -> new WatchedParty(customer, agent.uuid(), true));
    }
    return lookup
        .resolve(customer, dialled)
        .map(extension -> new WatchedParty(customer, extension.uuid(), false));
  }

  /** What is known of these parties of one customer; who is no more is missing. */
  public Map<WatchedParty, PartyState> states(
      CustomerId customer, Collection<WatchedParty> parties) {
    List<Call> open = calls.openOf(customer);
    Map<WatchedParty, PartyState> states = new HashMap<>();
    for (WatchedParty party : parties) {
      Optional<PartyState> state =
          party.isAgent()
              ? agents.find(customer, party.id()).map(agent -> state(agent, open))
              : extensions.find(customer, party.id()).map(phone -> state(phone, open));
      state.ifPresent(known -> states.put(party, known));
    }
    return states;
  }

  private PartyState state(Extension extension, List<Call> open) {
    return new PartyState(callsOf(extension, open), isReachable(extension), Optional.empty());
  }

  private PartyState state(Agent agent, List<Call> open) {
    List<PartyCall> all = new ArrayList<>();
    boolean reachable = false;
    for (Extension extension : phones(agent)) {
      all.addAll(callsOf(extension, open));
      reachable |= isReachable(extension);
    }
    return new PartyState(all, reachable, Optional.of(agent.status()));
  }

  private List<Extension> phones(Agent agent) {
    return agent.addresses().stream()
        .filter(address -> address.type().equals("extension"))
        .flatMap(
            address ->
                lookup
                    .resolve(agent.customerId(), address.targetName())
                    .or(() -> lookup.resolve(agent.customerId(), address.target()))
                    .stream())
        .distinct()
        .toList();
  }

  private boolean isReachable(Extension extension) {
    Instant now = clock.instant();
    return ExtensionReach.of(bindings.current(extension.customerId(), extension.uuid(), now))
        == ExtensionReach.REACHABLE;
  }

  private List<PartyCall> callsOf(Extension extension, List<Call> open) {
    return open.stream().flatMap(call -> callOf(extension, call).stream()).toList();
  }

  private Optional<PartyCall> callOf(Extension extension, Call call) {
    boolean initiator = call.direction() == CallDirection.INCOMING;
    Address phone = initiator ? call.source() : call.destination();
    return is(extension, phone)
        ? stage(call).map(stage -> new PartyCall(call.uuid(), initiator, stage))
        : Optional.empty();
  }

  private boolean is(Extension extension, Address address) {
    List<String> names = List.of(extension.value(), extension.name(), extension.uuid().toString());
    return switch (address.type()) {
      case "extension" ->
          names.contains(address.targetName().isBlank() ? address.target() : address.targetName());
      case "endpoint", "sip" -> isUser(extension, address.target().replaceFirst("^sips?:", ""));
      default -> false;
    };
  }

  private boolean isUser(Extension extension, String target) {
    String user = extension.value();
    return target.equals(user + "@" + domains.registrarOf(extension.customerId()));
  }

  private static Optional<PartyCall.Stage> stage(Call call) {
    return switch (call.status()) {
      case DIALING -> Optional.of(PartyCall.Stage.TRYING);
      case RINGING -> Optional.of(PartyCall.Stage.EARLY);
      case PROGRESSING -> Optional.of(PartyCall.Stage.CONFIRMED);
      case TERMINATING, CANCELING, HANGUP -> Optional.empty();
    };
  }
}
