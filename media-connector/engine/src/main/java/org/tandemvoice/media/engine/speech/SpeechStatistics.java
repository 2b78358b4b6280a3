package org.tandemvoice.media.engine.speech;

/**
 * How often speech was at hand already.
 *
 * @param hits texts that had been spoken before, or were being spoken for somebody else
 * @param misses texts that a provider was asked for
 */
public record SpeechStatistics(long hits, long misses) {}
