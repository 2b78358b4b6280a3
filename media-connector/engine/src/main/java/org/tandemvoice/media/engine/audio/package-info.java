/**
 * Recorded sound away from the packet path: PCM at any rate, WAV files, resampling to the 8 kHz of
 * the engine.
 */
package org.tandemvoice.media.engine.audio;
