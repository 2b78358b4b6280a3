package org.tandemvoice.timeline.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.call.boundary.EventPaging;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.time.control.Timestamps;
import org.tandemvoice.timeline.control.TimelineQueries;

/** {@code /timelines}: what happened to a resource, and how it was at a time. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/timelines/{type: calls|conferences|flows|activeflows}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class TimelinesResource {

  @Inject private TimelineQueries timelines;
  @Inject private EventPaging eventPaging;
  @Inject private Timestamps timestamps;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /** Oldest first. */
  @GET
  @Path("events")
  public JsonObject events(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    return eventPaging.answer(
        timelines.events(caller.member(), id.uuid(), eventPaging.after(uri), paging.size(uri)));
  }

  /** The resource as it was {@code at} a time. */
  @GET
  @Path("state")
  public JsonObject state(@PathParam("id") ResourceId id, @QueryParam("at") String at) {
    return timelines.state(caller.member(), id.uuid(), instant(at));
  }

  private Instant instant(String at) {
    return timestamps
        .parse(at == null ? "" : at)
        .orElseThrow(
            () -> {
              String message = "is \"" + at + "\": give a time like 2026-02-21T10:00:00.000000Z";
              return new PlatformException(
                  ErrorCode.INVALID_REQUEST_PARAMETER,
                  "at: " + message,
                  List.of(new FieldViolation("at", message)));
            });
  }
}
