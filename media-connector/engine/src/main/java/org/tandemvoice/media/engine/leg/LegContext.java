package org.tandemvoice.media.engine.leg;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.transport.LegPorts;

/** What a leg needs of the engine around it. */
public interface LegContext {

  Clock clock();

  NanoClock nanos();

  RandomGenerator random();

  /** RTP silence after which an event is sent; zero for never. */
  Duration silence();

  /** Gives a new room a place on a wheel. */
  void place(Room room);

  /** Takes the ports of a closed leg back. */
  void release(LegPorts ports);
}
