package org.tandemvoice.json.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

/**
 * Reads a body as a JSON object, whatever type the client says it is of. No body at all is an
 * object without fields, so that a resource can name the one it misses.
 */
@Provider
@Consumes(MediaType.WILDCARD)
@ApplicationScoped
public class JsonFieldsReader implements MessageBodyReader<JsonFields> {

  private static final int MAX_BYTES = 1_048_576;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == JsonFields.class;
  }

  @Override
  public JsonFields readFrom(
      Class<JsonFields> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new PlatformException(
          ErrorCode.REQUEST_TOO_LARGE, "the body has more than " + MAX_BYTES + " bytes");
    }
    return JsonFields.of(parse(bytes));
  }

  static JsonObject parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (read(text) instanceof JsonObject object) {
      return object;
    }
    throw new PlatformException(
        ErrorCode.INVALID_JSON_BODY, "the body is no JSON object: begin it with {");
  }

  private static JsonValue read(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw new JsonException("something follows its end");
      }
      return value;
    } catch (RuntimeException malformed) {
      // Of the parser: JsonException, and a plain RuntimeException for what nests too deeply.
      throw new PlatformException(
          ErrorCode.INVALID_JSON_BODY, "the body is not JSON: " + malformed.getMessage());
    }
  }
}
