package io.gongbi.server.command;

import io.gongbi.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code server.json} in the data folder: where the running server is and what opens it. Only its
 * owner may read it.
 */
record ServerFile(URI address, String token, long process) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private static Path path(Path folder) {
    return folder.resolve("server.json");
  }

  static ServerFile of(Server server) {
    return new ServerFile(
        local(server.settings().address(), server.port()),
        server.settings().token(),
        ProcessHandle.current().pid());
  }

  /** How this machine reaches it: whoever listens everywhere listens here too. */
  private static URI local(String address, int port) {
    boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
    var host = everywhere ? "127.0.0.1" : address;
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  /** Written beside and moved, so that nobody reads half a file, nor one that others can read. */
  void write(Path folder) {
    try {
      var draft = folder.resolve("server.json.new");
      Files.deleteIfExists(draft);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix"))
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER));
      Files.writeString(draft, JSON.writeValueAsString(this));
      move(draft, path(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void remove(Path folder) {
    try {
      Files.deleteIfExists(path(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file says, whether or not anything answers there. */
  static Optional<ServerFile> read(Path folder) {
    try {
      return Optional.of(JSON.readValue(Files.readString(path(folder)), ServerFile.class));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }
}
