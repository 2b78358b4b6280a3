package org.tandemvoice.outbox.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventNamesTest {

  private static final UUID ROW = UUID.fromString("019aa000-0000-7000-8000-000000000001");

  @Test
  void publishesBothNamesOfAPair() {
    assertThat(EventNames.published("call_hungup"))
        .containsExactly("call_hungup", "call_hangup", "call_updated");
    assertThat(EventNames.published("call_answered")).contains("call_progressing");
    assertThat(EventNames.published("call_created")).containsExactly("call_created");
  }

  @Test
  void tellsUnderTheNameThatWasAskedFor() {
    assertThat(EventNames.wanted("call_hungup", Set.of("call_hangup")))
        .containsExactly("call_hangup");
    assertThat(EventNames.wanted("call_recording_started", Set.of("call_recording")))
        .containsExactly("call_recording");
    assertThat(EventNames.wanted("call_hungup", Set.of("call_created"))).isEmpty();
    assertThat(EventNames.wanted("call_created", Set.of())).containsExactly("call_created");
  }

  @Test
  void givesEachNameAnIdOfItsOwnThatLeadsBackToTheRow() {
    List<UUID> ids =
        EventNames.published("call_hungup").stream()
            .map(name -> EventNames.id(ROW, "call_hungup", name))
            .toList();

    assertThat(ids).doesNotHaveDuplicates().first().isEqualTo(ROW);
    assertThat(ids).allSatisfy(id -> assertThat(EventNames.rows(id)).contains(ROW));
    assertThat(ids).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
  }
}
