package org.tandemvoice.groupcall.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.json.control.JsonFields;

/** Puts the destinations of an earlier groupcall where an address names it by its id. */
@ApplicationScoped
public class GroupTemplates {

  private Groupcalls groupcalls;

  protected GroupTemplates() {}

  @Inject
  public GroupTemplates(Groupcalls groupcalls) {
    this.groupcalls = groupcalls;
  }

  /**
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the entry
   */
  public List<GroupDestination> expand(
      CustomerId customer, List<GroupDestination> given, String field) {
    List<GroupDestination> expanded = all(customer, given, field);
    int size = expanded.stream().mapToInt(GroupDestination::size).sum();
    if (size > GroupDestinationReader.MOST) {
      throw PlatformException.invalid(
          field,
          "has " + size + " addresses: give at most " + GroupDestinationReader.MOST + " in all");
    }
    return expanded;
  }

  private List<GroupDestination> all(
      CustomerId customer, List<GroupDestination> given, String field) {
    GroupDestination[] expanded = new GroupDestination[given.size()];
    for (int i = 0; i < expanded.length; i++) {
      expanded[i] = one(customer, given.get(i), field + "[" + i + "]");
    }
    return List.of(expanded);
  }

  private GroupDestination one(CustomerId customer, GroupDestination given, String field) {
    if (!given.isNested()) {
      return given;
    }
    if (!given.members().isEmpty()) {
      return given.of(all(customer, given.members(), field + ".destinations"), given.order());
    }
    String target = given.address().target();
    Groupcall earlier =
        JsonFields.uuidOf(target)
            .flatMap(id -> groupcalls.find(customer, id))
            .orElseThrow(
                () ->
                    PlatformException.invalid(
                        field + ".target", "is \"" + target + "\": there is no such groupcall"));
    return given.of(earlier.destinations(), earlier.order());
  }
}
