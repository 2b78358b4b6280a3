/** Events on their way to the web servers of customers. */
package org.tandemvoice.webhook;
