package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Passwords and tokens of connections, sealed with AES-256-GCM under a {@link SealingKey}. A sealed
 * value is bound to its owner and name: moved to another row it opens no more. What is shown to
 * people is when a secret was set, never what it is; whoever wants another one writes it over.
 *
 * <p>Example: the password of {@code connection/sms1} is put on 1 March and again on 5 April.
 * {@link #setAt} then says {@code {password=2026-04-05T…}}, and the one of March is nowhere any
 * more. Thread-safe; inside a transaction of the catalog it joins that.
 */
public final class Secrets {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Catalog catalog;
  private final SealingKey key;

  public Secrets(Catalog catalog, SealingKey key) {
    this.catalog = catalog;
    this.key = key;
  }

  /**
   * Keeps a secret in place of the one before. Throws {@code catalog.secret-key-missing} when there
   * are others and the key that sealed them is gone: a second key beside it would only hide that.
   */
  public void put(String owner, String name, String value) {
    catalog.run(
        t -> {
          var secretKey = key.find().orElseGet(() -> firstKey(t));
          var sealed = seal(secretKey, owner, name, value);
          t.write(SecretQuery.put(owner, name, SealingKey.print(secretKey), sealed, t.now()));
        });
  }

  private SecretKey firstKey(Transaction t) {
    if (t.query(SecretQuery.COUNT).only().whole("n") > 0) throw key.missing();
    return key.make();
  }

  /** When each secret of an owner was set, by name. */
  public Map<String, Instant> setAt(String owner) {
    var times = new TreeMap<String, Instant>();
    catalog.read(t -> t.query(SecretQuery.of(owner))).stream()
        .forEach(r -> times.put(r.text("name"), r.moment("set_at")));
    return times;
  }

  /**
   * The secret itself, for whoever uses it on the owner's behalf; absent when none was set. Throws
   * {@code catalog.secret-key-missing}, {@code catalog.secret-key-wrong}, {@code
   * catalog.secret-key-damaged}, {@code catalog.secret-damaged}.
   */
  public Optional<String> open(String owner, String name) {
    return catalog
        .read(t -> t.query(SecretQuery.find(owner, name)))
        .first()
        .map(r -> open(owner, name, r.text("key_print"), r.text("sealed")));
  }

  private String open(String owner, String name, String print, String sealed) {
    var secretKey = key.find().orElseThrow(key::missing);
    if (!SealingKey.print(secretKey).equals(print)) {
      throw unavailable("catalog.secret-key-wrong", owner);
    }
    return unseal(secretKey, owner, name, sealed);
  }

  /** Forgets all secrets of an owner. */
  public void drop(String owner) {
    catalog.run(t -> t.write(SecretQuery.drop(owner)));
  }

  /** Forgets one. */
  public void drop(String owner, String name) {
    catalog.run(t -> t.write(SecretQuery.drop(owner, name)));
  }

  private static String seal(SecretKey key, String owner, String name, String value) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner, name);
      var sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
      var both = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unseal(SecretKey key, String owner, String name, String sealed) {
    try {
      var both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
      var nonce = new byte[NONCE];
      both.get(nonce);
      var rest = new byte[both.remaining()];
      both.get(rest);
      var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, owner, name);
      return new String(cipher.doFinal(rest), StandardCharsets.UTF_8);
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw unavailable("catalog.secret-damaged", owner);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner, String name)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((owner + "\n" + name).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static FaultException unavailable(String code, String owner) {
    return new FaultException(new Fault.Unavailable(code, owner, Map.of("owner", owner)));
  }
}
