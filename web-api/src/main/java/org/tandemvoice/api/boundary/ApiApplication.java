package org.tandemvoice.api.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API: every resource and provider of this module, found by their annotations. */
@ApplicationPath("/")
public class ApiApplication extends Application {

  /** Both prefixes are served by the same classes (C-01). */
  public static final String VERSION = "{version: v1|v1\\.0}";
}
