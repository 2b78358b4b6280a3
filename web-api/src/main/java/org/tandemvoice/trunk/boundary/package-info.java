/** Trunks over HTTP. */
package org.tandemvoice.trunk.boundary;
