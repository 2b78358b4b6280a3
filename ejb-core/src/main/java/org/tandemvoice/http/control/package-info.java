/** Requests to web servers of customers, kept away from what is not theirs. */
package org.tandemvoice.http.control;
