/** What happens to customers. */
package org.tandemvoice.customer.control;
