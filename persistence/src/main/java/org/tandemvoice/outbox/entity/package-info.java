/** Events for customers, written in the commit that changed the state they tell of. */
package org.tandemvoice.outbox.entity;
