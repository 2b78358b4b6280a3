package org.tandemvoice.json.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

class JsonFieldsReaderTest {

  private static final int MEBIBYTE = 1_048_576;

  @Test
  void readsAnObject() throws IOException {
    assertThat(read("{\"name\":\"ü\"}").text("name")).isEqualTo("ü");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n"})
  void takesNoBodyForAnObjectWithoutFields(String body) throws IOException {
    assertThat(read(body).json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "1", "\"a\"", "null", "{", "{\"a\":}", "{\"a\":1}x", "a=b", "{\"a\":01}"})
  void refusesWhatIsNoJsonObject(String body) {
    assertRefused(body);
  }

  @Test
  void refusesWhatNestsTooDeeply() {
    assertRefused("{\"a\":" + "[".repeat(100_000));
  }

  @Test
  void refusesMoreThanAMebibyte() throws IOException {
    String longest = "{\"a\":\"" + "x".repeat(MEBIBYTE - 8) + "\"}";

    assertThat(read(longest).text("a")).hasSize(MEBIBYTE - 8);
    assertThatThrownBy(() -> read(longest + " "))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE));
  }

  private static void assertRefused(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_JSON_BODY));
  }

  private static JsonFields read(String body) throws IOException {
    return new JsonFieldsReader()
        .readFrom(
            JsonFields.class,
            JsonFields.class,
            new Annotation[0],
            MediaType.WILDCARD_TYPE,
            new MultivaluedHashMap<>(),
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
