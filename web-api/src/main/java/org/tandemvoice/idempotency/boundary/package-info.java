/** The header Idempotency-Key of POST requests. */
package org.tandemvoice.idempotency.boundary;
