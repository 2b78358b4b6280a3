/** Customers' trunks: kept over the API, asked for by the SIP edge. */
package org.tandemvoice.trunk.control;
