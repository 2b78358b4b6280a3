/** A call: one party's leg, its states, and why it ended (inventory sections 8, 10 and 11). */
package org.tandemvoice.call.entity;
