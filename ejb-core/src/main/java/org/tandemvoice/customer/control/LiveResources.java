package org.tandemvoice.customer.control;

/**
 * How a query for resources begins that finds neither deleted ones nor those of a deleted customer.
 */
public final class LiveResources {

  private LiveResources() {}

  /**
   * JPQL, with the resource as {@code e}; further conditions are to be put behind it. It joins, for
   * with a subquery in it EclipseLink writes every parameter into the text, and no two calls would
   * be the same statement to the database.
   */
  public static String select(String entity) {
    return "select e from "
        + entity
        + " e, Customer c where e.tmDelete is null and c.id = e.customerId and c.tmDelete is null";
  }
}
