/**
 * Audio codecs, one file each, and what hides lost packets. {@code AudioCodecs} alone knows that
 * there are many.
 */
package org.tandemvoice.media.engine.codec;
