/** Sound as the tests make and judge it: tones, speech, silence, WAV files. */
package org.tandemvoice.peer.audio;
