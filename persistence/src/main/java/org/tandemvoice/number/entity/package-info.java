/** Telephone numbers of customers. */
package org.tandemvoice.number.entity;
