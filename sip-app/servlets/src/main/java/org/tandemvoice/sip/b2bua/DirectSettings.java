package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much callers may do whom nobody knows, because they call a direct hash. */
@Dependent
public class DirectSettings {

  /** Calls at the same time to one resource; 0: any number. */
  @Inject
  @ConfigProperty(name = "SIP_DIRECT_CALLS", defaultValue = "100")
  int calls;

  /** Calls at the same time from one source address; 0: any number. */
  @Inject
  @ConfigProperty(name = "SIP_DIRECT_CALLS_PER_SOURCE", defaultValue = "20")
  int callsPerSource;

  /** Hashes that do not exist, from one source address within a minute; 0: any number. */
  @Inject
  @ConfigProperty(name = "SIP_DIRECT_FAILURES_PER_SOURCE", defaultValue = "30")
  int failuresPerSource;
}
