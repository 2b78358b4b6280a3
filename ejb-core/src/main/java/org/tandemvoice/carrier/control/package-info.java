/**
 * Calls into the telephone network: which provider takes them, in which order, and whether it is
 * there.
 */
package org.tandemvoice.carrier.control;
