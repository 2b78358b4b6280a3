package org.tandemvoice.sip.connector.mobicents;

import jakarta.servlet.http.HttpSession;
import java.util.Iterator;
import org.mobicents.servlet.sip.core.MobicentsSipFactory;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.SipManager;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSessionKey;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSessionKey;
import org.mobicents.servlet.sip.core.session.SipApplicationSessionKey;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.core.session.SipStandardManagerDelegate;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** Keeps the sessions, in the container's own in-memory store. */
final class SessionManager implements SipManager {

  private final SipStandardManagerDelegate store = new SipStandardManagerDelegate();

  SessionManager(SipContext context, MobicentsSipFactory factory) {
    store.setContainer(context);
    store.setSipFactoryImpl((SipFactoryImpl) factory);
  }

  @Override
  public MobicentsSipSession removeSipSession(MobicentsSipSessionKey key) {
    return store.removeSipSession(key);
  }

  @Override
  public MobicentsSipApplicationSession removeSipApplicationSession(
      MobicentsSipApplicationSessionKey key) {
    return store.removeSipApplicationSession(key);
  }

  @Override
  public MobicentsSipApplicationSession getSipApplicationSession(
      MobicentsSipApplicationSessionKey key, boolean create) {
    return store.getSipApplicationSession((SipApplicationSessionKey) key, create);
  }

  @Override
  public MobicentsSipSession getSipSession(
      MobicentsSipSessionKey key,
      boolean create,
      MobicentsSipFactory factory,
      MobicentsSipApplicationSession applicationSession) {
    return store.getSipSession(
        (SipSessionKey) key, create, (SipFactoryImpl) factory, applicationSession);
  }

  @Override
  public MobicentsSipApplicationSession findSipApplicationSession(HttpSession httpSession) {
    return store.findSipApplicationSession(httpSession);
  }

  @Override
  public void removeAllSessions() {
    store.removeAllSessions();
  }

  @Override
  public void setMobicentsSipFactory(MobicentsSipFactory factory) {
    store.setSipFactoryImpl((SipFactoryImpl) factory);
  }

  @Override
  public MobicentsSipFactory getMobicentsSipFactory() {
    return store.getSipFactoryImpl();
  }

  @Override
  public Iterator<MobicentsSipSession> getAllSipSessions() {
    return store.getAllSipSessions();
  }

  @Override
  public Iterator<MobicentsSipApplicationSession> getAllSipApplicationSessions() {
    return store.getAllSipApplicationSessions();
  }

  @Override
  public int getActiveSipSessions() {
    return store.getNumberOfSipSessions();
  }

  @Override
  public int getActiveSipApplicationSessions() {
    return store.getNumberOfSipApplicationSessions();
  }

  @Override
  public int getSipSessionCounter() {
    return store.getSipSessionCounter();
  }

  @Override
  public int getSipApplicationSessionCounter() {
    return store.getSipApplicationSessionCounter();
  }

  @Override
  public void dumpSipSessions() {}

  @Override
  public void dumpSipApplicationSessions() {}

  @Override
  public void updateStats() {}

  @Override
  public Object findSession(String id) {
    return null;
  }

  @Override
  public int getMaxActiveSipSessions() {
    return store.getMaxActiveSipSessions();
  }

  @Override
  public void setMaxActiveSipSessions(int max) {
    store.setMaxActiveSipSessions(max);
  }

  @Override
  public int getMaxActiveSipApplicationSessions() {
    return store.getMaxActiveSipApplicationSessions();
  }

  @Override
  public void setMaxActiveSipApplicationSessions(int max) {
    store.setMaxActiveSipApplicationSessions(max);
  }

  @Override
  public int getRejectedSipSessions() {
    return store.getRejectedSipSessions();
  }

  @Override
  public void setRejectedSipSessions(int count) {
    store.setRejectedSipSessions(count);
  }

  @Override
  public int getRejectedSipApplicationSessions() {
    return store.getRejectedSipApplicationSessions();
  }

  @Override
  public void setRejectedSipApplicationSessions(int count) {
    store.setRejectedSipApplicationSessions(count);
  }

  @Override
  public void setSipSessionCounter(int count) {
    store.setSipSessionCounter(count);
  }

  @Override
  public int getSipSessionMaxAliveTime() {
    return store.getSipSessionMaxAliveTime();
  }

  @Override
  public void setSipSessionMaxAliveTime(int seconds) {
    store.setSipSessionMaxAliveTime(seconds);
  }

  @Override
  public int getSipSessionAverageAliveTime() {
    return store.getSipSessionAverageAliveTime();
  }

  @Override
  public void setSipSessionAverageAliveTime(int seconds) {
    store.setSipSessionAverageAliveTime(seconds);
  }

  @Override
  public void setSipApplicationSessionCounter(int count) {
    store.setSipApplicationSessionCounter(count);
  }

  @Override
  public int getSipApplicationSessionMaxAliveTime() {
    return store.getSipApplicationSessionMaxAliveTime();
  }

  @Override
  public void setSipApplicationSessionMaxAliveTime(int seconds) {
    store.setSipApplicationSessionMaxAliveTime(seconds);
  }

  @Override
  public int getSipApplicationSessionAverageAliveTime() {
    return store.getSipApplicationSessionAverageAliveTime();
  }

  @Override
  public void setSipApplicationSessionAverageAliveTime(int seconds) {
    store.setSipApplicationSessionAverageAliveTime(seconds);
  }

  @Override
  public int getExpiredSipSessions() {
    return store.getExpiredSipSessions();
  }

  @Override
  public void setExpiredSipSessions(int count) {
    store.setExpiredSipSessions(count);
  }

  @Override
  public int getExpiredSipApplicationSessions() {
    return store.getExpiredSipApplicationSessions();
  }

  @Override
  public void setExpiredSipApplicationSessions(int count) {
    store.setExpiredSipApplicationSessions(count);
  }

  @Override
  public double getNumberOfSipApplicationSessionCreationPerSecond() {
    return 0;
  }

  @Override
  public double getNumberOfSipSessionCreationPerSecond() {
    return 0;
  }
}
