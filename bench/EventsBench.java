import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
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
  private static final String END = "{\"type\":\"call_hungup\"";
  private static final int PATIENCE_SECONDS = 120;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Long> sinkUs = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> socketUs = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger accepted = new AtomicInteger();
  private final Semaphore answered = new Semaphore(0);
  private final Semaphore toldToSink = new Semaphore(0);
  private final String base;
  private final String key;
  private volatile Mark mark = new Mark("", 0);
  private int marks;
  private String webhook = "";

  /** A call that everybody is waited for to hear the end of: the stream has one order. */
  private record Mark(String source, CountDownLatch unheard) {

    Mark(String source, int subscribers) {
      this("\"" + source + "\"", new CountDownLatch(subscribers));
    }
  }

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
    bench.awaitSubscriptions(subscribers);
    bench.call(rate, rate * seconds);
    bench.awaitArrival(subscribers);
    System.out.printf(
        "| %d | %d | %s | %d | %s | %d | %d |%n",
        rate, bench.sinkUs.size(), spread(bench.sinkUs), subscribers,
        spread(bench.socketUs), bench.socketUs.size(), rate * seconds - bench.accepted.get());
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
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
          if (body.startsWith(END)) {
            toldToSink.release();
          }
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

  /** A subscription is not confirmed: marks are set until everybody has heard the same one. */
  private void awaitSubscriptions(int subscribers) throws Exception {
    boolean isHeard = subscribers == 0;
    for (int tries = 0; !isHeard && tries < PATIENCE_SECONDS; tries++) {
      setMark(subscribers);
      isHeard = mark.unheard().await(1, TimeUnit.SECONDS);
    }
    if (!isHeard) {
      throw new IllegalStateException(mark.unheard().getCount() + " subscribers hear nothing");
    }
    sinkUs.clear();
    socketUs.clear();
    toldToSink.drainPermits();
  }

  private void setMark(int subscribers) throws Exception {
    mark = new Mark("mark-" + ++marks, subscribers);
    post("/v1.0/calls", body("mark-" + marks));
  }

  private void call(int rate, int count) throws Exception {
    var timer = Executors.newSingleThreadScheduledExecutor();
    AtomicInteger sent = new AtomicInteger();
    String body = body("b");
    timer.scheduleAtFixedRate(
        () -> {
          if (sent.getAndIncrement() < count) {
            send(body);
          }
        },
        0,
        1_000_000 / rate,
        TimeUnit.MICROSECONDS);
    if (!answered.tryAcquire(count, PATIENCE_SECONDS + count / rate, TimeUnit.SECONDS)) {
      throw new IllegalStateException("only " + answered.availablePermits() + " calls were answered");
    }
    timer.shutdownNow();
  }

  /** All that was ordered has been told: to the sink its ends, to subscribers a last mark. */
  private void awaitArrival(int subscribers) throws Exception {
    if (!webhook.isEmpty()
        && !toldToSink.tryAcquire(accepted.get(), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the sink has not been told of " + accepted.get() + " ends");
    }
    if (subscribers > 0) {
      setMark(subscribers);
      if (!mark.unheard().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(mark.unheard().getCount() + " subscribers have lost track");
      }
    }
  }

  private static String body(String source) {
    return "{\"source\":{\"type\":\"extension\",\"target\":\""
        + source
        + "\"},\"destinations\":[{\"type\":\"extension\",\"target\":\"9001\"}],"
        + "\"actions\":[{\"type\":\"answer\"}]}";
  }

  private void send(String body) {
    http.sendAsync(request("/v1.0/calls", body), BodyHandlers.discarding())
        .whenComplete(
            (answer, failure) -> {
              if (failure == null && answer.statusCode() == 200) {
                accepted.incrementAndGet();
              }
              answered.release();
            });
  }

  private String post(String path, String body) throws Exception {
    HttpResponse<String> answer = http.send(request(path, body), BodyHandlers.ofString());
    return answer.body();
  }

  private HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path + "?accesskey=" + key))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String spread(List<Long> us) {
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
        Mark waited = mark;
        if (part.indexOf(END) == 0 && part.indexOf(waited.source()) > 0) {
          waited.unheard().countDown();
        }
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
