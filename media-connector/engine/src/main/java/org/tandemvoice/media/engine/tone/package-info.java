/** Sound that is made up: tones, key tones and the music of those who wait. */
package org.tandemvoice.media.engine.tone;
