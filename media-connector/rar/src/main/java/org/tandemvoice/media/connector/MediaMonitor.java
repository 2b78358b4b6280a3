package org.tandemvoice.media.connector;

import javax.management.MXBean;

/** The gauges of the media engine for JMX, under {@code org.tandemvoice:type=Media}. */
@MXBean
public interface MediaMonitor {

  /** Sessions opened and not closed; 0 when idle. */
  int getOpenSessions();

  /** RTP ports that can still be reserved. */
  int getFreePorts();

  /** 99th percentile of how late the pacing wheel woke in the last ten seconds, microseconds. */
  long getTickLatenessMicros();

  /** Frames that recordings could not take in time since the start; silence stands for them. */
  long getMissedRecordingFrames();

  /** Texts spoken that had been spoken before, since the start. */
  long getSpeechCacheHits();

  /** Texts that a voice had to speak, since the start. */
  long getSpeechCacheMisses();
}
