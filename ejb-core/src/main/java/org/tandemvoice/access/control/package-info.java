/** Who a request is made by, and what for. */
package org.tandemvoice.access.control;
