/** What is kept of a call besides its events: the SIP messages and keys. */
package org.tandemvoice.timeline.entity;
