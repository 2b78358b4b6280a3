package org.tandemvoice.sip.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.resource.spi.InvalidPropertyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SipActivationSpecTest {

  private final SipActivationSpec spec = new SipActivationSpec();

  @BeforeEach
  void complete() {
    spec.setApplicationName("tandem");
    spec.setServlets("first=java.lang.String, second=java.lang.Integer");
    spec.setMainServlet("second");
  }

  @Test
  void classesAreLoadedInTheirOrder() throws ClassNotFoundException {
    spec.setListeners("java.lang.Long");

    SipDescriptor application = spec.describe(getClass().getClassLoader());

    assertThat(application.servlets())
        .containsExactly(
            java.util.Map.entry("first", String.class),
            java.util.Map.entry("second", Integer.class));
    assertThat(application.mainServlet()).isEqualTo("second");
    assertThat(application.listeners()).containsExactly(Long.class);
  }

  @Test
  void completeSpecIsValid() {
    assertThatCode(spec::validate).doesNotThrowAnyException();
  }

  @Test
  void onlyServletIsTheMainOne() throws ClassNotFoundException {
    spec.setServlets("only=java.lang.String");
    spec.setMainServlet("");

    assertThat(spec.describe(getClass().getClassLoader()).mainServlet()).isEqualTo("only");
  }

  @Test
  void mainServletThatIsNoneIsRefused() {
    spec.setMainServlet("third");

    assertThatExceptionOfType(InvalidPropertyException.class)
        .isThrownBy(spec::validate)
        .withMessageContaining("third");
  }

  @Test
  void nameThatIsNoWordIsRefused() {
    spec.setApplicationName("two words");

    assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(spec::validate);
  }
}
