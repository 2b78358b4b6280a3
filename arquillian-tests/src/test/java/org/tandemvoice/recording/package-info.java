/** Recordings of calls, seen and heard from outside. */
package org.tandemvoice.recording;
