package org.tandemvoice.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it at every start that somebody can sign in: founds the platform at the first one, and
 * follows {@code ADMIN_PASSWORD} at later ones.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlatformAdmin {

  private static final System.Logger LOG = System.getLogger(PlatformAdmin.class.getName());
  private static final int PASSWORD_LENGTH = 20;

  /** Without signs that look alike or mean something to a shell. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private PlatformFounding founding;
  private String username = "";
  private Optional<String> configuredPassword = Optional.empty();

  protected PlatformAdmin() {}

  /**
   * @param username {@code ADMIN_USERNAME}, of the first administrator
   * @param password {@code ADMIN_PASSWORD}; made up at the first start if it is not given
   */
  @Inject
  public PlatformAdmin(
      PlatformFounding founding,
      @ConfigProperty(name = "ADMIN_USERNAME", defaultValue = "admin") String username,
      @ConfigProperty(name = "ADMIN_PASSWORD") Optional<String> password) {
    this.founding = founding;
    this.username = username;
    this.configuredPassword = password.filter(text -> !text.isBlank());
  }

  @PostConstruct
  void start() {
    if (!founding.isFounded()) {
      founding.found(username, configuredPassword.orElseGet(PlatformAdmin::madeUpPassword));
      LOG.log(
          System.Logger.Level.INFO,
          "first administrator made: see " + AdminCredentials.FILE + " in the data directory");
    } else {
      configuredPassword.ifPresent(this::follow);
    }
  }

  private void follow(String password) {
    if (!founding.changePassword(username, password)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "ADMIN_PASSWORD is ignored: no administrator is called " + username);
    }
  }

  private static String madeUpPassword() {
    SecureRandom random = new SecureRandom();
    return random
        .ints(PASSWORD_LENGTH, 0, ALPHABET.length())
        .mapToObj(index -> ALPHABET.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
