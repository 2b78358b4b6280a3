package org.tandemvoice.call.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;

/** What a call costs, as far as the call must know it: most cost nothing, and nobody asks. */
@Embeddable
public class CallMetering implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "metered", nullable = false)
  private boolean metered;

  @Column(name = "talks", nullable = false)
  private int talks;

  @Column(name = "owed", nullable = false)
  private BigDecimal owed = BigDecimal.ZERO.setScale(6);

  protected CallMetering() {}

  static CallMetering none() {
    return new CallMetering();
  }

  /** There is a price on its duration. */
  public void begin() {
    metered = true;
  }

  public boolean isOn() {
    return metered;
  }

  /** Something was spoken that is to be paid when the call ends. */
  public void oweTalk(BigDecimal amount) {
    talks++;
    owed = owed.add(amount);
  }

  /** How often something was spoken that is to be paid. */
  public int talks() {
    return talks;
  }

  /** What is to be paid besides its duration. */
  public BigDecimal owed() {
    return owed;
  }
}
