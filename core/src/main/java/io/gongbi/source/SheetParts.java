package io.gongbi.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** In which part of a workbook each of its sheets lies: {@code 会员 → xl/worksheets/sheet1.xml}. */
final class SheetParts {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private SheetParts() {}

  static Map<String, String> of(ZipFile zip) throws IOException, XMLStreamException {
    var targets = new HashMap<String, String>();
    each(
        zip,
        "xl/_rels/workbook.xml.rels",
        "Relationship",
        r ->
            targets.put(
                String.valueOf(r.getAttributeValue(null, "Id")),
                String.valueOf(r.getAttributeValue(null, "Target"))));
    var parts = new LinkedHashMap<String, String>();
    each(
        zip,
        "xl/workbook.xml",
        "sheet",
        r -> {
          var id = r.getAttributeValue(RELATIONS, "id");
          if (id == null) id = r.getAttributeValue(STRICT_RELATIONS, "id");
          var target = id == null ? null : targets.get(id);
          if (target != null) {
            parts.put(
                String.valueOf(r.getAttributeValue(null, "name")),
                target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        });
    return parts;
  }

  private static void each(
      ZipFile zip, String part, String element, Consumer<XMLStreamReader> consumer)
      throws IOException, XMLStreamException {
    var entry = zip.getEntry(part);
    if (entry == null) return;
    var factory = XMLInputFactory.newDefaultFactory();
    // A workbook needs no document type, and nothing outside itself.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (var in = zip.getInputStream(entry)) {
      var reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals(element)) {
          consumer.accept(reader);
        }
      }
    }
  }
}
