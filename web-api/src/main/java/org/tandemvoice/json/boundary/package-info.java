/** Bodies of requests. */
package org.tandemvoice.json.boundary;
