/** Whether the server works, for probes on the API's port. */
package org.tandemvoice.health.boundary;
