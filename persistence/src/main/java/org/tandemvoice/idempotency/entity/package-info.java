/** Requests that must not be carried out twice. */
package org.tandemvoice.idempotency.entity;
