package org.tandemvoice.sip.registrar;

import java.util.Optional;

/**
 * One Contact of a REGISTER as it was sent.
 *
 * @param expires the parameter of that name
 * @param q the parameter of that name
 */
record ContactValue(String uri, Optional<String> expires, Optional<String> q) {}
