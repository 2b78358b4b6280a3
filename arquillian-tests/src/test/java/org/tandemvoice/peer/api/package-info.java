/** The tests' own client of the REST API. */
package org.tandemvoice.peer.api;
