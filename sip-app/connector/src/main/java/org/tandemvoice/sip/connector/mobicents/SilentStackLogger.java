package org.tandemvoice.sip.connector.mobicents;

import gov.nist.core.StackLogger;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what the stack has to say about itself. Only its errors are passed on, to a logger that is
 * guarded against floods, as most of them can be caused from outside.
 */
public final class SilentStackLogger implements StackLogger {

  /** Name of the guarded logger. */
  static final String LOGGER = "org.tandemvoice.sip.stack";

  private static final Logger LOG = Logger.getLogger(LOGGER);

  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int traceLevel) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void logException(Throwable failure) {
    LOG.log(Level.WARNING, "SIP stack: " + failure.getMessage(), failure);
  }

  @Override
  public void logDebug(String message) {}

  @Override
  public void logDebug(String message, Exception failure) {}

  @Override
  public void logTrace(String message) {}

  @Override
  public void logFatalError(String message) {
    LOG.severe("SIP stack: " + message);
  }

  @Override
  public void logError(String message) {
    LOG.warning("SIP stack: " + message);
  }

  @Override
  public void logError(String message, Exception failure) {
    LOG.log(Level.WARNING, "SIP stack: " + message, failure);
  }

  @Override
  public boolean isLoggingEnabled() {
    return true;
  }

  @Override
  public boolean isLoggingEnabled(int logLevel) {
    // the stack shows messages to its ServerLogger only where this level is on
    return logLevel <= TRACE_ERROR || logLevel == TRACE_MESSAGES;
  }

  @Override
  public void logWarning(String message) {}

  @Override
  public void logInfo(String message) {}

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String buildTimeStamp) {}

  @Override
  public void setStackProperties(Properties stackProperties) {}

  @Override
  public String getLoggerName() {
    return LOGGER;
  }
}
