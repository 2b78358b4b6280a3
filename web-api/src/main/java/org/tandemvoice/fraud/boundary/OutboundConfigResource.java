package org.tandemvoice.fraud.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.fraud.control.OutboundConfigManager;
import org.tandemvoice.json.control.JsonFields;

/** {@code /outbound_config}: what the customer of the caller may call. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/outbound_config")
@Produces(MediaType.APPLICATION_JSON)
public class OutboundConfigResource {

  @Inject private OutboundConfigManager configs;
  @Inject private Caller caller;

  @GET
  public JsonObject get() {
    return configs.get(caller.member());
  }

  /** Changes the countries; the other limits are for platform administrators. */
  @PUT
  public JsonObject update(JsonFields body) {
    return configs.updateOwn(caller.admin(), body);
  }
}
