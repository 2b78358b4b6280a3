/**
 * Remembers requests by the keys of their customers, so that a repetition is answered, not done.
 */
package org.tandemvoice.idempotency.control;
