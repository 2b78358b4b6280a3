package org.tandemvoice.fraud.control;

import java.math.BigDecimal;
import java.time.Instant;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * What a customer has called into the telephone network so far, as whoever keeps its books knows.
 */
public interface Spending {

  /** Calls that are not over. */
  long openCalls(CustomerId customer);

  /** Calls that began after this time, over or not. */
  long begunSince(CustomerId customer, Instant time);

  /** What was charged after this time, what is only set apart left out. */
  BigDecimal spentSince(CustomerId customer, Instant time);
}
