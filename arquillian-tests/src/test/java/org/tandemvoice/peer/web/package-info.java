/** Web servers of customers, played by the tests. */
package org.tandemvoice.peer.web;
