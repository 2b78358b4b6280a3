/** Customers over HTTP: one's own, and for platform administrators all. */
package org.tandemvoice.platform.boundary;
