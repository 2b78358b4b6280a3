/** Conferences over HTTP. */
package org.tandemvoice.conference.boundary;
