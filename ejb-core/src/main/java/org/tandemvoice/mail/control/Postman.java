package org.tandemvoice.mail.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.storage.control.DataDirectory;

/**
 * Sends mails after the commit. What no mail server takes is written to a file in {@link #FOLDER}
 * of the data directory, which the log names, so that the operator can hand it on.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/Mail", maxAsync = 2)
public class Postman {

  /** Its files can be read by the user of the server only. */
  public static final String FOLDER = "mail";

  private static final Logger LOG = System.getLogger(Postman.class.getName());

  @Resource(lookup = "java:app/concurrent/Mail", type = ManagedExecutorService.class)
  private Executor executor;

  @Inject private MailServer server;
  @Inject private DataDirectory directory;
  @Inject private TimeOrderedIds ids;

  void ordered(@Observes(during = TransactionPhase.AFTER_SUCCESS) Mail mail) {
    executor.execute(() -> deliver(mail));
  }

  private void deliver(Mail mail) {
    try {
      if (server.isThere()) {
        server.send(mail);
        LOG.log(Level.INFO, "{0} is sent", mail);
        return;
      }
      keep(mail);
    } catch (MessagingException refused) {
      LOG.log(Level.WARNING, "the mail server has not taken {0}: {1}", mail, refused.getMessage());
      keep(mail);
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> mail + " is lost", failure);
    }
  }

  private void keep(Mail mail) {
    String name = FOLDER + "/" + ids.next() + ".txt";
    String content = "To: " + mail.to() + "\nSubject: " + mail.subject() + "\n\n" + mail.text();
    directory.writeSecret(name, content.getBytes(StandardCharsets.UTF_8));
    LOG.log(Level.INFO, "{0} waits to be handed on in {1}", mail, directory.path().resolve(name));
  }
}
