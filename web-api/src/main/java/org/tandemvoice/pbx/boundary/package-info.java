/** Registrations of agents at other telephone systems over HTTP. */
package org.tandemvoice.pbx.boundary;
