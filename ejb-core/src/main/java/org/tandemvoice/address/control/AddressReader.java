package org.tandemvoice.address.control;

import java.util.regex.Pattern;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

/** Reads an address leniently and refuses one that could never be reached, naming the field. */
public final class AddressReader {

  private static final int LONGEST = 255;
  private static final Pattern ENDPOINT = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern SIP = Pattern.compile("(sips?:)?[^@\\s<>\"]+@[^@\\s<>\"]+");

  private AddressReader() {}

  /**
   * An address that may be called.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}
   */
  public static Address callable(JsonFields fields) {
    Address address = any(fields);
    switch (address.type()) {
      case "tel" -> checkNumber(fields);
      case "endpoint" -> check(fields, ENDPOINT, "user@domain");
      case "sip" -> check(fields, SIP, "user@host or a SIP URI");
      case "agent", "conference" -> checkId(fields);
      case "extension" -> {
        if (address.target().isBlank() && address.targetName().isBlank()) {
          throw fields.invalid("target_name", "is missing: give an extension, its name or its id");
        }
      }
      default ->
          throw fields.invalid(
              "type",
              "is \""
                  + address.type()
                  + "\": give agent, conference, extension, endpoint, sip or tel");
    }
    return address;
  }

  /**
   * Who a call is from: {@code tel} must be E.164, anything else is taken as it is.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}
   */
  public static Address source(JsonFields fields) {
    Address address = any(fields);
    if (address.type().equals("tel")) {
      checkNumber(fields);
    }
    return address;
  }

  private static Address any(JsonFields fields) {
    for (String name : new String[] {"type", "target", "target_name", "name", "detail"}) {
      fields.line(name, LONGEST);
    }
    Address given = AddressColumn.address(fields.json());
    return given.type().isEmpty() && fields.json().size() > 0
        ? new Address(
            inferredType(given),
            given.target(),
            given.targetName(),
            given.name(),
            given.detail(),
            given.withheld())
        : given;
  }

  /** C-61: clients leave the type out. */
  private static String inferredType(Address address) {
    String target = address.target();
    if (target.startsWith("+")) {
      return "tel";
    }
    return target.startsWith("sip:") || target.contains("@") ? "sip" : "extension";
  }

  private static void checkNumber(JsonFields fields) {
    if (!E164.matches(fields.text("target"))) {
      throw refused(fields, "in E.164 form: + and the digits of country and number, nothing else");
    }
  }

  private static void checkId(JsonFields fields) {
    if (JsonFields.uuidOf(fields.text("target")).isEmpty()) {
      throw refused(fields, "as an id");
    }
  }

  private static void check(JsonFields fields, Pattern form, String wanted) {
    if (!form.matcher(fields.text("target")).matches()) {
      throw refused(fields, wanted);
    }
  }

  private static PlatformException refused(JsonFields fields, String wanted) {
    return fields.invalid("target", "is \"" + fields.text("target") + "\": give it " + wanted);
  }
}
