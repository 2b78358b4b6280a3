package org.tandemvoice.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation of the REST API as its resource class declares it, with a path that can be asked
 * for: every id in it is the nil UUID.
 *
 * @param isPublic whether it asks for no credential
 */
public record Operation(String method, String path, boolean isPublic) {

  private static final String REST = "jakarta.ws.rs.";
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  /** All that the platform has, sorted by path. */
  public static List<Operation> all() {
    var classes = new ClassFileImporter().importPath(Layer.WEB_API.classes());
    return StreamSupport.stream(classes.spliterator(), false)
        .filter(type -> declared(type).isPresent())
        .flatMap(Operation::of)
        .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
        .toList();
  }

  private static Stream<Operation> of(JavaClass type) {
    return type.getMethods().stream()
        .flatMap(
            method ->
                METHODS.stream()
                    .filter(verb -> method.isAnnotatedWith(REST + verb))
                    .map(verb -> new Operation(verb, asked(type, method), isPublic(type, method))));
  }

  private static String asked(JavaClass type, JavaMethod method) {
    String path =
        declared(type).orElseThrow() + declared(method).map(more -> "/" + more).orElse("");
    String filled =
        path.replaceAll("\\{version:[^}]*}", "v1.0")
            .replaceAll("\\{prefix:.*\\?}", "")
            .replaceAll("\\{\\w+: *(\\w+)\\[-_](\\w+)}", "$1_$2")
            .replaceAll("\\{\\w+: *(\\w+)\\|[^}]*}", "$1")
            .replaceAll("\\{\\w+}", NIL);
    return "/" + filled.replaceAll("//+", "/").replaceFirst("^/", "");
  }

  private static boolean isPublic(JavaClass type, JavaMethod method) {
    String mark = "org.tandemvoice.access.boundary.PublicAccess";
    return type.isAnnotatedWith(mark) || method.isAnnotatedWith(mark);
  }

  private static Optional<String> declared(HasAnnotations<?> element) {
    return element.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().getName().equals(REST + "Path"))
        .map(annotation -> annotation.getProperties().get("value").toString())
        .findFirst();
  }
}
