/**
 * Recordings: taken from the packet path without holding it up, written as WAV while they grow,
 * made into the wanted format when they end, and given their name only when they are whole.
 */
package org.tandemvoice.media.engine.recording;
