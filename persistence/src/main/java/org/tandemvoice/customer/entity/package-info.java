/** The customer, and what every resource that belongs to one has in common. */
package org.tandemvoice.customer.entity;
