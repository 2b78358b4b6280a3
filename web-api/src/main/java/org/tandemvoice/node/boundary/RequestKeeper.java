package org.tandemvoice.node.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.tandemvoice.access.boundary.PublicAccess;
import org.tandemvoice.node.control.ApiRequest;

/**
 * Keeps what a request that changes something has said, so that it can be handed on. One that is
 * open to everybody acts upon no call.
 */
@Provider
@Priority(Priorities.USER)
@ApplicationScoped
public class RequestKeeper implements ContainerRequestFilter {

  private static final int MOST_BYTES = 1_048_576;

  @Context private ResourceInfo resource;

  @Inject private ApiRequest apiRequest;
  @Inject private KeptRequest kept;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (request.getMethod().equals(HttpMethod.GET)
        || resource.getResourceClass().isAnnotationPresent(PublicAccess.class)) {
      return;
    }
    InputStream rest = request.getEntityStream();
    byte[] body = rest.readNBytes(MOST_BYTES);
    request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(body), rest));
    kept.keep(request, body);
    apiRequest.begin();
  }
}
