package org.tandemvoice.direct.control;

import java.util.Optional;
import org.tandemvoice.direct.entity.DirectHash;

/**
 * One kind of resource that has direct hashes; one file each. {@link DirectHashes} finds them by
 * CDI: adding one edits no other file. That a call can reach it as well is the matter of a kind
 * that can be dialled as {@code <type>:<id>}.
 */
public interface DirectKind {

  /** The live resource with this hash; empty if none of this kind has it (any more). */
  Optional<DirectResource> find(DirectHash hash);
}
