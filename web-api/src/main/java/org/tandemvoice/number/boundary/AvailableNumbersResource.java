package org.tandemvoice.number.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.number.control.AvailableNumbers;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /available_numbers}: proposals, so there is no next page. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/available_numbers")
@Produces(MediaType.APPLICATION_JSON)
public class AvailableNumbersResource {

  @Inject private AvailableNumbers numbers;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(
      @QueryParam("country_code") @DefaultValue("") String country,
      @QueryParam("type") @DefaultValue("") String type,
      @Context UriInfo uri) {
    caller.member();
    JsonArrayBuilder result = JSON.createArrayBuilder();
    numbers.list(country, type, paging.size(uri)).forEach(result::add);
    return JSON.createObjectBuilder().add("result", result).add("next_page_token", "").build();
  }
}
