package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that seals {@link Secrets}: 32 bytes in Base64, in the environment or in a file of the
 * data folder that its owner alone may read. It is never in the database, so a copy of the database
 * alone tells nobody's password.
 *
 * <p>{@code GONGBI_SECRET_KEY=$(openssl rand -base64 32)} takes the place of the file.
 */
public final class SealingKey {
  /** The environment variable that takes the place of the file. */
  public static final String VARIABLE = "GONGBI_SECRET_KEY";

  public static final String FILE = "secret.key";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Optional<String> given;

  private SealingKey(Path file, Optional<String> given) {
    this.file = file;
    this.given = given;
  }

  public static SealingKey of(Path folder, Map<String, String> environment) {
    return new SealingKey(
        folder.resolve(FILE),
        Optional.ofNullable(environment.get(VARIABLE)).filter(k -> !k.isBlank()));
  }

  /** Absent where there is none yet. Throws {@code catalog.secret-key-damaged}. */
  Optional<SecretKey> find() {
    if (given.isPresent()) return Optional.of(read(given.get(), VARIABLE));
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(read(Files.readString(file), file.toString()));
    } catch (IOException e) {
      throw damaged(file.toString());
    }
  }

  /** Makes one in the file, on disk before this returns. */
  SecretKey make() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    var text = Base64.getEncoder().encodeToString(bytes) + "\n";
    try (var out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            forItsOwnerAlone())) {
      var waiting = StandardCharsets.US_ASCII.encode(text);
      while (waiting.hasRemaining()) out.write(waiting);
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private FileAttribute<?>[] forItsOwnerAlone() {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static SecretKey read(String text, String place) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw damaged(place);
    }
    if (bytes.length != BYTES) throw damaged(place);
    return new SecretKeySpec(bytes, "AES");
  }

  private static FaultException damaged(String place) {
    return new FaultException(
        new Fault.Unavailable("catalog.secret-key-damaged", place, Map.of("place", place)));
  }

  FaultException missing() {
    return new FaultException(
        new Fault.Unavailable(
            "catalog.secret-key-missing",
            file.toString(),
            Map.of("file", file.toString(), "variable", VARIABLE)));
  }

  /** Tells keys apart without telling the key. */
  static String print(SecretKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("gongbi key print".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
