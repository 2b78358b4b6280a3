/** How many requests one may send (contract section 4). */
package org.tandemvoice.ratelimit.boundary;
