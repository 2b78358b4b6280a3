package org.tandemvoice.auth.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.auth.control.DelegateToken;
import org.tandemvoice.auth.control.DelegationManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** {@code /auth/delegate}, for the platform's support staff (contract section 2). */
@ApplicationScoped
@Path("{prefix: ((v1|v1\\.0)/)?}auth/delegate")
@Produces(MediaType.APPLICATION_JSON)
public class DelegateResource {

  @Inject private DelegationManager delegations;
  @Inject private Timestamps timestamps;
  @Inject private Caller caller;

  /** A token that acts for {@code customer_id}, which is told {@code reason}. */
  @POST
  public JsonObject begin(JsonFields body) {
    DelegateToken begun = delegations.begin(caller.supporter(), body);
    return JSON.createObjectBuilder()
        .add("token", begun.token())
        .add("type", "delegate")
        .add("id", begun.delegation().id().toString())
        .add("customer_id", begun.customer().toString())
        .add("reason", begun.delegation().reason())
        .add("expire", timestamps.text(begun.expire()))
        .build();
  }
}
