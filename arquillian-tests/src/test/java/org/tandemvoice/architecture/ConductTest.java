package org.tandemvoice.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What a class may do, and what it may be called. */
@AnalyzeClasses(locations = ReactorClasses.class)
class ConductTest {

  private static final int MANAGER_METHODS = 10;

  private static final String ACTIONS = "org.tandemvoice.flow.control.action";

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.lang.System.currentTimeMillis",
          "java.util.Date.<init>",
          "java.util.Calendar.getInstance");

  @ArchTest
  static final ArchRule onlyRepositoriesUseTheEntityManager =
      noClasses()
          .that(DescribedPredicate.not(describe("are repositories", ConductTest::isRepository)))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.persistence.EntityManager")
          .because("reading for a customer is written once, in a plural: Calls, Extensions");

  @ArchTest
  static final ArchRule onlyControlOpensTransactions =
      noClasses()
          .that()
          .resideOutsideOfPackage("..control..")
          .should()
          .beAnnotatedWith("jakarta.ejb.Stateless")
          .orShould()
          .beAnnotatedWith("jakarta.ejb.Stateful")
          .orShould()
          .beAnnotatedWith("jakarta.ejb.Singleton")
          .orShould()
          .beAnnotatedWith("jakarta.transaction.Transactional")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.transaction.UserTransaction")
          .because("a transaction is one call of a manager");

  @ArchTest
  static final ArchRule flowActionsStandAlone =
      classes()
          .that()
          .resideOutsideOfPackage(ACTIONS)
          .should()
          .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage(ACTIONS)))
          .andShould(notLeanOnASibling())
          .because("an action is one file, found by CDI and named by nobody");

  @ArchTest
  static final ArchRule noForbiddenNames =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveNameMatching(".*[.$](Abstract\\w+|\\w*(Utils?|Helper|Dto|DTO|Constants))")
          .orShould()
          .resideInAnyPackage(
              "..util..", "..common..", "..helper..", "..dto..", "..impl..", "..misc..")
          .because("a thing without a home lacks a name");

  @ArchTest
  static final ArchRule noThreadsMadeByHand =
      noClasses()
          .that()
          .doNotHaveSimpleName("LoopThreads")
          .should()
          .callCodeUnitWhere(describe("makes a thread", ConductTest::makesAThread))
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .because(
              "threads come from the work manager and the managed executors, but for the media loops");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that()
          .doNotHaveSimpleName("SystemClock")
          .and()
          .areNotAssignableTo("jakarta.resource.spi.ResourceAdapter")
          .should()
          .callCodeUnitWhere(describe("reads the system's clock", ConductTest::readsTheSystemClock))
          .because(
              "time is injected, so that tests can move it; a resource adapter is where it is injected");

  @ArchTest
  static final ArchRule jsonIsMadeByOneProvider =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.json.Json")
          .because("it looks up a provider at each call, with buffers of its own: JsonText.JSON");

  @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule managersStaySmall =
      classes()
          .that()
          .resideInAPackage("..control..")
          .and()
          .haveSimpleNameEndingWith("Manager")
          .should(haveFewPublicMethods());

  private static boolean isRepository(JavaClass javaClass) {
    boolean plural =
        javaClass.getSimpleName().endsWith("s") || javaClass.getSimpleName().equals("Outbox");
    return plural && javaClass.getPackageName().contains(".control");
  }

  private static boolean readsTheSystemClock(JavaCall<?> call) {
    return CLOCKS.contains(nameOf(call)) && call.getTarget().getRawParameterTypes().isEmpty();
  }

  private static boolean makesAThread(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getTarget().getName();
    int parameters = call.getTarget().getRawParameterTypes().size();
    return switch (owner) {
      case "java.lang.Thread" ->
          name.equals("<init>") || name.startsWith("ofVirtual") || name.startsWith("startV");
      case "java.util.Timer", "java.util.concurrent.ForkJoinPool" -> name.equals("<init>");
      case "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor" ->
          name.equals("<init>");
      case "java.util.concurrent.Executors" -> name.startsWith("new");
      case "java.util.concurrent.CompletableFuture" ->
          parameters == 1 && (name.equals("runAsync") || name.equals("supplyAsync"));
      default -> false;
    };
  }

  private static String nameOf(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static ArchCondition<JavaClass> notLeanOnASibling() {
    return new ArchCondition<>("not lean on a sibling") {
      @Override
      public void check(JavaClass action, ConditionEvents events) {
        if (!action.getPackageName().equals(ACTIONS)) {
          return;
        }
        action.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> dependency.getTargetClass().getPackageName().equals(ACTIONS))
            .filter(dependency -> !outermost(dependency.getTargetClass()).equals(outermost(action)))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(action, dependency.toString())));
      }
    };
  }

  private static JavaClass outermost(JavaClass javaClass) {
    return javaClass.getEnclosingClass().map(ConductTest::outermost).orElse(javaClass);
  }

  private static ArchCondition<JavaClass> haveFewPublicMethods() {
    return new ArchCondition<>("have at most " + MANAGER_METHODS + " public methods") {
      @Override
      public void check(JavaClass manager, ConditionEvents events) {
        long methods =
            manager.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .count();
        if (methods > MANAGER_METHODS) {
          events.add(
              SimpleConditionEvent.violated(
                  manager, manager.getName() + " has " + methods + " public methods"));
        }
      }
    };
  }
}
