/** Providers and routes over HTTP. */
package org.tandemvoice.carrier.boundary;
