package org.tandemvoice.peer.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Kamailio as a registrar that keeps its users in memory and calls them where they are. */
public final class Kamailio implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String MODULES = "kamailio/modules";

  private final Path folder;
  private final int port;
  private final PeerProcess process;

  private Kamailio(Path folder, int port, PeerProcess process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts it on a free port of 127.0.0.1; all its users have this password. */
  public static Kamailio start(Path folder, String password) {
    return start(folder, PeerProcess.freePort(), password);
  }

  private static Kamailio start(Path folder, int port, String password) {
    Path configuration = folder.resolve("kamailio.cfg");
    try {
      Files.createDirectories(folder);
      Files.writeString(configuration, text(port, password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PeerProcess process =
        PeerProcess.start(
            folder,
            List.of(
                "kamailio",
                "-DD",
                "-E",
                "-m",
                "32",
                "-M",
                "4",
                "-f",
                configuration.toString(),
                "-Y",
                folder.toString(),
                "-w",
                folder.toString(),
                "-P",
                folder.resolve("pid").toString()));
    process.awaitOutput("Tandem tests: ready", PATIENCE);
    return new Kamailio(folder, port, process);
  }

  private static String text(int port, String password) {
    return """
        debug=1
        log_stderror=yes
        fork=yes
        children=2
        tcp_children=1
        disable_tcp=yes
        auto_aliases=no
        listen=udp:127.0.0.1:%d
        mpath="%s"
        loadmodule "tm.so"
        loadmodule "sl.so"
        loadmodule "rr.so"
        loadmodule "pv.so"
        loadmodule "xlog.so"
        loadmodule "textops.so"
        loadmodule "siputils.so"
        loadmodule "usrloc.so"
        loadmodule "registrar.so"
        loadmodule "auth.so"
        modparam("usrloc", "db_mode", 0)
        modparam("registrar", "min_expires", 1)
        modparam("registrar", "max_expires", 4)
        event_route[core:worker-one-init] {
          xlog("L_ALERT", "Tandem tests: ready\\n");
        }
        request_route {
          if (is_method("REGISTER")) {
            if (!pv_www_authenticate("$td", "%s", "0")) {
              www_challenge("$td", "1");
              exit;
            }
            save("location");
            exit;
          }
          if (has_totag()) {
            loose_route();
            t_relay();
            exit;
          }
          if (is_method("CANCEL")) {
            if (t_check_trans()) {
              t_relay();
            }
            exit;
          }
          record_route();
          if (!lookup("location")) {
            sl_send_reply("404", "Not registered");
            exit;
          }
          t_relay();
        }
        """
        .formatted(port, modules(), password);
  }

  /** Debian keeps them below the folder of the machine's architecture. */
  private static Path modules() {
    try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
      return Stream.concat(folders, Stream.of(Path.of("/usr/lib"), Path.of("/usr/lib64")))
          .map(folder -> folder.resolve(MODULES))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(() -> new AssertionError("kamailio without " + MODULES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Starts it again on the same port; it has forgotten who was registered. */
  public Kamailio again(String password) {
    return start(folder, port, password);
  }

  public String log() {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
  }
}
