package org.tandemvoice.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where ArchUnit finds our own classes: the output folder of every module, bundled foreign code
 * left out.
 */
final class ReactorClasses implements LocationProvider {

  @Override
  public Set<Location> get(Class<?> testClass) {
    return Layer.classFolders().stream()
        .map(folder -> folder.resolve("org/tandemvoice"))
        .map(Location::of)
        .collect(Collectors.toSet());
  }
}
