package org.tandemvoice.auth.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.access.boundary.FrozenAccess;
import org.tandemvoice.auth.control.Unregistration;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.json.control.JsonFields;

/** {@code /auth/unregister}, for administrators of a customer (contract section 2). */
@FrozenAccess
@ApplicationScoped
@Path("{prefix: ((v1|v1\\.0)/)?}auth/unregister")
@Produces(MediaType.APPLICATION_JSON)
public class UnregisterResource {

  @Inject private Unregistration unregistration;
  @Inject private CustomerDocument document;
  @Inject private Caller caller;

  /** The customer is frozen, and deleted later; at once with {@code immediate}. */
  @POST
  public JsonObject unregister(JsonFields body) {
    return document.of(unregistration.order(caller.admin(), caller.signedIn(), body));
  }

  /** It stays after all. */
  @DELETE
  public JsonObject stay() {
    return document.of(unregistration.cancel(caller.admin()));
  }
}
