package org.tandemvoice.media.engine.session;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.tandemvoice.media.engine.pace.NanoClock;

/**
 * What the engine is lent by whoever runs it.
 *
 * @param loops runs each given loop on a thread of its own, until it returns after {@link
 *     MediaEngine#stop}
 * @param workers runs short work such as speaking and fetching; may take seconds
 * @param clock wall clock, for RTCP
 * @param nanos monotonic clock, for pacing
 */
public record EngineRuntime(Executor loops, Executor workers, Clock clock, NanoClock nanos) {}
