package org.tandemvoice.failure.boundary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;

/**
 * Puts the request id on every answer. A servlet filter, because it also covers what fails before
 * the resources are reached.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestIdFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestId id = RequestId.of(request.getHeader(RequestId.HEADER), RANDOM);
    request.setAttribute(RequestId.HEADER, id);
    response.setHeader(RequestId.HEADER, id.text());
    chain.doFilter(request, response);
  }
}
