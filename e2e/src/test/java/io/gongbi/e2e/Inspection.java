package io.gongbi.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * What nobody should meet on any page: something wider than the window, a button without a name, a
 * key in place of words, a word of the other language. Words that stand in the company's own files
 * are data, and may be of any language.
 */
final class Inspection {
  private static final Pattern KEY =
      Pattern.compile(
          "[a-z][A-Za-z]*(:[a-z][A-Za-z]*)?(\\.[A-Za-z0-9]+)+|\\w+:\\w+(\\.\\w+)*|[a-z]+(_[a-z]+)+");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}]+");
  private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{2,}[ ,]+[a-z]{2,}\\b");
  private static final Pattern ENTITY = Pattern.compile("&#x([0-9a-fA-F]+);");
  private static final List<String> SLIPS =
      List.of("undefined", "NaN", "[object", "{{", "Infinity", "Invalid");

  private final String script = resource();
  private final StringBuilder data = new StringBuilder();

  /** A file of the company, or something that a person of the walk typed. */
  void isData(String text) {
    data.append(text).append('\n');
  }

  void isData(Path file) throws IOException {
    isData(file.getFileName().toString());
    if (!file.toString().endsWith(".xlsx")) {
      isData(text(file));
      return;
    }
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      while (zip.getNextEntry() != null)
        isData(
            ENTITY
                .matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))));
    }
  }

  /** A till of old writes GB18030, everything else UTF-8. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException notUtf8) {
      return Files.readString(file, Charset.forName("GB18030"));
    }
  }

  /** What is wrong with the page that {@code page} shows; empty when all is well. */
  List<String> of(Page page, String language) {
    var found = (Map<?, ?>) page.evaluate(script);
    var faults = new ArrayList<String>();
    for (var fault : (List<?>) found.get("faults")) faults.add(fault.toString());
    if (!found.get("lang").toString().startsWith(language))
      faults.add("says that it is in " + found.get("lang"));
    for (var text : (List<?>) found.get("texts")) faults.addAll(of(text.toString(), language));
    return faults;
  }

  private List<String> of(String text, String language) {
    var faults = new ArrayList<String>();
    boolean isData = data.indexOf(text) >= 0;
    if (KEY.matcher(text).matches() && !isData) faults.add("a key, not words: " + text);
    for (var slip : SLIPS) if (text.contains(slip)) faults.add("a slip: " + text);
    if (language.equals("en")) {
      HAN.matcher(text)
          .results()
          .filter(run -> data.indexOf(run.group()) < 0)
          .findFirst()
          .ifPresent(run -> faults.add("Chinese on an English page: " + text));
    } else if (ENGLISH.matcher(text).find() && !isData) {
      faults.add("English on a Chinese page: " + text);
    }
    return faults;
  }

  private static String resource() {
    try (var in = Inspection.class.getResourceAsStream("/inspect.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
