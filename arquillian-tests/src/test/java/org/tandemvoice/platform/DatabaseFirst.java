package org.tandemvoice.platform;

import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** Has the database up before Arquillian starts the server. */
public final class DatabaseFirst implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Starter.class);
  }

  /** Called ahead of the container's own observers. */
  public static final class Starter {

    public void start(@Observes(precedence = 1_000) BeforeSuite event) {
      TestDatabase.start();
    }
  }
}
