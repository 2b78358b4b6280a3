/** Queues and the callers in them over HTTP. */
package org.tandemvoice.queue.boundary;
