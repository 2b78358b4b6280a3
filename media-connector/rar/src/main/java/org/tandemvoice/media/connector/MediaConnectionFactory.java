package org.tandemvoice.media.connector;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaSessionFactory;

/**
 * Makes the handle found at {@code java:/eis/Media}. Sessions are long-lived and addressed by id,
 * so there are no managed connections and no pool: the handle goes straight to the engine of this
 * resource adapter.
 */
@ConnectionDefinition(
    connectionFactory = MediaSessionFactory.class,
    connectionFactoryImpl = MediaHandle.class,
    connection = MediaSession.class,
    connectionImpl = MediaSession.class)
public class MediaConnectionFactory
    implements ManagedConnectionFactory, ResourceAdapterAssociation {

  private static final long serialVersionUID = 1L;

  private transient MediaResourceAdapter adapter;
  private transient PrintWriter logWriter;

  @Override
  public Object createConnectionFactory(ConnectionManager manager) {
    return createConnectionFactory();
  }

  @Override
  public Object createConnectionFactory() {
    return new MediaHandle(adapter);
  }

  @Override
  public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info)
      throws ResourceException {
    throw new NotSupportedException("Media sessions are opened by MediaSessionFactory.open");
  }

  @Override
  @SuppressWarnings("rawtypes")
  public ManagedConnection matchManagedConnections(
      Set connections, Subject subject, ConnectionRequestInfo info) throws ResourceException {
    throw new NotSupportedException("Media sessions are found by MediaSessionFactory.find");
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter resourceAdapter) {
    adapter = (MediaResourceAdapter) resourceAdapter;
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    logWriter = writer;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
