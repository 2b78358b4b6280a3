/** What is kept of a call besides its events: the SIP messages. */
package org.tandemvoice.timeline.entity;
