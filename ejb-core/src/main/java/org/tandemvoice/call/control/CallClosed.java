package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.Call;

/**
 * A call is over and all has been done because of it: the last that is told of it, inside the
 * transaction that ends it.
 */
public record CallClosed(Call call) {}
