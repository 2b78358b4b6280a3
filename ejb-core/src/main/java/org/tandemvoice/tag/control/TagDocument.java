package org.tandemvoice.tag.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.tandemvoice.tag.entity.Tag;
import org.tandemvoice.time.control.Timestamps;

/** A tag as the API shows it (contract, TagManagerTag). */
@ApplicationScoped
public class TagDocument {

  private Timestamps timestamps;

  protected TagDocument() {}

  @Inject
  public TagDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Tag tag) {
    return JSON.createObjectBuilder()
        .add("id", tag.uuid().toString())
        .add("customer_id", tag.customerId().toString())
        .add("name", tag.name())
        .add("detail", tag.detail())
        .add("tm_create", timestamps.text(tag.createdAt()))
        .add("tm_update", timestamps.text(tag.updatedAt()))
        .add("tm_delete", timestamps.text(tag.deletedAt()))
        .build();
  }
}
