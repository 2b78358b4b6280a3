import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places calls to a phone that is not registered, each of which is created and ends at once, and
 * measures the time from each event to its arrival: at a webhook, and at many WebSocket subscribers.
 * Arguments: base URL, access key, customer id, calls a second, seconds, subscribers, webhook or none.
 */
public final class EventsBench {

  private static final Pattern TIME = Pattern.compile("\"timestamp\":\"([^\"]+)\"\\}$");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Long> sinkUs = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> socketUs = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger refused = new AtomicInteger();
  private final String base;
  private final String key;
  private String webhook = "";

  private EventsBench(String base, String key) {
    this.base = base;
    this.key = key;
  }

  public static void main(String[] args) throws Exception {
    int rate = Integer.parseInt(args[3]);
    int seconds = Integer.parseInt(args[4]);
    int subscribers = Integer.parseInt(args[5]);
    EventsBench bench = new EventsBench(args[0], args[1]);
    if (args[6].equals("webhook")) {
      bench.openSink();
    }
    bench.post("/v1.0/extensions", "{\"name\":\"b\",\"detail\":\"\",\"extension\":\"9001\",\"password\":\"b\"}");
    List<WebSocket> sockets = bench.connect(args[2], subscribers);
    Thread.sleep(1_000);
    bench.call(rate, seconds);
    Thread.sleep(5_000);
    System.out.printf(
        "| %d | %d | %s | %d | %s | %d | %d |%n",
        rate, bench.sinkUs.size(), bench.spread(bench.sinkUs), subscribers,
        bench.spread(bench.socketUs), bench.socketUs.size(), bench.refused.get());
    sockets.forEach(WebSocket::abort);
    bench.forgetSink();
    System.exit(0);
  }

  /** A sink that is gone must not be tried in the next run. */
  private void forgetSink() throws Exception {
    Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(webhook);
    if (id.find()) {
      HttpRequest delete =
          HttpRequest.newBuilder(
                  URI.create(base + "/v1.0/webhooks/" + id.group(1) + "?accesskey=" + key))
              .DELETE()
              .build();
      http.send(delete, BodyHandlers.discarding());
    }
  }

  private void openSink() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          Instant sent = Instant.parse(exchange.getRequestHeaders().getFirst("X-VoIPBIN-Event-Time"));
          sinkUs.add(Duration.between(sent, Instant.now()).toNanos() / 1_000);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    webhook = post("/v1.0/webhooks", "{\"url\":\"http://127.0.0.1:" + server.getAddress().getPort() + "/\"}");
  }

  private List<WebSocket> connect(String customer, int count) {
    URI uri = URI.create(base.replaceFirst("http", "ws") + "/v1.0/ws?accesskey=" + key);
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      WebSocket socket = http.newWebSocketBuilder().buildAsync(uri, new Listener()).join();
      socket
          .sendText(
              "{\"type\":\"subscribe\",\"topics\":[\"customer_id:" + customer + ":call:*\"]}", true)
          .join();
      sockets.add(socket);
    }
    return sockets;
  }

  private void call(int rate, int seconds) throws Exception {
    var timer = Executors.newScheduledThreadPool(1);
    String body =
        "{\"source\":{\"type\":\"extension\",\"target\":\"b\"},\"destinations\":[{\"type\":\"extension\","
            + "\"target\":\"9001\"}],\"actions\":[{\"type\":\"answer\"}]}";
    timer.scheduleAtFixedRate(() -> send(body), 0, 1_000_000 / rate, TimeUnit.MICROSECONDS);
    Thread.sleep(seconds * 1_000L);
    timer.shutdownNow();
  }

  private void send(String body) {
    http.sendAsync(request("/v1.0/calls", body), BodyHandlers.discarding())
        .whenComplete(
            (answer, failure) -> {
              if (failure != null || answer.statusCode() != 200) {
                refused.incrementAndGet();
              }
            });
  }

  private String post(String path, String body) throws Exception {
    return http.send(request(path, body), BodyHandlers.ofString()).body();
  }

  private HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path + "?accesskey=" + key))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private String spread(List<Long> us) {
    List<Long> sorted = new ArrayList<>(us);
    Collections.sort(sorted);
    if (sorted.isEmpty()) {
      return "- | -";
    }
    return String.format(
        "%.1f | %.1f",
        sorted.get(sorted.size() / 2) / 1_000.0, sorted.get(sorted.size() * 99 / 100) / 1_000.0);
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder part = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        Matcher time = TIME.matcher(part);
        if (time.find()) {
          socketUs.add(
              Duration.between(Instant.parse(time.group(1)), Instant.now()).toNanos() / 1_000);
        }
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
