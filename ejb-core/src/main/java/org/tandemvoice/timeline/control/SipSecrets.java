package org.tandemvoice.timeline.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a SIP message what nobody may read who looks at a trace. */
final class SipSecrets {

  /** The header with the lines folded into it (RFC 3261 section 7.3.1). */
  private static final Pattern PROOF =
      Pattern.compile(
          "(?im)^(?:Proxy-)?Authorization[ \\t]*:[^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*");

  private static final Pattern RESPONSE = Pattern.compile("(?i)\\bresponse=(\"[^\"]*\"|[^,\\s]*)");
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("(?is)^((?:Proxy-)?Authorization[ \\t]*:[ \\t]*+)(?!Digest\\b).*");

  /** The key of a crypto line (RFC 4568 section 9.1). */
  private static final Pattern MEDIA_KEY =
      Pattern.compile("(?i)(a=crypto:[^\\r\\n]*?inline:)[^|\\s]+");

  private SipSecrets() {}

  static String redact(String text) {
    String without = text;
    if (containsIgnoringCase(text, "authorization")) {
      without =
          PROOF.matcher(text).replaceAll(header -> Matcher.quoteReplacement(proof(header.group())));
    }
    return without.contains("inline:") ? MEDIA_KEY.matcher(without).replaceAll("$1***") : without;
  }

  private static String proof(String header) {
    String digest = RESPONSE.matcher(header).replaceAll("response=\"***\"");
    return OTHER_SCHEME.matcher(digest).replaceAll("$1***");
  }

  /** Each message is asked this, so the whole word is compared only where its first letter is. */
  private static boolean containsIgnoringCase(String text, String lowerCase) {
    char first = lowerCase.charAt(0);
    for (int i = text.length() - lowerCase.length(); i >= 0; i--) {
      if (Character.toLowerCase(text.charAt(i)) == first
          && text.regionMatches(true, i, lowerCase, 0, lowerCase.length())) {
        return true;
      }
    }
    return false;
  }
}
