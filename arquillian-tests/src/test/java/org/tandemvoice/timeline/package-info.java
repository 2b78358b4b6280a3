/** What happened to a call, read back. */
package org.tandemvoice.timeline;
