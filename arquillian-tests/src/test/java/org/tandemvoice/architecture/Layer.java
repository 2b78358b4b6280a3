package org.tandemvoice.architecture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A module of the build: the folder its classes come from and the modules it may look down on. */
enum Layer {
  PERSISTENCE("persistence"),
  MEDIA_API("media-connector/api"),
  MEDIA_ENGINE("media-connector/engine", MEDIA_API),
  MEDIA_RAR("media-connector/rar", MEDIA_API, MEDIA_ENGINE),
  SIP_API("sip-app/api"),
  SIP_CONNECTOR("sip-app/connector", SIP_API),
  EJB_CORE("ejb-core", PERSISTENCE, MEDIA_API),
  SIP_SERVLETS("sip-app/servlets", EJB_CORE, PERSISTENCE, MEDIA_API, SIP_API),
  WEB_API("web-api", EJB_CORE, PERSISTENCE);

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final String folder;
  private final Set<Layer> below;

  Layer(String folder, Layer... below) {
    this.folder = folder;
    this.below = Set.of(below);
  }

  static Optional<Layer> of(JavaClass javaClass) {
    return javaClass.getSource().stream()
        .map(source -> source.getUri().toString())
        .flatMap(uri -> Arrays.stream(values()).filter(layer -> uri.contains(layer.marker())))
        .findFirst();
  }

  static Set<Path> classFolders() {
    return Arrays.stream(values()).map(Layer::classes).collect(toUnmodifiableSet());
  }

  static Stream<Path> sourceFolders() {
    return Arrays.stream(values())
        .map(layer -> ROOT.resolve(layer.folder).resolve("src/main/java"));
  }

  Path classes() {
    return ROOT.resolve(folder).resolve("target/classes");
  }

  boolean maySee(Layer other) {
    return other == this || below.contains(other);
  }

  private String marker() {
    return ROOT.getFileName() + "/" + folder + "/target/classes/";
  }
}
