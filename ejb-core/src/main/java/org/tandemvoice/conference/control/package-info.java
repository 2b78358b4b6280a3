/** Conferences: who is in them, who is heard, and when they are over (inventory section 17). */
package org.tandemvoice.conference.control;
