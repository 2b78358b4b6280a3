package org.tandemvoice.paging.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewestFirstTest {

  private static final Instant TIME = Instant.parse("2026-02-21T10:00:00.000001Z");

  @Test
  void endsAnEmptyListWithoutAToken() {
    Page<PagePosition> page = NewestFirst.cut(List.of(), 10, item -> item);

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  void givesAShortPageATokenToo() {
    Page<PagePosition> page = NewestFirst.cut(List.of(item(TIME, 1)), 10, item -> item);

    assertThat(page.next()).hasValue(new PagePosition(TIME, Optional.empty()));
  }

  @Test
  void namesTheTimeAloneWhereTheNextItemIsOlder() {
    var found = List.of(item(TIME, 2), item(TIME.minusSeconds(1), 1));

    Page<PagePosition> page = NewestFirst.cut(found, 1, item -> item);

    assertThat(page.items()).hasSize(1);
    assertThat(page.next()).hasValue(new PagePosition(TIME, Optional.empty()));
  }

  @Test
  void namesTheIdWhereTheNextItemIsOfTheSameTime() {
    var found = List.of(item(TIME, 2), item(TIME, 1));

    Page<PagePosition> page = NewestFirst.cut(found, 1, item -> item);

    assertThat(page.next()).hasValue(item(TIME, 2));
  }

  private static PagePosition item(Instant time, long id) {
    return new PagePosition(time, Optional.of(new UUID(0, id)));
  }
}
