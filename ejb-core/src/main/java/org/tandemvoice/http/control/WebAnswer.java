package org.tandemvoice.http.control;

/**
 * What came of a {@link WebRequest}.
 *
 * @param status 0 if there was no answer
 * @param body empty if there was none
 * @param failure a sentence that says why there was no answer; empty if there was one
 */
public record WebAnswer(int status, String body, String failure) {

  static WebAnswer failed(String sentence) {
    return new WebAnswer(0, "", sentence);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Why it was no success, as a sentence; empty if it was. */
  public String complaint() {
    if (!failure.isEmpty()) {
      return failure;
    }
    return isSuccess() ? "" : "the server answered " + status;
  }
}
