/** Recordings: begun and ended inside the transactions of their calls, stored after them. */
package org.tandemvoice.recording.control;
