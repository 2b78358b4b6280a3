/** Recordings of calls: what was recorded, how far it is, and where its file is kept. */
package org.tandemvoice.recording.entity;
