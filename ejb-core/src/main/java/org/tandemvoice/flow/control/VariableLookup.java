package org.tandemvoice.flow.control;

import java.util.Optional;
import java.util.function.Function;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Activeflow;

/**
 * What a variable says at this moment: one that was set, else one of the platform's own under
 * {@code voipbin.} (contract section 11). Any other is empty.
 */
final class VariableLookup {

  static final String DIGITS = "voipbin.call.digits";
  static final String DIGITS_KEY = "voipbin.call.digits_key";

  private static final String ACTIVEFLOW = "voipbin.activeflow.";
  private static final String CALL = "voipbin.call.";
  private static final String NONE = OwnedResource.NIL.toString();

  private final Activeflow activeflow;
  private final Optional<Call> call;

  VariableLookup(Activeflow activeflow, Optional<Call> call) {
    this.activeflow = activeflow;
    this.call = call;
  }

  String value(String name) {
    return activeflow.variables().find(name).orElseGet(() -> own(name));
  }

  private String own(String name) {
    if (name.startsWith(ACTIVEFLOW)) {
      return ofActiveflow(name.substring(ACTIVEFLOW.length()));
    }
    if (name.startsWith(CALL)) {
      String field = name.substring(CALL.length());
      return call.map(known -> ofCall(field, known)).orElse("");
    }
    return "";
  }

  private String ofActiveflow(String field) {
    return switch (field) {
      case "id" -> activeflow.uuid().toString();
      case "flow_id" -> activeflow.flowId().toString();
      case "reference_type" -> activeflow.callId().isPresent() ? "call" : "api";
      case "reference_id" -> activeflow.callId().map(CallId::toString).orElse(NONE);
      case "complete_count" -> String.valueOf(activeflow.completeCount());
      default -> "";
    };
  }

  private static String ofCall(String field, Call call) {
    return switch (field) {
      case "id" -> call.id().toString();
      case "direction" -> call.direction().text();
      case "status" -> call.status().text();
      case "master_call_id" -> call.master().map(CallId::toString).orElse(NONE);
      default -> ofAddress(field, call);
    };
  }

  private static String ofAddress(String field, Call call) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      return "";
    }
    Function<Address, String> part = part(field.substring(dot + 1));
    return switch (field.substring(0, dot)) {
      case "source" -> part.apply(call.source());
      case "destination" -> part.apply(call.destination());
      default -> "";
    };
  }

  private static Function<Address, String> part(String name) {
    return switch (name) {
      case "type" -> Address::type;
      case "target" -> Address::target;
      case "target_name" -> Address::targetName;
      case "name" -> Address::name;
      case "detail" -> Address::detail;
      default -> address -> "";
    };
  }
}
