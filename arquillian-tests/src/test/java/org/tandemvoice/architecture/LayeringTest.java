package org.tandemvoice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may know whom. */
@AnalyzeClasses(locations = ReactorClasses.class)
class LayeringTest {

  private static final String[] SIP = {
    "javax.servlet.sip..", "javax.sip..", "gov.nist..", "org.mobicents..", "org.tandemvoice.sip.."
  };

  @ArchTest
  static final ArchRule modulesPointDown =
      classes().should(lookOnlyDown()).because("a module is a layer and arrows go one way");

  @ArchTest
  static final ArchRule coreKnowsNoSipAndNoRtp =
      noClasses()
          .that(in(Layer.EJB_CORE, Layer.PERSISTENCE))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SIP)
          .orShould()
          .dependOnClassesThat(in(Layer.MEDIA_ENGINE, Layer.MEDIA_RAR))
          .because("SIP is the port LegSignaling and media is the media API");

  @ArchTest
  static final ArchRule onlyTheConnectorNamesMobicents =
      noClasses()
          .that(DescribedPredicate.not(in(Layer.SIP_CONNECTOR)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mobicents..", "gov.nist..", "javax.sip..")
          .because("the SIP container shall be exchangeable");

  @ArchTest
  static final ArchRule theEngineIsPlainJava =
      noClasses()
          .that(in(Layer.MEDIA_ENGINE))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.jboss..", "org.eclipse..")
          .allowEmptyShould(true)
          .because("the engine runs and is tested without a container");

  @ArchTest
  static void featuresAreFreeOfCycles(JavaClasses all) {
    JavaClasses core = all.that(in(Layer.EJB_CORE, Layer.PERSISTENCE));

    slices().matching("org.tandemvoice.(*)..").should().beFreeOfCycles().check(core);
  }

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.tandemvoice.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noOldEnterpriseNames =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.(ejb|persistence|enterprise|inject|ws|jms|faces|resource|validation|json)\\..*"
                  + "|javax\\.servlet\\.(?!sip\\.).*"
                  + "|javax\\.transaction\\.(?!xa\\.).*"
                  + "|javax\\.annotation\\.(?!processing\\.).*")
          .because("the platform is Jakarta EE 10");

  @ArchTest
  static void packagesLiveInOneModule(JavaClasses all) {
    Map<String, Layer> homes = new HashMap<>();

    for (JavaClass javaClass : all) {
      Layer layer = Layer.of(javaClass).orElseThrow();
      Layer home = homes.putIfAbsent(javaClass.getPackageName(), layer);
      assertThat(home == null ? layer : home)
          .as("module of package %s", javaClass.getPackageName())
          .isEqualTo(layer);
    }
  }

  @ArchTest
  static void enoughClassesWereScanned(JavaClasses all) {
    Map<Layer, Integer> found = new EnumMap<>(Layer.class);

    all.forEach(javaClass -> found.merge(Layer.of(javaClass).orElseThrow(), 1, Integer::sum));

    assertThat(found).as("modules with classes").containsOnlyKeys(Layer.values());
    assertThat(all.size()).as("classes in all").isGreaterThan(250);
  }

  private static DescribedPredicate<JavaClass> in(Layer... layers) {
    return DescribedPredicate.describe(
        "in " + String.join(", ", names(layers)),
        javaClass -> Layer.of(javaClass).stream().anyMatch(List.of(layers)::contains));
  }

  private static String[] names(Layer... layers) {
    return Arrays.stream(layers).map(Layer::name).toArray(String[]::new);
  }

  private static ArchCondition<JavaClass> lookOnlyDown() {
    return new ArchCondition<>("look only down") {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        Layer own = Layer.of(javaClass).orElseThrow();
        javaClass
            .getDirectDependenciesFromSelf()
            .forEach(
                dependency ->
                    Layer.of(dependency.getTargetClass())
                        .filter(target -> !own.maySee(target))
                        .ifPresent(
                            target ->
                                events.add(
                                    SimpleConditionEvent.violated(
                                        javaClass, own + " -> " + target + ": " + dependency))));
      }
    };
  }
}
