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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.Moment;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.call.boundary.EventPaging;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.timeline.control.CallTimeline;
import org.tandemvoice.timeline.control.TimelineQueries;

/** {@code /timelines}: what happened to a resource, and how it was at a time. */
@ApplicationScoped
@Path(
    ApiApplication.VERSION
        + "/timelines/{type: calls|conferences|flows|activeflows|customers}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class TimelinesResource {

  @Inject private TimelineQueries timelines;
  @Inject private EventPaging eventPaging;
  @Inject private CallTimeline timeline;
  @Inject private Moment moment;
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
    return timelines.state(caller.member(), id.uuid(), moment.of("at", at));
  }

  /** All of a call in one order, its SIP messages included. */
  @GET
  public JsonObject whole(@PathParam("type") String type, @PathParam("id") ResourceId id) {
    return timeline.whole(caller.member(), call(type, id));
  }

  /** The SIP messages of a call and what was measured on its media. */
  @GET
  @Path("sip-analysis")
  public JsonObject sipAnalysis(@PathParam("type") String type, @PathParam("id") ResourceId id) {
    return timeline.sipAnalysis(caller.member(), call(type, id));
  }

  /** The SIP messages of a call for Wireshark. */
  @GET
  @Path("pcap")
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  public Response pcap(@PathParam("type") String type, @PathParam("id") ResourceId id) {
    UUID call = call(type, id);
    return Response.ok(timeline.pcap(caller.member(), call), MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"" + call + ".pcap\"")
        .build();
  }

  private static UUID call(String type, ResourceId id) {
    if (!type.equals("calls")) {
      throw new PlatformException(
          ErrorCode.RESOURCE_NOT_FOUND, "only calls have SIP messages, " + type + " have none");
    }
    return id.uuid();
  }
}
