package org.tandemvoice.peer.sip;

/** Who a phone says it is: user and password of an extension and its SIP domain. */
public record Account(String user, String password, String domain) {

  public String addressOfRecord() {
    return "sip:" + user + "@" + domain;
  }

  public String registrar() {
    return "sip:" + domain;
  }
}
