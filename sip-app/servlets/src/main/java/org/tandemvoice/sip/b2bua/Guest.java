package org.tandemvoice.sip.b2bua;

import java.util.UUID;

/**
 * A caller whom nobody knows.
 *
 * @param resource what its direct hash stands for, or the customer whose number it calls
 * @param source the address its INVITE came from
 */
record Guest(UUID resource, String source) {}
