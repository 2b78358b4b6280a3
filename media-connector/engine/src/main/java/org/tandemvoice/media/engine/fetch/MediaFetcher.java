package org.tandemvoice.media.engine.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.tandemvoice.media.fetch.AddressGuard;
import org.tandemvoice.media.fetch.FetchException;

/**
 * Reads a whole file by URI: {@code http}, {@code https}, or {@code file} below the platform's
 * media folder.
 */
public final class MediaFetcher {

  /** Largest file taken. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  private final Path folder;
  private final HttpFetcher http;

  public MediaFetcher(Path folder, AddressGuard guard) {
    this.folder = folder.toAbsolutePath().normalize();
    this.http = new HttpFetcher(guard, MAX_BYTES);
  }

  public byte[] fetch(URI uri) throws FetchException {
    return fetch(uri, Set.of());
  }

  /**
   * @param granted files outside the folder that may be read as well
   */
  public byte[] fetch(URI uri, Set<Path> granted) throws FetchException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" -> http.fetch(uri);
      case "file" -> read(uri, granted);
      default ->
          throw new FetchException("The URL " + uri + " starts with neither http, https nor file");
    };
  }

  /**
   * {@code file:greeting.wav}, {@code file:/greeting.wav}, {@code file:///greeting.wav}: all below
   * the folder.
   */
  private byte[] read(URI uri, Set<Path> granted) throws FetchException {
    String name = uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath();
    try {
      Path path = Path.of(name);
      Path file =
          path.isAbsolute() && path.normalize().startsWith(folder)
              ? path.normalize()
              : folder.resolve(name.replaceFirst("^/+", "")).normalize();
      if (granted.contains(path)) {
        return Files.readAllBytes(path);
      }
      // Both before and after links are followed, the file must lie below the folder.
      if (!file.startsWith(folder)
          || !Files.isRegularFile(file)
          || !file.toRealPath().startsWith(folder.toRealPath())) {
        throw new FetchException("There is no file " + name + " in the media folder");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new FetchException("The file " + name + " is longer than " + MAX_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (InvalidPathException | IOException e) {
      throw new FetchException("The file " + name + " cannot be read", e);
    }
  }
}
