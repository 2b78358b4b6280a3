package org.tandemvoice.sip.connector.mobicents;

import java.lang.reflect.Method;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.mobicents.servlet.sip.annotation.ConcurrencyControlMode;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.SipListeners;
import org.mobicents.servlet.sip.core.descriptor.MobicentsSipServletMapping;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletRequest;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletResponse;
import org.mobicents.servlet.sip.core.security.MobicentsSipLoginConfig;
import org.mobicents.servlet.sip.core.security.SipDigestAuthenticator;
import org.mobicents.servlet.sip.ruby.SipRubyController;

/**
 * The part of the container's view of an application that stands for features this platform does
 * not use: deployment descriptors, servlet mapping, login configuration, clustering, Ruby.
 */
abstract class UnusedContextFeatures implements SipContext {

  /** For what could not be delivered while the application goes away. */
  static final System.Logger UNDELIVERED = System.getLogger("org.tandemvoice.sip.connector");

  private final String name;
  private final String mainServlet;

  UnusedContextFeatures(String name, String mainServlet) {
    this.name = name;
    this.mainServlet = mainServlet;
  }

  @Override
  public String getApplicationName() {
    return name;
  }

  @Override
  public String getApplicationNameHashed() {
    return getSipApplicationDispatcher().getHashFromApplicationName(name);
  }

  @Override
  public boolean isMainServlet() {
    return true;
  }

  @Override
  public String getMainServlet() {
    return mainServlet;
  }

  @Override
  public String getServletHandler() {
    return mainServlet;
  }

  @Override
  public void setServletHandler(String handler) {}

  @Override
  public void setMainServlet(String servlet) {}

  @Override
  public void setApplicationName(String another) {}

  @Override
  public boolean hasDistributableManager() {
    return false;
  }

  @Override
  public String getDescription() {
    return name;
  }

  @Override
  public void setDescription(String description) {}

  @Override
  public String getLargeIcon() {
    return null;
  }

  @Override
  public void setLargeIcon(String icon) {}

  @Override
  public String getSmallIcon() {
    return null;
  }

  @Override
  public void setSmallIcon(String icon) {}

  @Override
  public void setListeners(SipListeners another) {}

  @Override
  public int getProxyTimeout() {
    return 180;
  }

  @Override
  public void setProxyTimeout(int seconds) {}

  @Override
  public void setSipApplicationSessionTimeout(int minutes) {}

  @Override
  public void addSipApplicationListener(String listener) {}

  @Override
  public void removeSipApplicationListener(String listener) {}

  @Override
  public String[] findSipApplicationListeners() {
    return new String[0];
  }

  @Override
  public Method getSipApplicationKeyMethod() {
    return null;
  }

  @Override
  public void setSipApplicationKeyMethod(Method method) {}

  @Override
  public void setSipLoginConfig(MobicentsSipLoginConfig config) {}

  @Override
  public MobicentsSipLoginConfig getSipLoginConfig() {
    return null;
  }

  @Override
  public void addSipServletMapping(MobicentsSipServletMapping mapping) {}

  @Override
  public void removeSipServletMapping(MobicentsSipServletMapping mapping) {}

  @Override
  public List<MobicentsSipServletMapping> findSipServletMappings() {
    return List.of();
  }

  @Override
  public MobicentsSipServletMapping findSipServletMappings(SipServletRequest request) {
    return null;
  }

  @Override
  public String getEngineName() {
    return name;
  }

  @Override
  public boolean enterSipAppHa(boolean startCacheActivity) {
    return false;
  }

  @Override
  public void exitSipAppHa(
      MobicentsSipServletRequest request,
      MobicentsSipServletResponse response,
      boolean batchStarted) {}

  @Override
  public void setConcurrencyControlMode(ConcurrencyControlMode mode) {}

  @Override
  public void setSipRubyController(SipRubyController controller) {}

  @Override
  public SipRubyController getSipRubyController() {
    return null;
  }

  @Override
  public String getPath() {
    return name;
  }

  @Override
  public boolean isPackageProtectionEnabled() {
    return false;
  }

  @Override
  public boolean authorize(MobicentsSipServletRequest request) {
    return true;
  }

  @Override
  public SipDigestAuthenticator getDigestAuthenticator() {
    return null;
  }

  @Override
  public void stopGracefully(long timeToWait) {}

  @Override
  public boolean isStoppingGracefully() {
    return false;
  }
}
