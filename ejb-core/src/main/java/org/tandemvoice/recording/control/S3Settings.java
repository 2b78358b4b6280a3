package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How an S3 service is reached, each from a configuration key of its own. */
@ApplicationScoped
public class S3Settings {

  private Optional<URI> endpoint = Optional.empty();
  private String region = "";
  private String accessKey = "";
  private String secretKey = "";
  private Optional<String> bucket = Optional.empty();

  protected S3Settings() {}

  /**
   * @param endpoint {@code S3_ENDPOINT}, the address of a service other than Amazon's, whose
   *     buckets are then part of the path
   * @param region {@code S3_REGION}; default us-east-1
   * @param accessKey {@code S3_ACCESS_KEY}
   * @param secretKey {@code S3_SECRET_KEY}
   * @param bucket {@code S3_BUCKET}, one bucket for all; without it each customer has one of its
   *     own, {@code recordings-<customer id>} (inventory section 18), made when it is missing
   */
  @Inject
  public S3Settings(
      @ConfigProperty(name = "S3_ENDPOINT") Optional<URI> endpoint,
      @ConfigProperty(name = "S3_REGION", defaultValue = "us-east-1") String region,
      @ConfigProperty(name = "S3_ACCESS_KEY") Optional<String> accessKey,
      @ConfigProperty(name = "S3_SECRET_KEY") Optional<String> secretKey,
      @ConfigProperty(name = "S3_BUCKET") Optional<String> bucket) {
    this.endpoint = endpoint;
    this.region = region;
    this.accessKey = accessKey.orElse("");
    this.secretKey = secretKey.orElse("");
    this.bucket = bucket;
  }

  public Optional<URI> endpoint() {
    return endpoint;
  }

  public String region() {
    return region;
  }

  public String accessKey() {
    return accessKey;
  }

  public String secretKey() {
    return secretKey;
  }

  public Optional<String> bucket() {
    return bucket;
  }
}
