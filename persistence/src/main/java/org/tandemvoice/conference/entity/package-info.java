/** Conferences, and the calls that take part in them (inventory section 17). */
package org.tandemvoice.conference.entity;
