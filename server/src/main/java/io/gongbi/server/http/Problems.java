package io.gongbi.server.http;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Messages;
import io.gongbi.server.login.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where what went wrong becomes an answer. Faults are told in the language of whoever
 * asked; anything else is a bug, logged once with an id, and the id is all that leaves the house.
 */
@RestControllerAdvice
public class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JsonMapper json;

  public Problems(JsonMapper json) {
    this.json = json;
  }

  @ExceptionHandler(FaultException.class)
  ResponseEntity<Problem> faults(FaultException e, HttpServletRequest request) {
    return said(status(e.faults().getFirst()), e.faults(), request);
  }

  @ExceptionHandler(TooManyAttempts.class)
  ResponseEntity<Problem> tooManyAttempts(TooManyAttempts e, HttpServletRequest request) {
    var minutes = Long.toString(e.pause().plusSeconds(59).toMinutes());
    var answer =
        bad(HttpStatus.TOO_MANY_REQUESTS, "", "too-many-attempts", Map.of("n", minutes), request);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, Long.toString(e.pause().toSeconds()))
        .body(answer.getBody());
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Problem> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    var faults = BadBody.faults(e);
    return said(status(faults.getFirst()), faults, request);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<Problem> wrongType(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    for (@Nullable Throwable t = e; t != null; t = t.getCause())
      if (t instanceof FaultException fault) return faults(fault, request);
    return bad(HttpStatus.BAD_REQUEST, e.getName(), "unfit-parameter", Map.of(), request);
  }

  @ExceptionHandler(MissingServletRequestParameterException.class)
  ResponseEntity<Problem> missing(
      MissingServletRequestParameterException e, HttpServletRequest request) {
    var name = e.getParameterName();
    return bad(HttpStatus.BAD_REQUEST, name, "missing-parameter", Map.of("name", name), request);
  }

  @ExceptionHandler(MissingServletRequestPartException.class)
  ResponseEntity<Problem> missing(
      MissingServletRequestPartException e, HttpServletRequest request) {
    var name = e.getRequestPartName();
    return bad(HttpStatus.BAD_REQUEST, name, "missing-parameter", Map.of("name", name), request);
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ResponseEntity<Problem> nothingHere(NoResourceFoundException e, HttpServletRequest request) {
    return bad(HttpStatus.NOT_FOUND, "", "no-such-address", Map.of(), request);
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ResponseEntity<Problem> wrongMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    var words = Map.of("method", e.getMethod());
    return bad(HttpStatus.METHOD_NOT_ALLOWED, "", "wrong-method", words, request);
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  ResponseEntity<Problem> wrongMedia(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    return bad(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "", "wrong-media", Map.of(), request);
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
    return bad(HttpStatus.CONTENT_TOO_LARGE, "file", "upload-too-large", Map.of(), request);
  }

  @ExceptionHandler(MultipartException.class)
  ResponseEntity<Problem> badMultipart(MultipartException e, HttpServletRequest request) {
    return bad(HttpStatus.BAD_REQUEST, "file", "bad-upload", Map.of(), request);
  }

  /** Whoever asked has gone; there is nobody to answer. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  void gone() {}

  @ExceptionHandler(Exception.class)
  ResponseEntity<Problem> other(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      var status = HttpStatus.valueOf(response.getStatusCode().value());
      return bad(status, "", "refused", Map.of(), request);
    }
    return bug(e, request);
  }

  ResponseEntity<Problem> bug(Throwable e, HttpServletRequest request) {
    var bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    var id = HexFormat.of().formatHex(bytes);
    LOG.error("{} {} {}", id, request.getMethod(), request.getRequestURI(), e);
    var locale = Speech.of(request);
    var said = said(new Fault.Unavailable("server.bug", "", Map.of("id", id)), locale);
    return answer(
        new Problem(
            title(HttpStatus.INTERNAL_SERVER_ERROR, locale),
            HttpStatus.INTERNAL_SERVER_ERROR.value(),
            said.message(),
            Optional.of(id),
            List.of(said)));
  }

  /** For filters, which stand in front of all handlers. */
  public void write(
      HttpStatus status, String code, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var problem = bad(status, "", code, Map.of(), request).getBody();
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }

  private ResponseEntity<Problem> bad(
      HttpStatus status,
      String place,
      String code,
      Map<String, String> words,
      HttpServletRequest request) {
    return said(status, List.of(new Fault.BadQuestion("server." + code, place, words)), request);
  }

  private static ResponseEntity<Problem> said(
      HttpStatus status, List<Fault> faults, HttpServletRequest request) {
    var locale = Speech.of(request);
    var said = said(faults, locale);
    var detail = said.stream().map(Problem.Said::message).collect(Collectors.joining("\n"));
    return answer(
        new Problem(title(status, locale), status.value(), detail, Optional.empty(), said));
  }

  /** Faults with their sentences. */
  static List<Problem.Said> said(List<Fault> faults, Locale locale) {
    return faults.stream().map(f -> said(f, locale)).toList();
  }

  private static Problem.Said said(Fault fault, Locale locale) {
    return new Problem.Said(
        fault.code(), fault.place(), Messages.say(fault, locale), fault.words());
  }

  private static String title(HttpStatus status, Locale locale) {
    var code = "server.title-" + status.value();
    return Messages.knows(code, locale)
        ? Messages.say(code, Map.of(), locale)
        : status.getReasonPhrase();
  }

  private static ResponseEntity<Problem> answer(Problem problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static HttpStatus status(Fault fault) {
    return switch (fault) {
      case Fault.BadQuestion f -> HttpStatus.BAD_REQUEST;
      case Fault.NotFound f -> HttpStatus.NOT_FOUND;
      case Fault.Forbidden f -> HttpStatus.FORBIDDEN;
      case Fault.Conflict f -> HttpStatus.CONFLICT;
      case Fault.TooLarge f -> HttpStatus.CONTENT_TOO_LARGE;
      case Fault.Unavailable f -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
