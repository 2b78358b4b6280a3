package org.tandemvoice.sip.connector.mobicents;

import java.security.NoSuchAlgorithmException;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.tandemvoice.sip.connector.SipKeystore;
import org.tandemvoice.sip.connector.SipSettings;
import org.tandemvoice.sip.connector.SipStartException;

/** How the SIP stack is set up: transactions and dialogs as SIP Servlets need them. */
final class StackProperties {

  private static final int UDP_BUFFER_BYTES = 2 * 1024 * 1024;

  /**
   * 64*T1 (RFC 3261 section 13.2.2.4): so long another phone behind a forking proxy may answer an
   * INVITE of ours that has been answered already.
   */
  private static final int FORK_SECONDS = 32;

  private StackProperties() {}

  static Properties of(SipSettings settings, String stackName) {
    Properties stack = new Properties();
    stack.setProperty("javax.sip.STACK_NAME", stackName);
    stack.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
    stack.setProperty("javax.sip.ROUTER_PATH", PreparedRouter.class.getName());
    stack.setProperty("javax.sip.USE_ROUTER_FOR_ALL_URIS", "true");
    nist(stack, "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
    nist(stack, "DELIVER_UNSOLICITED_NOTIFY", "true");
    nist(stack, "DELIVER_TERMINATED_EVENT_FOR_NULL_DIALOG", "true");
    nist(stack, "REENTRANT_LISTENER", "true");
    nist(stack, "MAX_FORK_TIME_SECONDS", Integer.toString(FORK_SECONDS));
    nist(stack, "THREAD_POOL_SIZE", Integer.toString(settings.threads()));
    nist(stack, "TCP_POST_PARSING_THREAD_POOL_SIZE", Integer.toString(settings.threads()));
    nist(stack, "MESSAGE_PROCESSOR_FACTORY", GuardedProcessors.class.getName());
    nist(stack, "MESSAGE_PARSER_FACTORY", DatagramParserFactory.class.getName());
    nist(stack, "MAX_MESSAGE_SIZE", Integer.toString(settings.limits().maxMessageSize()));
    nist(stack, "RECEIVE_UDP_BUFFER_SIZE", Integer.toString(UDP_BUFFER_BYTES));
    nist(stack, "SEND_UDP_BUFFER_SIZE", Integer.toString(UDP_BUFFER_BYTES));
    nist(stack, "PATCH_SIP_WEBSOCKETS_HEADERS", "false");
    nist(stack, "ALWAYS_ADD_RPORT", "true");
    nist(stack, "AGGRESSIVE_CLEANUP", "true");
    nist(stack, "RELEASE_REFERENCES_STRATEGY", "Normal");
    nist(stack, "CONNECTION_TIMEOUT", "2000");
    nist(stack, "STACK_LOGGER", SilentStackLogger.class.getName());
    nist(stack, "SERVER_LOGGER", MessageLog.class.getName());
    nist(stack, "TRACE_LEVEL", "ERROR");
    settings.keystore().ifPresent(keystore -> tls(stack, keystore));
    return stack;
  }

  private static void tls(Properties stack, SipKeystore keystore) {
    String type = keystore.file().endsWith(".jks") ? "JKS" : "PKCS12";
    for (String store : new String[] {"keyStore", "trustStore"}) {
      stack.setProperty("javax.net.ssl." + store, keystore.file());
      stack.setProperty("javax.net.ssl." + store + "Password", keystore.password());
      stack.setProperty("javax.net.ssl." + store + "Type", type);
    }
    nist(stack, "TLS_CLIENT_AUTH_TYPE", "Disabled");
    nist(stack, "SECURITY_MANAGER_PROVIDER", TlsTrust.class.getName());
    nist(stack, "TLS_SECURITY_POLICY", TlsPeerNames.class.getName());
    nist(stack, "TLS_CLIENT_PROTOCOLS", "TLSv1.2,TLSv1.3");
    // The stack's own list is of 2010; the platform's follows what is still safe.
    nist(stack, "ENABLED_CIPHER_SUITES", String.join(",", safeCipherSuites()));
  }

  private static String[] safeCipherSuites() {
    try {
      return SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();
    } catch (NoSuchAlgorithmException e) {
      throw new SipStartException("SIP_KEYSTORE is set, but this Java has no TLS", e);
    }
  }

  private static void nist(Properties stack, String key, String value) {
    stack.setProperty("gov.nist.javax.sip." + key, value);
  }
}
