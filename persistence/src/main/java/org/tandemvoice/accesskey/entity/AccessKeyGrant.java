package org.tandemvoice.accesskey.entity;

import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.api.entity.ApiVersion;

/**
 * What an access key is made with.
 *
 * @param apiVersion the shape of answers its client expects
 * @param life empty if it is valid until it is deleted
 */
public record AccessKeyGrant(
    String name, String detail, ApiVersion apiVersion, Optional<Duration> life) {}
