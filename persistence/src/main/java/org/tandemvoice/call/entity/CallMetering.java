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

  @Column(name = "spoken", nullable = false)
  private int spoken;

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

  /**
   * Something is spoken that is to be paid when the call ends.
   *
   * @param price what has been set apart for it; nothing if what was before suffices
   */
  public void speak(int characters, BigDecimal price) {
    spoken += characters;
    owed = owed.add(price);
  }

  /** How many characters have been spoken that are to be paid. */
  public int spoken() {
    return spoken;
  }

  /** What is set apart, and to be paid, besides its duration. */
  public BigDecimal owed() {
    return owed;
  }
}
