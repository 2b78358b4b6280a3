package org.tandemvoice.timeline.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.call.boundary.EventPaging;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.timeline.control.TimelineQueries;

/** {@code /aggregated-events}: the events of a call and of its flow in one list (contract 17). */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/aggregated-events")
@Produces(MediaType.APPLICATION_JSON)
public class AggregatedEventsResource {

  @Inject private TimelineQueries timelines;
  @Inject private EventPaging eventPaging;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /**
   * Oldest first; one of the two is given.
   *
   * @param call {@code call_id}
   * @param activeflow {@code activeflow_id}
   */
  @GET
  public JsonObject list(
      @QueryParam("call_id") @DefaultValue("") String call,
      @QueryParam("activeflow_id") @DefaultValue("") String activeflow,
      @Context UriInfo uri) {
    if (call.isEmpty() == activeflow.isEmpty()) {
      throw new PlatformException(
          ErrorCode.INVALID_REQUEST_PARAMETER, "call_id, activeflow_id: give one of the two");
    }
    CustomerId customer = caller.member();
    long after = eventPaging.after(uri);
    int size = paging.size(uri);
    return eventPaging.answer(
        activeflow.isEmpty()
            ? timelines.aroundCall(customer, new ResourceId(call).uuid(), after, size)
            : timelines.aroundActiveflow(customer, new ResourceId(activeflow).uuid(), after, size));
  }
}
