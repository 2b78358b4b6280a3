package org.tandemvoice.customer.control;

import org.tandemvoice.customer.entity.CustomerStatus;

/**
 * Why a customer may not do all that customers may.
 *
 * @param isLeaving whether it is frozen because it wants to be deleted
 */
record Standing(CustomerStatus status, boolean isLeaving) {}
