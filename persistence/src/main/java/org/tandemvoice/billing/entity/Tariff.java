package org.tandemvoice.billing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What something costs: a price for the first increment, begun or whole, and one for each that
 * follows. The increments are of seconds, or of characters that are spoken. Decimal, never binary
 * fractions.
 */
@Embeddable
public class Tariff implements Serializable {

  /** As precise as the database keeps money: millionths (contract section 16). */
  public static final int SCALE = 6;

  public static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(SCALE);

  /** Of what nobody has set a price for. */
  public static final Tariff FREE = new Tariff(NOTHING, 60, NOTHING, 60);

  private static final long serialVersionUID = 1L;

  @Column(name = "first_price", nullable = false)
  private BigDecimal firstPrice;

  @Column(name = "first_increment", nullable = false)
  private int firstIncrement;

  @Column(name = "next_price", nullable = false)
  private BigDecimal nextPrice;

  @Column(name = "next_increment", nullable = false)
  private int nextIncrement;

  protected Tariff() {}

  public Tariff(
      BigDecimal firstPrice, int firstIncrement, BigDecimal nextPrice, int nextIncrement) {
    this.firstPrice = firstPrice.setScale(SCALE, RoundingMode.UP);
    this.firstIncrement = firstIncrement;
    this.nextPrice = nextPrice.setScale(SCALE, RoundingMode.UP);
    this.nextIncrement = nextIncrement;
  }

  public boolean isFree() {
    return firstPrice.signum() == 0 && nextPrice.signum() == 0;
  }

  /** What so much use costs. No use costs nothing. */
  public BigDecimal cost(long units) {
    return units <= 0
        ? NOTHING
        : firstPrice.add(nextPrice.multiply(BigDecimal.valueOf(increments(units) - 1)));
  }

  /** How many increments so much use has begun, the first included. */
  public long increments(long units) {
    return units <= 0
        ? 0
        : 1 + (Math.max(0, units - firstIncrement) + nextIncrement - 1) / nextIncrement;
  }

  /** How many of the increments that follow this money buys, and no more than the most wanted. */
  public long affordable(BigDecimal money, long most) {
    if (nextPrice.signum() == 0) {
      return most;
    }
    BigDecimal whole = money.max(NOTHING).divideToIntegralValue(nextPrice);
    return whole.compareTo(BigDecimal.valueOf(most)) < 0 ? whole.longValueExact() : most;
  }

  /** What so many of the increments that follow cost. */
  public BigDecimal next(long increments) {
    return nextPrice.multiply(BigDecimal.valueOf(increments));
  }

  public BigDecimal firstPrice() {
    return firstPrice;
  }

  public int firstIncrement() {
    return firstIncrement;
  }

  public BigDecimal nextPrice() {
    return nextPrice;
  }

  public int nextIncrement() {
    return nextIncrement;
  }
}
