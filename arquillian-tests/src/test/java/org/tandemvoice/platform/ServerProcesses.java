package org.tandemvoice.platform;

import java.util.Arrays;

/** Finds the Java process of a server among the children of another process. */
final class ServerProcesses {

  private ServerProcesses() {}

  /** The server below {@code parent} that has {@code mark} in its command line. */
  static ProcessHandle below(ProcessHandle parent, String mark) {
    return parent
        .descendants()
        .filter(process -> isServer(process, mark))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no server process with " + mark));
  }

  private static boolean isServer(ProcessHandle process, String mark) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return Arrays.stream(arguments).anyMatch(argument -> argument.endsWith("jboss-modules.jar"))
        && Arrays.stream(arguments).anyMatch(argument -> argument.contains(mark));
  }
}
