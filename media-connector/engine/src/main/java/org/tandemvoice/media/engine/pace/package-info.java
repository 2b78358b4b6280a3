/** The pacing wheel: who runs when, every 20 ms, on which thread. Knows nothing of audio. */
package org.tandemvoice.media.engine.pace;
