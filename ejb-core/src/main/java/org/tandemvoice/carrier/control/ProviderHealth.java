package org.tandemvoice.carrier.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.carrier.entity.ProviderProfile;

/**
 * Asks every provider again and again whether it is there: one that does not answer within five
 * seconds is unhealthy until it does (contract section 6).
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderHealth {

  private static final long PATIENCE_MS = 5_000;
  private static final String ROUND = "round";

  @Resource private TimerService timers;

  @Inject private ProviderManager providers;
  @Inject private ProviderProbe probe;

  @Inject
  @ConfigProperty(name = "PROVIDER_PROBE_SECONDS", defaultValue = "30")
  private int periodSeconds;

  private final Set<UUID> asked = ConcurrentHashMap.newKeySet();

  /** {@code PROVIDER_PROBE_SECONDS}: how often; default 30, 0 is never. */
  @PostConstruct
  void start() {
    if (periodSeconds > 0) {
      long periodMs = periodSeconds * 1000L;
      timers.createIntervalTimer(periodMs, periodMs, new TimerConfig(ROUND, false));
    }
  }

  @Timeout
  void timeout(Timer timer) {
    if (timer.getInfo() instanceof UUID provider) {
      if (asked.remove(provider)) {
        providers.seen(provider, false);
      }
    } else {
      providers.all().forEach(provider -> ask(provider.uuid(), provider.profile()));
    }
  }

  private void ask(UUID provider, ProviderProfile profile) {
    if (asked.add(provider)) {
      timers.createSingleActionTimer(PATIENCE_MS, new TimerConfig(provider, false));
      probe.ask(provider, "sip:" + profile.hostname() + ";transport=" + profile.transport());
    }
  }

  /** The provider is there. */
  public void answered(UUID provider) {
    if (asked.remove(provider)) {
      providers.seen(provider, true);
    }
  }
}
