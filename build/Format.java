import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** {@code check}: fails and names the files that are not formatted. {@code write}: formats them. */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args.length > 0 && args[0].equals("write");
    var formatter = new Formatter(JavaFormatterOptions.builder().build());
    var wrong = new ArrayList<Path>();
    try (var files = Files.walk(Path.of("."))) {
      for (var file :
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> !f.toString().contains("/target/"))
              .filter(f -> !f.toString().contains("/node_modules/"))
              .sorted()
              .toList()) {
        var text = Files.readString(file);
        var formatted =
            formatter.formatSource(
                ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(text),
                    JavaFormatterOptions.Style.GOOGLE));
        if (formatted.equals(text)) continue;
        wrong.add(file);
        if (write) Files.writeString(file, formatted);
      }
    }
    wrong.forEach(f -> System.out.println((write ? "formatted " : "not formatted: ") + f));
    if (!write && !wrong.isEmpty()) {
      System.out.println(wrong.size() + " files: run `make format`");
      System.exit(1);
    }
  }
}
