package io.gongbi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser: keeps cookies, and sends the CSRF token back as the app does. */
final class Browser {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private final Map<String, String> headers = new HashMap<>();

  Browser(URI address) {
    this.address = address;
    this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    headers.put("Accept-Language", "zh-CN,zh;q=0.9");
  }

  /** What came back. */
  record Said(int status, HttpResponse<byte[]> response) {
    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** The code of the first fault, empty without any. */
    String code() {
      return json().path("faults").path(0).path("code").asString("");
    }

    String message() {
      return json().path("faults").path(0).path("message").asString("");
    }

    String place() {
      return json().path("faults").path(0).path("place").asString("");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Sent with every request from now on; an empty value takes it away. */
  Browser with(String header, String value) {
    if (value.isEmpty()) headers.remove(header);
    else headers.put(header, value);
    return this;
  }

  Said get(String path) {
    return send("GET", path, Optional.empty());
  }

  Said post(String path, String json) {
    return send("POST", path, Optional.of(json));
  }

  Said put(String path, String json) {
    return send("PUT", path, Optional.of(json));
  }

  Said delete(String path) {
    return send("DELETE", path, Optional.empty());
  }

  Said send(String method, String path, Optional<String> body) {
    var request = HttpRequest.newBuilder(address.resolve(path));
    headers.forEach(request::setHeader);
    if (!headers.containsKey("X-XSRF-TOKEN") && !method.equals("GET"))
      cookie("XSRF-TOKEN").ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
    if (!headers.containsKey("Content-Type") && body.isPresent())
      request.setHeader("Content-Type", "application/json");
    request.method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Said(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One file, as a form sends it. */
  Said upload(String path, String fileName, byte[] content) {
    var border = "border-7b1c";
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(border, fileName);
    var tail = "\r\n--" + border + "--\r\n";
    var request = HttpRequest.newBuilder(address.resolve(path));
    headers.forEach(request::setHeader);
    cookie("XSRF-TOKEN").ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
    request
        .setHeader("Content-Type", "multipart/form-data; boundary=" + border)
        .POST(
            BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString(tail)));
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Said(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  void setCookie(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(address, cookie);
  }

  /** A login by name and password; the CSRF token is fetched first, as the app does. */
  Said login(String name, String password) {
    get("/api/setup");
    return post("/api/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }
}
