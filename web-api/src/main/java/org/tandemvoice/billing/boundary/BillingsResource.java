package org.tandemvoice.billing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.billing.control.BillingManager;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.time.control.Timestamps;

/**
 * {@code /billings} and {@code /cdrs}: what the customer of the caller has used and paid, one call
 * detail record for each call into or from the telephone network.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/{spelling: billings|cdrs}")
@Produces(MediaType.APPLICATION_JSON)
public class BillingsResource {

  private static final int DEFAULT_DAYS = 31;

  @Inject private BillingManager billings;
  @Inject private Caller caller;
  @Inject private Paging paging;
  @Inject private Timestamps timestamps;
  @Inject private Clock clock;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(billings.list(caller.member(), paging.request(uri)), billing -> billing);
  }

  /**
   * All of a time as one file.
   *
   * @param format {@code csv} or {@code json}
   * @param from when the first began; default 31 days before {@code to}
   * @param to before this the last began; default now
   */
  @GET
  @Path("export")
  @Produces({MediaType.APPLICATION_JSON, BillingSheet.MEDIA_TYPE})
  public Response export(
      @QueryParam("format") @DefaultValue("csv") String format,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    CustomerId customer = caller.member();
    Instant end = time("to", to, clock.instant());
    Instant begin = time("from", from, end.minus(DEFAULT_DAYS, ChronoUnit.DAYS));
    BillingFile.Form form =
        switch (format) {
          case "csv" -> new BillingSheet();
          case "json" -> new BillingArray();
          default -> throw invalid("format", format, "give csv or json");
        };
    return Response.ok(new BillingFile(billings, customer, begin, end, form), form.mediaType())
        .header("Content-Disposition", "attachment; filename=\"billings." + format + "\"")
        .build();
  }

  private Instant time(String name, String text, Instant ifMissing) {
    return text.isBlank()
        ? ifMissing
        : timestamps
            .parse(text)
            .orElseThrow(() -> invalid(name, text, "give a time like 2026-01-31T00:00:00Z"));
  }

  private static PlatformException invalid(String name, String value, String advice) {
    return new PlatformException(
        ErrorCode.INVALID_REQUEST_PARAMETER, name + ": is \"" + value + "\": " + advice);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return billings.get(caller.member(), id.uuid());
  }
}
