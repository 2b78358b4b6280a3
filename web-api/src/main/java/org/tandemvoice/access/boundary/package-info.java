/** Who sends the present request, and what that one may do. */
package org.tandemvoice.access.boundary;
