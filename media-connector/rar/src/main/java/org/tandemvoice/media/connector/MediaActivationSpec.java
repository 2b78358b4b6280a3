package org.tandemvoice.media.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import org.tandemvoice.media.MediaEventListener;

/**
 * A message-driven bean that wants media events. It has nothing to configure: one bean gets them
 * all.
 */
@Activation(messageListeners = MediaEventListener.class)
public class MediaActivationSpec implements ActivationSpec {

  private ResourceAdapter resourceAdapter;

  @Override
  public void validate() {
    // There is no property that could be wrong.
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
    resourceAdapter = adapter;
  }
}
