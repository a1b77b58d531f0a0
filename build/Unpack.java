import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * {@code Unpack SERVER.JAR FOLDER}: lays the one jar out for starting fast. An AOT cache wants
 * plain jars on a class path; and DuckDB would unpack its library of 70 MB into the temporary
 * folder at every start, so the library of this machine is put beside its jar, where it is looked
 * for when the jar has none.
 */
final class Unpack {
  private static final String LIBRARY = "libduckdb_java.so_";

  public static void main(String[] args) throws IOException {
    var to = Path.of(args[1]);
    var lib = Files.createDirectories(to.resolve("lib"));
    try (var jar = new JarFile(args[0])) {
      var classPath = new ArrayList<String>();
      for (var entry : entries(jar)) {
        var name = entry.getName();
        if (!name.startsWith("BOOT-INF/lib/") || entry.isDirectory()) continue;
        var file = lib.resolve(name.substring("BOOT-INF/lib/".length()));
        try (var in = jar.getInputStream(entry)) {
          Files.copy(in, file);
        }
        if (file.getFileName().toString().startsWith("duckdb_jdbc")) split(file);
        classPath.add("lib/" + file.getFileName());
      }
      app(jar, to.resolve("gongbi.jar"), classPath);
    }
  }

  /** The product's own classes, with the class path in the manifest. */
  private static void app(JarFile jar, Path file, List<String> classPath) throws IOException {
    var old = jar.getManifest().getMainAttributes();
    var manifest = new Manifest();
    var main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, old.getValue("Start-Class"));
    main.put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    for (var name : List.of("Implementation-Title", "Implementation-Version"))
      if (old.getValue(name) != null) main.putValue(name, old.getValue(name));
    try (var out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (var entry : entries(jar))
        if (entry.getName().startsWith("BOOT-INF/classes/") && !entry.isDirectory())
          copy(jar, entry, entry.getName().substring("BOOT-INF/classes/".length()), out);
    }
  }

  private static void split(Path file) throws IOException {
    var own = LIBRARY + system() + "_" + processor();
    var slim = file.resolveSibling(file.getFileName() + ".slim");
    try (var jar = new JarFile(file.toFile())) {
      var library = jar.getJarEntry(own);
      if (library == null) return;
      try (var in = jar.getInputStream(library)) {
        Files.copy(in, file.resolveSibling(own));
      }
      try (var out = new JarOutputStream(Files.newOutputStream(slim))) {
        for (var entry : entries(jar))
          if (!entry.getName().startsWith(LIBRARY)) copy(jar, entry, entry.getName(), out);
      }
    }
    Files.move(slim, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(JarFile jar, JarEntry entry, String name, JarOutputStream out)
      throws IOException {
    var copy = new JarEntry(name);
    copy.setTime(entry.getTime());
    out.putNextEntry(copy);
    try (var in = jar.getInputStream(entry)) {
      in.transferTo(out);
    }
    out.closeEntry();
  }

  private static List<JarEntry> entries(JarFile jar) {
    return Collections.list(jar.entries());
  }

  private static String system() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "macos" : name.startsWith("windows") ? "windows" : "linux";
  }

  private static String processor() {
    var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
  }
}
