package org.tandemvoice.webhook.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.webhook.control.DeliveryDocument;
import org.tandemvoice.webhook.control.DeliveryManager;
import org.tandemvoice.webhook.entity.DeliveryStatus;

/** {@code /webhooks/{id}/deliveries}: what came of each event. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveriesResource {

  private static final String STATUS = "status";

  @Inject private DeliveryManager deliveries;
  @Inject private DeliveryDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /** Newest first, under {@code result} as every list and {@code deliveries} as seed 003 shows. */
  @GET
  public JsonObject list(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    JsonObject answer =
        paging.answer(
            deliveries.list(caller.member(), id.uuid(), status(uri), paging.request(uri)),
            document::of);
    return JSON.createObjectBuilder(answer).add("deliveries", answer.get("result")).build();
  }

  private static Optional<DeliveryStatus> status(UriInfo uri) {
    String text = uri.getQueryParameters().getFirst(STATUS);
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Optional<DeliveryStatus> status = DeliveryStatus.of(text);
    if (status.isEmpty()) {
      String message = "is \"" + text + "\": give pending, delivered or failed";
      throw new PlatformException(
          ErrorCode.INVALID_REQUEST_PARAMETER,
          STATUS + ": " + message,
          List.of(new FieldViolation(STATUS, message)));
    }
    return status;
  }

  @POST
  @Path("{delivery}/redeliver")
  public JsonObject redeliver(
      @PathParam("id") ResourceId id, @PathParam("delivery") ResourceId delivery) {
    return document.of(deliveries.redeliver(caller.manager(), id.uuid(), delivery.uuid()));
  }
}
