/** What a recording wants of the media engine, after the commit. */
package org.tandemvoice.recording.control.command;
