package org.tandemvoice.outbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementListsTest {

  @Test
  void repeatsTheLastElementUpToThePowerOfTwo() {
    assertThat(StatementLists.padded(List.of(1, 2, 3, 4, 5)))
        .containsExactly(1, 2, 3, 4, 5, 5, 5, 5);
  }

  @Test
  void leavesAPowerOfTwoAsItIs() {
    assertThat(StatementLists.padded(Set.of("a"))).containsExactly("a");
    assertThat(StatementLists.padded(Collections.nCopies(512, 7))).hasSize(512);
  }

  @Test
  void leavesAnEmptyListEmpty() {
    assertThat(StatementLists.padded(List.of())).isEmpty();
  }
}
