/** Requests that are sent twice. */
package org.tandemvoice.idempotency;
