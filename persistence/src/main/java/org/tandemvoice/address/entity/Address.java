package org.tandemvoice.address.entity;

import java.io.Serializable;

/**
 * A party, as customers name it. Empty strings stand for what was not given; no field is ever null.
 *
 * @param type {@code tel}, {@code extension}, {@code endpoint}, {@code sip}, {@code agent}, {@code
 *     conference}, ...
 * @param target number, URI or id, as received
 * @param targetName routing key of an extension: its value, then its name, then its id (C-50)
 * @param name display name
 * @param detail free text
 * @param withheld whether the parties it calls may not know who it is (RFC 3323)
 */
public record Address(
    String type, String target, String targetName, String name, String detail, boolean withheld)
    implements Serializable {

  public static final Address NONE = new Address("", "", "", "", "");

  public Address {
    type = type == null ? "" : type;
    target = target == null ? "" : target;
    targetName = targetName == null ? "" : targetName;
    name = name == null ? "" : name;
    detail = detail == null ? "" : detail;
  }

  /** A party that shows who it is. */
  public Address(String type, String target, String targetName, String name, String detail) {
    this(type, target, targetName, name, detail, false);
  }

  /** The same party, showing who it is or not. */
  public Address withheld(boolean on) {
    return new Address(type, target, targetName, name, detail, on);
  }

  public static Address of(String type, String target) {
    return new Address(type, target, "", "", "");
  }
}
