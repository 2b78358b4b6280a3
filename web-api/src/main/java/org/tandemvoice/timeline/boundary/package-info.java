/** Timelines over HTTP. */
package org.tandemvoice.timeline.boundary;
