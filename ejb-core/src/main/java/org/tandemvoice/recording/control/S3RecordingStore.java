package org.tandemvoice.recording.control;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.StorageKey;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A service that speaks S3. Its own signed URLs are handed out; nothing is read through us. */
final class S3RecordingStore implements RecordingStore {

  private final Optional<String> bucket;
  private final S3Client client;
  private final S3Presigner presigner;
  private final Clock clock;

  S3RecordingStore(S3Settings settings, Clock clock) {
    this.bucket = settings.bucket();
    this.clock = clock;
    var credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    var addressing =
        S3Configuration.builder()
            .pathStyleAccessEnabled(settings.endpoint().isPresent())
            .chunkedEncodingEnabled(false)
            .build();
    var clientBuilder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials)
            .serviceConfiguration(addressing)
            // Services other than Amazon's do not know the newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(Duration.ofSeconds(30)));
    var presignerBuilder =
        S3Presigner.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials)
            .serviceConfiguration(addressing);
    settings.endpoint().ifPresent(clientBuilder::endpointOverride);
    settings.endpoint().ifPresent(presignerBuilder::endpointOverride);
    client = clientBuilder.build();
    presigner = presignerBuilder.build();
  }

  @Override
  public void put(Recording recording, Path file) throws IOException {
    try {
      upload(recording, file);
    } catch (NoSuchBucketException missing) {
      makeBucket(recording);
      upload(recording, file);
    }
  }

  private void upload(Recording recording, Path file) throws IOException {
    try {
      client.putObject(
          request ->
              request
                  .bucket(bucket(recording.key()))
                  .key(path(recording.key()))
                  .contentType(recording.format().contentType()),
          RequestBody.fromFile(file));
    } catch (NoSuchBucketException missing) {
      throw missing;
    } catch (SdkException failure) {
      throw new IOException("S3 has not taken " + recording.fileName(), failure);
    }
  }

  private void makeBucket(Recording recording) throws IOException {
    try {
      client.createBucket(request -> request.bucket(bucket(recording.key())));
    } catch (SdkException failure) {
      throw new IOException("S3 makes no bucket " + bucket(recording.key()), failure);
    }
  }

  @Override
  public void delete(Recording recording) throws IOException {
    try {
      client.deleteObject(
          request -> request.bucket(bucket(recording.key())).key(path(recording.key())));
    } catch (NoSuchBucketException nothingThere) {
      // So is the file.
    } catch (SdkException failure) {
      throw new IOException("S3 has not deleted " + recording.fileName(), failure);
    }
  }

  @Override
  public URI link(Recording recording, URI api, Instant expires) {
    try {
      return presigner
          .presignGetObject(
              presign ->
                  presign
                      .signatureDuration(Duration.between(clock.instant(), expires))
                      .getObjectRequest(
                          request ->
                              request.bucket(bucket(recording.key())).key(path(recording.key()))))
          .url()
          .toURI();
    } catch (URISyntaxException neverOurs) {
      throw new IllegalStateException(neverOurs);
    }
  }

  @Override
  public Optional<Path> file(Recording recording) {
    return Optional.empty();
  }

  private String bucket(StorageKey key) {
    return bucket.orElse(key.bucket());
  }

  private String path(StorageKey key) {
    return bucket.isPresent() ? key.bucket() + "/" + key.path() : key.path();
  }
}
