package org.tandemvoice.sip.connector.mobicents;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.Optional;
import org.tandemvoice.sip.connector.RawMessage;
import org.tandemvoice.sip.connector.mobicents.OrderedQueue.Place;

/**
 * Receives datagrams for the stack's UDP threads. Unlike the stack's own receiver it keeps no more
 * of a packet than was sent, and only so many packets: the rest is dropped, as the network would
 * do, and sent again by those who still want an answer. Messages of one Call-ID are handled one
 * after the other, as they came: a final response does not overtake the ringing before it. Those of
 * dialogs and transactions that are there come before those that begin one.
 */
final class UdpProcessor extends UDPMessageProcessor {

  private static final System.Logger LOG = System.getLogger(SilentStackLogger.LOGGER);
  private static final int MOST_WAITING = 4096;
  private static final int LARGEST_PACKET = 65535;
  private static final Place NOWHERE = new Place(Optional.empty(), true);

  private final WatchedStack watched;

  UdpProcessor(InetAddress address, SIPTransactionStack stack, int port) throws IOException {
    super(address, stack, port);
    this.watched = (WatchedStack) stack;
    OrderedQueue<DatagramQueuedMessageDispatch> queue = new OrderedQueue<>(UdpProcessor::place);
    messageQueue = queue;
    watched.datagramsWaitIn(queue);
    StackFields.listensOnUdp(stack);
  }

  @Override
  public void run() {
    LinkedList<UDPMessageChannel> threads = new LinkedList<>();
    for (int i = 0; i < watched.threads(); i++) {
      threads.add(new Channel(watched, this, "sip-udp-" + i));
    }
    messageChannels = threads;
    byte[] buffer = new byte[LARGEST_PACKET];
    while (isRunning) {
      try {
        receive(buffer);
      } catch (IOException | RuntimeException e) {
        if (isRunning) {
          // The outermost loop: one packet that cannot be received must not end all others.
          LOG.log(System.Logger.Level.WARNING, "SIP datagram not received", e);
        }
      }
    }
  }

  private void receive(byte[] buffer) throws IOException {
    DatagramPacket received = new DatagramPacket(buffer, buffer.length);
    sock.receive(received);
    int length = received.getLength();
    if (length > watched.getMaxMessageSize() || messageQueue.size() >= MOST_WAITING) {
      watched.packetDropped();
      return;
    }
    byte[] message = Arrays.copyOf(buffer, length);
    messageQueue.offer(
        new DatagramQueuedMessageDispatch(
            new DatagramPacket(message, length, received.getSocketAddress()),
            watched.clock().millis()));
  }

  private static Place place(DatagramQueuedMessageDispatch received) {
    return RawMessage.read(received.packet.getData())
        .map(message -> new Place(message.first("call-id"), message.isBeginning()))
        .orElse(NOWHERE);
  }

  @Override
  public MessageChannel createMessageChannel(HostPort target) throws UnknownHostException {
    return new Channel(target.getInetAddress(), target.getPort(), watched, this);
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress host, int port) {
    return new Channel(host, port, watched, this);
  }

  private static final class Channel extends UDPMessageChannel {

    Channel(SIPTransactionStack stack, UDPMessageProcessor processor, String name) {
      super(stack, processor, name);
    }

    Channel(InetAddress host, int port, SIPTransactionStack stack, UDPMessageProcessor processor) {
      super(host, port, stack, processor);
    }

    /** The stack logs what it has sent, by when the answer to it may be here already. */
    @Override
    public void sendMessage(SIPMessage message) throws IOException {
      MessageLog log = (MessageLog) ((SipStackImpl) sipStack).getServerLogger();
      log.sending();
      try {
        super.sendMessage(message);
      } finally {
        log.sent();
      }
    }
  }
}
