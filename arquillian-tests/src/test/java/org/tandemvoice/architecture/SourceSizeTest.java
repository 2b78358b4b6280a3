package org.tandemvoice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Files, methods and parameter lists that a reader can hold in the head; measured on the parsed
 * sources.
 */
class SourceSizeTest {

  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 60;
  private static final int PARAMETERS = 7;

  private static final List<String> findings = new ArrayList<>();
  private static int methods;

  @BeforeAll
  static void measureEverySource() throws IOException {
    List<Path> sources =
        Stream.concat(Layer.sourceFolders(), Stream.of(Path.of("src/test/java")))
            .flatMap(SourceSizeTest::javaFiles)
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        measure(unit, positions);
      }
    }
  }

  @Test
  void filesMethodsAndParameterListsAreShort() {
    assertThat(findings).isEmpty();
  }

  @Test
  void enoughMethodsWereMeasured() {
    assertThat(methods).isGreaterThan(500);
  }

  private static void measure(CompilationUnitTree unit, SourcePositions positions) {
    String file = unit.getSourceFile().getName();
    LineMap lines = unit.getLineMap();
    long fileLines = lines.getLineNumber(positions.getEndPosition(unit, unit));
    if (fileLines > FILE_LINES) {
      findings.add(file + " has " + fileLines + " lines");
    }
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        long start = positions.getStartPosition(unit, method);
        long end = positions.getEndPosition(unit, method);
        if (start >= 0 && end >= 0) {
          methods++;
          check(
              file + " " + method.getName(),
              lines.getLineNumber(end) - lines.getLineNumber(start) + 1,
              method);
        }
        return super.visitMethod(method, unused);
      }
    }.scan(unit, null);
  }

  private static void check(String name, long lines, MethodTree method) {
    if (lines > METHOD_LINES) {
      findings.add(name + " has " + lines + " lines");
    }
    if (method.getReturnType() != null && method.getParameters().size() > PARAMETERS) {
      findings.add(name + " has " + method.getParameters().size() + " parameters");
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
