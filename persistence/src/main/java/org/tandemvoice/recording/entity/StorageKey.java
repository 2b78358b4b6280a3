package org.tandemvoice.recording.entity;

/**
 * Where the file of a recording is kept (inventory section 18).
 *
 * @param bucket {@code recordings-<customer id>}
 * @param path {@code <date>/<recording id>.<format>}
 */
public record StorageKey(String bucket, String path) {}
